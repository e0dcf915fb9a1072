package org.xinheng.instrument.irt;

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
 * @param reached F(u), and {@code notReached} F(-u)
 * @param passed F(v), and {@code notPassed} F(-v)
 */
record Steps(
    double slope,
    double below,
    double above,
    double reached,
    double notReached,
    double passed,
    double notPassed) {

  static Steps of(ItemModel item, int category, double theta) {
    Parameters.requireFinite("theta", theta);
    if (category < 0 || category >= item.categories()) {
      throw new IllegalArgumentException(
          "category must be in [0, %d]: %d".formatted(item.categories() - 1, category));
    }
    double slope = item.slope();
    double below = slope * (theta - item.thresholdBelow(category));
    double above = slope * (theta - item.thresholdBelow(category + 1));
    // Both values of F from one exponential: the derivatives are asked for often.
    double e = StrictMath.exp(-Math.abs(below));
    double f = StrictMath.exp(-Math.abs(above));
    return new Steps(
        slope,
        below,
        above,
        (below > 0 ? 1 : e) / (1 + e),
        (below > 0 ? e : 1) / (1 + e),
        (above > 0 ? 1 : f) / (1 + f),
        (above > 0 ? f : 1) / (1 + f));
  }

  /** {@code 1 - exp(v - u)}: 1 for the lowest and the highest category. */
  double gap() {
    return -StrictMath.expm1(above - below);
  }

  double probability() {
    return reached * notPassed * gap();
  }

  /** The first derivative of the log-probability by theta. */
  double first() {
    return slope * (notReached - passed);
  }

  /** The second derivative. */
  double second() {
    return -slope * slope * (reached * notReached + passed * notPassed);
  }

  /** The third derivative. */
  double third() {
    return -slope
        * slope
        * slope
        * (reached * notReached * (notReached - reached)
            + passed * notPassed * (notPassed - passed));
  }
}
