package org.xinheng.instrument;

/** Sex as norm groups use it. */
public enum Sex {
  MALE("male"),
  FEMALE("female");

  private final String word;

  Sex(String word) {
    this.word = word;
  }

  /** The word used in definitions and tables. */
  public String word() {
    return word;
  }
}
