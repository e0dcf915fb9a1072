package org.xinheng.instrument.irt;

/**
 * The probability of a category at a level, and the derivatives of its logarithm by theta. In every model the second is
 * never above 0: the log-likelihood of any answers is concave and has one peak.
 */
record LogCurve(double probability, double first, double second, double third) {

  static LogCurve of(ItemModel item, int category, double theta) {
    if (item instanceof PartialCredit credit) {
      return credit.curve(category, theta);
    }
    Steps steps = Steps.of(item, category, theta);
    return new LogCurve(steps.probability(), steps.first(), steps.second(), steps.third());
  }

  /**
   * The most that minus the second derivative can be: a variance within a range of m is at most {@code m² / 4}, and of
   * the graded family two of the terms of a logistic curve are at most {@code a² / 2}.
   */
  static double mostCurvature(ItemModel item) {
    double m = item instanceof PartialCredit ? item.categories() - 1 : Math.sqrt(2);
    return item.slope() * item.slope() * m * m / 4;
  }

  /** The slope of the steepest rise of the mean answer that the item can have, were it a logistic curve. */
  static double steepest(ItemModel item) {
    return item.slope() * (item instanceof PartialCredit ? item.categories() - 1 : 1);
  }
}
