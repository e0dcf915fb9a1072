package org.xinheng.instrument.irt;

/** The logistic function {@code 1 / (1 + exp(-x))}. {@code StrictMath}: the same digits on every Java. */
final class Logistic {

  private Logistic() {}

  /** Its logarithm; finite for every finite x, and right at the infinities. */
  static double log(double x) {
    return x > 0 ? -StrictMath.log1p(StrictMath.exp(-x)) : x - StrictMath.log1p(StrictMath.exp(x));
  }
}
