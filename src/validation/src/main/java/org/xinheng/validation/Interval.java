package org.xinheng.validation;

/**
 * An interval, most often of confidence.
 *
 * @param lower its lower limit; {@code NaN} if it is not defined, possibly infinite
 * @param upper its upper limit
 */
public record Interval(double lower, double upper) {

  /** The interval of something that has none. */
  public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

  /** {@code estimate ± half}. */
  public static Interval around(double estimate, double half) {
    return new Interval(estimate - half, estimate + half);
  }

  /** The part of it within these bounds. */
  public Interval within(double least, double most) {
    return new Interval(clamp(lower, least, most), clamp(upper, least, most));
  }

  /** Whether it has limits. */
  public boolean isDefined() {
    return !Double.isNaN(lower) && !Double.isNaN(upper);
  }

  /** Whether it has shrunk to a point, which says that the formula has failed and not that the estimate is sure. */
  public boolean isDegenerate() {
    return lower == upper;
  }

  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  private static double clamp(double value, double least, double most) {
    return Math.min(most, Math.max(least, value));
  }
}
