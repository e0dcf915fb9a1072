package org.xinheng.policy;

/** What a policy makes of scores that are not there. */
public enum MissingScores {
  /** The tier must be the same whatever the missing answers would have been; else it is a lower bound. */
  BOUNDED("bounded"),
  /** What is missing meets no condition; the first rule that holds decides. */
  IGNORED("ignored");

  private final String word;

  MissingScores(String word) {
    this.word = word;
  }

  /** The word used in policies. */
  public String word() {
    return word;
  }
}
