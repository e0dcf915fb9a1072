package org.xinheng.validation.distribution;

/** The distribution of a sum of squares of standard normal deviates. */
public final class ChiSquared {

  private ChiSquared() {}

  /** The share below {@code x}. */
  public static double below(double x, double df) {
    return Gamma.below(x / 2, df / 2);
  }

  /** The share above {@code x}: the p value of a chi-square test. {@code NaN} without a degree of freedom. */
  public static double above(double x, double df) {
    return df > 0 ? Gamma.above(x / 2, df / 2) : Double.NaN;
  }

  /** The value below which a share from 0 to 1 lies. */
  public static double quantile(double share, double df) {
    return 2 * Gamma.quantile(share, df / 2);
  }

  /**
   * The share below {@code x} of the distribution whose deviates have means with a sum of squares of
   * {@code noncentrality}: Poisson weights on central distributions, added from the heaviest outward.
   */
  public static double noncentralBelow(double x, double df, double noncentrality) {
    double half = noncentrality / 2;
    int heaviest = (int) Math.floor(half);
    double sum = 0;
    for (int j = heaviest; j >= 0; j--) {
      double weight = Terms.poisson(j, half);
      sum += weight * below(x, df + 2.0 * j);
      if (weight < 1e-18) {
        break;
      }
    }
    for (int j = heaviest + 1; ; j++) {
      double weight = Terms.poisson(j, half);
      sum += weight * below(x, df + 2.0 * j);
      if (weight < 1e-18) {
        return sum;
      }
    }
  }
}
