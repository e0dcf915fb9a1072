package org.xinheng.profile;

/** A column of the table of counts, which has a row for each grade of each school. */
public enum Count {
  SCHOOL("school"),
  GRADE("grade"),
  /** All students. */
  N("n"),
  NO_TIER("no-tier"),
  T1("T1"),
  T2("T2"),
  T3("T3");

  private final String word;

  Count(String word) {
    this.word = word;
  }

  /** The heading, unless a profile gives another. */
  public String word() {
    return word;
  }
}
