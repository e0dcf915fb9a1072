package org.xinheng.scoring;

/** What the validity indices of a form say together. */
public enum Validity {
  VALID("valid"),
  /** One indicator, or several that look at the same thing: worth a look, but no more. */
  SUSPECT("suspect"),
  /** A published rule, or indicators that look at two different things. */
  INVALID("invalid"),
  /** Nothing is met, but answers are missing without which an index cannot be told. */
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
