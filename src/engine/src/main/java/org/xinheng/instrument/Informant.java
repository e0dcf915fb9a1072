package org.xinheng.instrument;

/** Who fills in a questionnaire. */
public enum Informant {
  SELF("self"),
  CLASS_TEACHER("class-teacher"),
  GUARDIAN("guardian");

  private final String word;

  Informant(String word) {
    this.word = word;
  }

  /** The word used in definitions and tables. */
  public String word() {
    return word;
  }
}
