package org.xinheng.app.demo;

/** A group factor: what some items share beyond general distress. */
enum Facet {
  DEPRESSION(0.2),
  ANXIETY(0.2),
  ATTENTION(-0.3),
  EXTERNALISING(-0.3),
  POSITIVE_AFFECT(0),
  STUDY(0.1),
  SOCIAL(0.1),
  LONELINESS(0),
  SELF_BLAME(0.1),
  SENSITIVITY(0.2),
  BODY(0.2),
  FEAR(0.3),
  DESIRABILITY(0.1);

  private final double girlsAboveBoys;

  Facet(double girlsAboveBoys) {
    this.girlsAboveBoys = girlsAboveBoys;
  }

  /**
   * What belonging to a sex adds, in standard deviations; the two sexes lie as far above as below
   * the middle.
   */
  double shift(Sex sex) {
    return switch (sex) {
      case FEMALE -> girlsAboveBoys / 2;
      case MALE -> -girlsAboveBoys / 2;
    };
  }
}
