package org.xinheng.instrument;

/** How the answers, or the parts of a composite, are combined. */
public enum Method {
  SUM("sum"),
  MEAN("mean");

  private final String word;

  Method(String word) {
    this.word = word;
  }

  /** The word used in definitions. */
  public String word() {
    return word;
  }
}
