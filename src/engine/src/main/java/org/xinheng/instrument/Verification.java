package org.xinheng.instrument;

/** How well a group of facts is verified. Only verified facts may drive an alert or a tier. */
public enum Verification {
  TWO_SOURCES("two-sources"),
  SINGLE_SOURCE("single-source"),
  /** Our own rule, not a published one. */
  PROJECT_RULE("project-rule"),
  UNVERIFIED("unverified"),
  NONE("none");

  private final String word;

  Verification(String word) {
    this.word = word;
  }

  /** Whether an alert or a tier may rest on the fact. */
  public boolean isVerified() {
    return this != UNVERIFIED && this != NONE;
  }

  /** The word used in definitions. */
  public String word() {
    return word;
  }
}
