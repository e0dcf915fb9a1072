package org.xinheng.scoring.irt;

import java.util.function.DoubleUnaryOperator;

/**
 * Where a smooth function is highest, from its first and second derivative: Newton's steps, kept inside an interval on
 * whose left end the function rises and on whose right end it falls, and replaced by halving where they would leave it.
 */
final class Peak {

  /** Far below any standard error, far above rounding. */
  private static final double TOLERANCE = 1e-13;

  private static final int MOST_STEPS = 200;

  private Peak() {}

  /** The peak of a concave function that has one, looked for outwards from a start. */
  static double outwardsFrom(double start, DoubleUnaryOperator first, DoubleUnaryOperator second) {
    double direction = Math.signum(first.applyAsDouble(start));
    double near = start;
    double far = start + direction;
    for (double step = 2; first.applyAsDouble(far) * direction > 0; step *= 2) {
      near = far;
      far += direction * step;
    }
    return between(Math.min(near, far), Math.max(near, far), first, second);
  }

  /** The peak in an interval. */
  static double between(
      double from, double to, DoubleUnaryOperator first, DoubleUnaryOperator second) {
    double lower = from;
    double upper = to;
    double x = (lower + upper) / 2;
    for (int i = 0; i < MOST_STEPS; i++) {
      double slope = first.applyAsDouble(x);
      if (slope > 0) {
        lower = x;
      } else {
        upper = x;
      }
      double next = x - slope / second.applyAsDouble(x);
      if (!(next >= lower && next <= upper)) {
        next = (lower + upper) / 2;
      }
      if (Math.abs(next - x) <= TOLERANCE * Math.max(1, Math.abs(x))) {
        return next;
      }
      x = next;
    }
    return x;
  }
}
