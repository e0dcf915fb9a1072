package org.xinheng.policy;

/** Whether silence is consent. */
public enum ConsentMode {
  /** Only whose guardian agreed takes part. */
  OPT_IN("opt-in"),
  /** Whose guardian was told and did not refuse takes part. */
  OPT_OUT("opt-out");

  private final String word;

  ConsentMode(String word) {
    this.word = word;
  }

  /** The word used in campaigns. */
  public String word() {
    return word;
  }
}
