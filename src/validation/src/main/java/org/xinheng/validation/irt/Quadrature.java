package org.xinheng.validation.irt;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Sums that stand for integrals over a standard normal population: equal steps, weights by the height of the curve.
 *
 * <p>The error of such sums falls exponentially with the step: with steps of 0.1 it is below 1e-8 for posteriors as
 * narrow as 0.1, and beyond 8 lies a share of 1e-15.
 *
 * @see "Trefethen and Weideman (2014), The exponentially convergent trapezoidal rule, SIAM Review 56, 385-458"
 */
final class Quadrature {

  static final Quadrature STANDARD = new Quadrature(8, 0.1);

  private final double[] nodes;
  private final double[] weights;

  private Quadrature(double reach, double step) {
    int half = (int) Math.round(reach / step);
    nodes = new double[2 * half + 1];
    weights = new double[nodes.length];
    for (int q = 0; q < nodes.length; q++) {
      nodes[q] = (q - half) * step;
      weights[q] = StrictMath.exp(-nodes[q] * nodes[q] / 2);
    }
    double total = Arrays.stream(weights).sum();
    for (int q = 0; q < nodes.length; q++) {
      weights[q] /= total;
    }
  }

  int size() {
    return nodes.length;
  }

  double node(int q) {
    return nodes[q];
  }

  double weight(int q) {
    return weights[q];
  }

  /** The mean over the population of what a function gives at each node. */
  double mean(IntToDoubleFunction function) {
    double sum = 0;
    for (int q = 0; q < nodes.length; q++) {
      sum += weights[q] * function.applyAsDouble(q);
    }
    return sum;
  }
}
