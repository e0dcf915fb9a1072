package org.xinheng.scoring.careless;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * Quantiles of chi-square. The library's search stops at 1e-9; Newton's steps on whichever tail is the smaller take
 * the result to the accuracy of the incomplete gamma function, a relative 1e-13. Near 0, where 1e-9 is too coarse to
 * start from, {@code x^s / Gamma(s + 1)} for the incomplete gamma function of shape s gives a lower bound, and a close
 * one.
 */
final class ChiSquare {

  private static final int NEWTON_STEPS = 3;

  private ChiSquare() {}

  /**
   * The value that a chi-square variable stays below with probability p.
   *
   * @throws IllegalArgumentException if p is not in (0, 1)
   */
  static double quantile(double p, int degreesOfFreedom) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("confidence must be in (0, 1): " + p);
    }
    ChiSquaredDistribution chiSquare = new ChiSquaredDistribution(degreesOfFreedom);
    double shape = degreesOfFreedom / 2.0;
    double atLeast = 2 * StrictMath.exp((StrictMath.log(p) + Gamma.logGamma(shape + 1)) / shape);
    double x = Math.max(chiSquare.inverseCumulativeProbability(p), atLeast);
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double excess = p < 0.5
          ? Gamma.regularizedGammaP(shape, x / 2) - p
          : (1 - p) - Gamma.regularizedGammaQ(shape, x / 2);
      x -= excess / chiSquare.density(x);
    }
    return x;
  }
}
