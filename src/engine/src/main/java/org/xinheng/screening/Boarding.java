package org.xinheng.screening;

/** Whether a student lives at the school. */
public enum Boarding {
  BOARDER("boarder"),
  DAY_STUDENT("day-student");

  private final String word;

  Boarding(String word) {
    this.word = word;
  }

  /** The word used in tables. */
  public String word() {
    return word;
  }
}
