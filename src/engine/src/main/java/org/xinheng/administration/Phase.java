package org.xinheng.administration;

/** Where a session stands. */
public enum Phase {
  IN_PROGRESS("in-progress"),
  PAUSED("paused"),
  /** The student said that it is done. */
  SUBMITTED("submitted"),
  /** It was ended before its end. */
  ABANDONED("abandoned");

  private final String word;

  Phase(String word) {
    this.word = word;
  }

  /** The word in results. */
  public String word() {
    return word;
  }

  /** Whether nothing more can happen. */
  public boolean isOver() {
    return this == SUBMITTED || this == ABANDONED;
  }
}
