package org.xinheng.instrument;

/** A language of texts for people. */
public enum Language {
  ZH_CN("zh-CN"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag, as written in definitions. */
  public String tag() {
    return tag;
  }
}
