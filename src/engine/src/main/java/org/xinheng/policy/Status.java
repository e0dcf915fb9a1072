package org.xinheng.policy;

/** How far a student could be classified. */
public enum Status {
  /** All that the tier rests on is there. */
  CLASSIFIED("classified"),
  /** The tier is a lower bound, or waits for an interview. */
  PROVISIONAL("provisional"),
  /** The answers cannot be trusted; alerts stand. */
  INVALID("invalid"),
  /** Too much is missing, and what is there fixes no tier above the first. */
  INCOMPLETE("incomplete"),
  NOT_SCREENED("not-screened");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /** The word used in tables and policies. */
  public String word() {
    return word;
  }
}
