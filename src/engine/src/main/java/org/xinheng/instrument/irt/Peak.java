package org.xinheng.instrument.irt;

import java.util.function.DoubleFunction;

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
  static double outwardsFrom(double start, DoubleFunction<Derivatives> function) {
    double direction = Math.signum(function.apply(start).first());
    double near = start;
    double far = start + direction;
    for (double step = 2; function.apply(far).first() * direction > 0; step *= 2) {
      near = far;
      far += direction * step;
    }
    return between(Math.min(near, far), Math.max(near, far), function);
  }

  /** The peak in an interval. */
  static double between(double from, double to, DoubleFunction<Derivatives> function) {
    double lower = from;
    double upper = to;
    double x = (lower + upper) / 2;
    for (int i = 0; i < MOST_STEPS; i++) {
      Derivatives here = function.apply(x);
      if (here.first() > 0) {
        lower = x;
      } else {
        upper = x;
      }
      double next = x - here.first() / here.second();
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
