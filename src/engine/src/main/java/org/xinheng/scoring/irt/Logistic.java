package org.xinheng.scoring.irt;

/**
 * The logistic function {@code 1 / (1 + exp(-x))}, also at the infinities. {@code StrictMath}: the same digits on every
 * Java.
 */
final class Logistic {

  private Logistic() {}

  static double of(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /** Its logarithm; finite for every finite x. */
  static double log(double x) {
    return x > 0 ? -StrictMath.log1p(StrictMath.exp(-x)) : x - StrictMath.log1p(StrictMath.exp(x));
  }
}
