package org.xinheng.validation.distribution;

/**
 * The gamma distribution of scale 1, on which chi-square and Poisson rest. A series below the mean and a continued
 * fraction above it, so that the smaller tail keeps its digits.
 */
public final class Gamma {

  private static final int MOST_STEPS = 1_000_000;
  private static final double TINY = 1e-300;

  private Gamma() {}

  /** The share below {@code x} of the distribution with this shape above 0. */
  public static double below(double x, double shape) {
    check(shape);
    if (!(x > 0)) {
      return Double.isNaN(x) ? x : 0;
    }
    return x < shape + 1 ? series(x, shape) : 1 - fraction(x, shape);
  }

  /** The share above {@code x}. */
  public static double above(double x, double shape) {
    check(shape);
    if (!(x > 0)) {
      return Double.isNaN(x) ? x : 1;
    }
    return x < shape + 1 ? 1 - series(x, shape) : fraction(x, shape);
  }

  /**
   * The value below which a share lies.
   *
   * @param share from 0 to 1
   */
  public static double quantile(double share, double shape) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in [0, 1]: " + share);
    }
    if (share == 0 || share == 1) {
      return share == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    double low = -800;
    double high = Math.log(shape + 40 * Math.sqrt(shape) + 800);
    double u = Math.log(shape);
    for (int i = 0; i < 300; i++) {
      double x = Math.exp(u);
      boolean lowerTail = share <= 0.5;
      double tail = lowerTail ? below(x, shape) : above(x, shape);
      double distance = Math.log(tail / (lowerTail ? share : 1 - share)) * (lowerTail ? 1 : -1);
      if (distance > 0) {
        high = u;
      } else {
        low = u;
      }
      double next = u - distance * tail / (Terms.poisson(shape, x) * shape);
      if (!(next > low && next < high)) {
        next = (low + high) / 2;
      }
      if (Math.abs(next - u) <= 1e-16 * Math.abs(u) || distance == 0) {
        return Math.exp(distance == 0 ? u : next);
      }
      u = next;
    }
    return Math.exp(u);
  }

  private static double series(double x, double shape) {
    double term = 1;
    double sum = 1;
    for (int n = 1; n < MOST_STEPS && term > sum * 1e-17; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    return sum * Terms.poisson(shape, x);
  }

  private static double fraction(double x, double shape) {
    if (Double.isInfinite(x)) {
      return 0;
    }
    double b = x + 1 - shape;
    double c = 1 / TINY;
    double d = 1 / b;
    double value = d;
    for (int i = 1; i < MOST_STEPS; i++) {
      double an = -i * (i - shape);
      b += 2;
      d = an * d + b;
      d = 1 / (Math.abs(d) < TINY ? TINY : d);
      c = b + an / c;
      c = Math.abs(c) < TINY ? TINY : c;
      double change = d * c;
      value *= change;
      if (Math.abs(change - 1) < 2e-16) {
        break;
      }
    }
    return value * Terms.poisson(shape, x) * shape;
  }

  private static void check(double shape) {
    if (!(shape > 0)) {
      throw new IllegalArgumentException("shape must be above 0: " + shape);
    }
  }
}
