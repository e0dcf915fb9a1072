package org.xinheng.screening;

/** What the roster says of whether a student may be screened. */
public enum ConsentState {
  CONSENTED("consented"),
  REFUSED("refused"),
  /** Nobody has said anything yet. */
  NONE("none");

  private final String word;

  ConsentState(String word) {
    this.word = word;
  }

  /** The word used in tables. */
  public String word() {
    return word;
  }
}
