package org.xinheng.scoring.irt;

/**
 * How far a level is above the two thresholds of a category, and what follows from it.
 *
 * <p>With {@code u = a (theta - b_k)}, {@code v = a (theta - b_(k+1))} and the logistic function {@code F}, the
 * log-probability of category {@code k} is {@code log F(u) + log F(-v) + log(1 - exp(v - u))}, whose last term does not
 * depend on theta. Its derivatives are therefore sums of those of {@code log F}. The second is never above 0: the
 * log-likelihood of any answers is concave and has one peak.
 *
 * @param slope a
 * @param below u; plus infinity for the lowest category
 * @param above v; minus infinity for the highest category
 */
record Steps(double slope, double below, double above) {

  static Steps of(ItemModel item, int category, double theta) {
    Parameters.requireFinite("theta", theta);
    if (category < 0 || category >= item.categories()) {
      throw new IllegalArgumentException(
          "category must be in [0, %d]: %d".formatted(item.categories() - 1, category));
    }
    double slope = item.slope();
    return new Steps(
        slope,
        slope * (theta - item.thresholdBelow(category)),
        slope * (theta - item.thresholdBelow(category + 1)));
  }

  /** {@code 1 - exp(v - u)}: 1 for the lowest and the highest category. */
  double gap() {
    return -StrictMath.expm1(above - below);
  }

  /** The first derivative of the log-probability by theta. */
  double first() {
    return slope * (Logistic.of(-below) - Logistic.of(above));
  }

  /** The second derivative. */
  double second() {
    return -slope * slope * (spread(below) + spread(above));
  }

  /** The third derivative. */
  double third() {
    return -slope * slope * slope * (spread(below) * tilt(below) + spread(above) * tilt(above));
  }

  private static double spread(double x) {
    return Logistic.of(x) * Logistic.of(-x);
  }

  private static double tilt(double x) {
    return Logistic.of(-x) - Logistic.of(x);
  }
}
