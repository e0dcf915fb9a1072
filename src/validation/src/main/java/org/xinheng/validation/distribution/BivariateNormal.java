package org.xinheng.validation.distribution;

import org.xinheng.scoring.Normal;

/**
 * Two standard normal variables with a correlation, to about fifteen digits after the point.
 *
 * <p>The share below two limits grows with the correlation by the height of the surface over them (Plackett), so that it is an
 * integral over one angle: from independence by Gauss's rule, or, where the correlation is strong and the integrand has a
 * singular end, back from equality by the rule of Takahasi and Mori, whose points crowd toward that end.
 *
 * @see "Plackett (1954), Biometrika 41, 351-360; Takahasi and Mori (1974), Publ. RIMS 9, 721-741"
 */
public final class BivariateNormal {

  /** Beyond it the integral is taken from the other end. */
  private static final double STRONG = 0.9;

  private static final int POINTS = 24;
  private static final double[] NODES = new double[POINTS];
  private static final double[] WEIGHTS = new double[POINTS];
  private static final double STEP = 1.0 / 64;
  private static final int STEPS = 256;

  static {
    for (int i = 0; i < POINTS; i++) {
      placeNode(i);
    }
  }

  private BivariateNormal() {}

  /** A root of Legendre's polynomial by Newton's steps, and its weight. */
  private static void placeNode(int i) {
    double x = StrictMath.cos(Math.PI * (i + 0.75) / (POINTS + 0.5));
    double slope = 0;
    for (int step = 0; step < 20; step++) {
      double before = 1;
      double value = x;
      for (int n = 2; n <= POINTS; n++) {
        double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
        before = value;
        value = next;
      }
      slope = POINTS * (x * value - before) / (x * x - 1);
      x -= value / slope;
    }
    NODES[i] = x;
    WEIGHTS[i] = 2 / ((1 - x * x) * slope * slope);
  }

  /**
   * The share with the first variable at or below {@code h} and the second at or below {@code k}.
   *
   * @param h possibly infinite
   * @param k possibly infinite
   * @param rho the correlation, from -1 to 1
   */
  public static double below(double h, double k, double rho) {
    if (!(rho >= -1 && rho <= 1)) {
      throw new IllegalArgumentException("rho must be in [-1, 1]: " + rho);
    }
    if (Double.isNaN(h) || Double.isNaN(k)) {
      return Double.NaN;
    }
    if (Double.isInfinite(h) || Double.isInfinite(k)) {
      return Math.min(h, k) == Double.NEGATIVE_INFINITY ? 0 : Normal.below(Math.min(h, k));
    }
    if (rho < -STRONG) {
      return Math.max(0, Normal.below(h) - ofStrong(h, -k, -rho));
    }
    return rho > STRONG ? ofStrong(h, k, rho) : ofWeak(h, k, rho);
  }

  private static double ofWeak(double h, double k, double rho) {
    double half = StrictMath.asin(rho) / 2;
    double squares = (h * h + k * k) / 2;
    double product = h * k;
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      double sine = StrictMath.sin(half * (1 + NODES[i]));
      sum += WEIGHTS[i] * StrictMath.exp((sine * product - squares) / (1 - sine * sine));
    }
    return Math.max(0, Normal.below(h) * Normal.below(k) + half * sum / (2 * Math.PI));
  }

  private static double ofStrong(double h, double k, double rho) {
    double end = StrictMath.acos(rho);
    double difference = (h - k) * (h - k) / 2;
    double product = h * k;
    double sum = 0;
    for (int i = -STEPS; i <= STEPS && end > 0; i++) {
      double t = i * STEP;
      double share = 1 / (1 + StrictMath.exp(-Math.PI * StrictMath.sinh(t)));
      double sine = StrictMath.sin(end * share);
      double exponent = -difference / (sine * sine) - product / (1 + StrictMath.cos(end * share));
      sum += StrictMath.exp(exponent) * StrictMath.cosh(t) * share * (1 - share);
    }
    return Math.max(0, Normal.below(Math.min(h, k)) - STEP * sum * end / 2);
  }

  /** The height of the surface; its slope in {@code rho} is what {@link #below} grows by. */
  public static double density(double h, double k, double rho) {
    if (Double.isInfinite(h) || Double.isInfinite(k)) {
      return 0;
    }
    double rest = (1 - rho) * (1 + rho);
    return StrictMath.exp(-(h * h - 2 * rho * h * k + k * k) / (2 * rest))
        / (2 * Math.PI * Math.sqrt(rest));
  }
}
