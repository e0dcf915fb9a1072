package org.xinheng.app.show;

import org.xinheng.instrument.Text;

/** In which language something is printed that exists in both. */
public enum ReadingLanguage {
  BOTH("both"),
  EN("en"),
  ZH_CN("zh-CN");

  private final String word;

  ReadingLanguage(String word) {
    this.word = word;
  }

  /** The word used on the command line. */
  public String word() {
    return word;
  }

  /** A text in this language; in both, Chinese first. */
  public String of(Text text) {
    return switch (this) {
      case BOTH -> text.zhCn().equals(text.en()) ? text.en() : text.zhCn() + "  " + text.en();
      case EN -> text.en();
      case ZH_CN -> text.zhCn();
    };
  }

  /** What stands between a name and what is said of it. */
  String colon() {
    return this == ZH_CN ? "：" : ": ";
  }

  /** The same of two texts. */
  public String of(String en, String zhCn) {
    return of(new Text(en, zhCn));
  }
}
