package org.xinheng.policy;

/** What kind of school a student goes to, where schools of one stage differ in what they are given. */
public enum SchoolKind {
  GENERAL("general"),
  VOCATIONAL("vocational");

  private final String word;

  SchoolKind(String word) {
    this.word = word;
  }

  /** The word used in batteries and tables. */
  public String word() {
    return word;
  }
}
