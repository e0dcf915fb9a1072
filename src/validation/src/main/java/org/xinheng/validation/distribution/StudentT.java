package org.xinheng.validation.distribution;

/** Student's t; the degrees of freedom need not be whole. */
public final class StudentT {

  private StudentT() {}

  /** The share farther from 0 than {@code t}, on both sides: the p value of a two-sided test. */
  public static double beyond(double t, double df) {
    if (!(df > 0) || Double.isNaN(t)) {
      return Double.NaN;
    }
    if (Double.isInfinite(t)) {
      return 0;
    }
    double square = t * t;
    return Beta.below(df / (df + square), square / (df + square), df / 2, 0.5);
  }

  /** The share above {@code t}. */
  public static double above(double t, double df) {
    double half = beyond(t, df) / 2;
    return t >= 0 ? half : 1 - half;
  }

  /** The share below {@code t}. */
  public static double below(double t, double df) {
    return above(-t, df);
  }

  /** The value below which a share from 0 to 1 lies. */
  public static double quantile(double share, double df) {
    if (share == 0.5) {
      return 0;
    }
    double odds = Beta.quantileOdds(2 * Math.min(share, 1 - share), df / 2, 0.5);
    double t = Math.sqrt(df / odds);
    return share < 0.5 ? -t : t;
  }

  /** The t on both sides of 0 between which this share lies. */
  public static double critical(double level, double df) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1): " + level);
    }
    return quantile(1 - (1 - level) / 2, df);
  }
}
