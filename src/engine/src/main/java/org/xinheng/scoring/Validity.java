package org.xinheng.scoring;

/** What the validity indices of a form say together. */
public enum Validity {
  VALID("valid"),
  /** One indicator: worth a look, but no more. */
  SUSPECT("suspect"),
  /** A published rule or two independent indicators. */
  INVALID("invalid"),
  /** A validity scale has no score, so nothing can be said. */
  UNKNOWN("unknown");

  private final String word;

  Validity(String word) {
    this.word = word;
  }

  /** The word used in tables and cases. */
  public String word() {
    return word;
  }
}
