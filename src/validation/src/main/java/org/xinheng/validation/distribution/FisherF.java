package org.xinheng.validation.distribution;

/** The distribution of a ratio of two variances; the degrees of freedom need not be whole. */
public final class FisherF {

  private FisherF() {}

  /** The share above {@code f}: the p value of an F test. */
  public static double above(double f, double df1, double df2) {
    if (Double.isNaN(f) || f <= 0 || Double.isInfinite(f)) {
      return Double.isNaN(f) ? f : f <= 0 ? 1 : 0;
    }
    double total = df2 + df1 * f;
    return Beta.below(df2 / total, df1 * f / total, df2 / 2, df1 / 2);
  }

  /** The value below which a share from 0 to 1 lies. */
  public static double quantile(double share, double df1, double df2) {
    return df2 / df1 * Beta.quantileOdds(share, df1 / 2, df2 / 2);
  }
}
