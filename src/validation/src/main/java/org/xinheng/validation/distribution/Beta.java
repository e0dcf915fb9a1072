package org.xinheng.validation.distribution;

/**
 * The beta distribution, on which the binomial, Student's t and Fisher's F rest.
 *
 * <p>Each tail is a continued fraction that converges fast on its own side of the mean, times one term that {@link Terms}
 * computes without loss. The smaller tail is always computed and never taken as 1 less the other.
 *
 * @see "DiDonato and Morris (1992), ACM TOMS 18, 360-373"
 */
public final class Beta {

  private static final int MOST_STEPS = 1_000_000;
  private static final double TINY = 1e-300;

  private Beta() {}

  /** The share below {@code x}, from 0 to 1, of the distribution with these shapes above 0. */
  public static double below(double x, double a, double b) {
    return below(x, 1 - x, a, b);
  }

  /** The share above {@code x}. */
  public static double above(double x, double a, double b) {
    return below(1 - x, x, b, a);
  }

  /** The share below {@code x}, with {@code y = 1 - x} given apart, so that neither need be rounded. */
  static double below(double x, double y, double a, double b) {
    if (!(a > 0 && b > 0)) {
      throw new IllegalArgumentException("shapes must be above 0: " + a + ", " + b);
    }
    if (Double.isNaN(x)) {
      return x;
    }
    if (x <= 0 || y <= 0) {
      return x <= 0 ? 0 : 1;
    }
    boolean direct = x <= (a + 1) / (a + b + 2);
    return direct ? tail(x, y, a, b) : 1 - tail(y, x, b, a);
  }

  private static double tail(double x, double y, double a, double b) {
    double term = Terms.binomial(a, a + b, x, y) * b / (a + b);
    return term * fraction(x, a, b);
  }

  /** Lentz's way from the front of the continued fraction to its end. */
  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / kept(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m < MOST_STEPS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / kept(1 + even * d);
      c = kept(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / kept(1 + odd * d);
      c = kept(1 + odd / c);
      double change = d * c;
      value *= change;
      if (Math.abs(change - 1) < 2e-16) {
        break;
      }
    }
    return value;
  }

  private static double kept(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /**
   * The value below which a share lies.
   *
   * @param share from 0 to 1
   */
  public static double quantile(double share, double a, double b) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in [0, 1]: " + share);
    }
    if (share == 0 || share == 1) {
      return share;
    }
    return share <= 0.5
        ? Math.exp(logQuantile(share, a, b))
        : -Math.expm1(logQuantile(1 - share, b, a));
  }

  /** The odds {@code x / (1 - x)} of the quantile. */
  static double quantileOdds(double share, double a, double b) {
    boolean low = share <= 0.5;
    double log = low ? logQuantile(share, a, b) : logQuantile(1 - share, b, a);
    double odds = Math.exp(log) / -Math.expm1(log);
    return low ? odds : 1 / odds;
  }

  /** The logarithm of the quantile of a share of at most one half: Newton's steps on logarithms, kept in a bracket. */
  private static double logQuantile(double share, double a, double b) {
    double low = -800;
    double high = 0;
    double u = Math.max(low, Math.log(a / (a + b)));
    double target = Math.log(share);
    for (int i = 0; i < 300; i++) {
      double x = Math.exp(u);
      double y = -Math.expm1(u);
      double cumulated = below(x, y, a, b);
      double distance = Math.log(cumulated) - target;
      if (distance > 0) {
        high = u;
      } else {
        low = u;
      }
      double slope = Terms.binomial(a, a + b, x, y) * a * b / ((a + b) * y * cumulated);
      double next = u - distance / slope;
      if (!(next > low && next < high)) {
        next = (low + high) / 2;
      }
      if (Math.abs(next - u) <= 1e-16 * Math.abs(u) || distance == 0) {
        return distance == 0 ? u : next;
      }
      u = next;
    }
    return u;
  }
}
