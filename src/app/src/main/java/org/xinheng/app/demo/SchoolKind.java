package org.xinheng.app.demo;

/** The kinds of schools that a district has, by the grades that are screened there. */
enum SchoolKind {
  PRIMARY("小学", 4, 6),
  JUNIOR_HIGH("初级中学", 7, 9),
  SENIOR_HIGH("高级中学", 10, 12),
  VOCATIONAL("中等职业学校", 10, 12),
  NINE_YEAR("九年一贯制学校", 4, 9),
  COMPLETE("完全中学", 7, 12);

  private final String title;
  private final int firstGrade;
  private final int lastGrade;

  SchoolKind(String title, int firstGrade, int lastGrade) {
    this.title = title;
    this.firstGrade = firstGrade;
    this.lastGrade = lastGrade;
  }

  /** What its name ends with. */
  String title() {
    return title;
  }

  /** As a roster says it. */
  String word() {
    return this == VOCATIONAL ? "vocational" : "general";
  }

  int firstGrade() {
    return firstGrade;
  }

  int grades() {
    return lastGrade - firstGrade + 1;
  }

  boolean holds(int grade) {
    return firstGrade <= grade && grade <= lastGrade;
  }
}
