package org.xinheng.instrument.irt;

/**
 * An estimated level.
 *
 * @param theta the level, in the unit of the item parameters
 * @param standardError its standard error, above 0, in the same unit
 */
public record Estimate(double theta, double standardError) {

  /** The level as a T score, {@code 50 + 10 theta}: mean 50 and standard deviation 10 where theta has 0 and 1. */
  public double tScore() {
    return 50 + 10 * theta;
  }

  /** The standard error in points of the T score. */
  public double tScoreStandardError() {
    return 10 * standardError;
  }
}
