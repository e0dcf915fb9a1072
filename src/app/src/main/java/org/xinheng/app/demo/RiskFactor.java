package org.xinheng.app.demo;

/**
 * A registered circumstance, how lasting it is, and how often it is met among those that are
 * registered.
 */
enum RiskFactor {
  LEFT_BEHIND("left-behind", Kind.CHRONIC, 25),
  SINGLE_PARENT("single-parent", Kind.CHRONIC, 22),
  ECONOMIC_HARDSHIP("economic-hardship", Kind.CHRONIC, 18),
  CHRONIC_ILLNESS("chronic-illness", Kind.CHRONIC, 8),
  ACADEMIC_PRESSURE("academic-pressure", Kind.CHRONIC, 10),
  BEREAVEMENT("bereavement", Kind.ACUTE, 5),
  BULLIED("bullied", Kind.ACUTE, 8),
  FAMILY_UPHEAVAL("family-upheaval", Kind.ACUTE, 9),
  CHANGED_SCHOOL("changed-school", Kind.ACUTE, 3);

  enum Kind {
    CHRONIC("chronic"),
    ACUTE("acute");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  private final String code;
  private final Kind kind;
  private final int weight;

  RiskFactor(String code, Kind kind, int weight) {
    this.code = code;
    this.kind = kind;
    this.weight = weight;
  }

  String code() {
    return code;
  }

  Kind kind() {
    return kind;
  }

  int weight() {
    return weight;
  }
}
