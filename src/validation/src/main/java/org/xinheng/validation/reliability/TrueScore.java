package org.xinheng.validation.reliability;

import org.xinheng.scoring.Normal;
import org.xinheng.validation.Interval;

/**
 * What a score says about the score a person would have on average.
 *
 * @param mean of the norm group
 * @param sd of the norm group
 * @param reliability from 0 to 1
 */
public record TrueScore(double mean, double sd, double reliability) {

  public TrueScore {
    if (!(reliability >= 0 && reliability <= 1)) {
      throw new IllegalArgumentException("reliability must be in [0, 1]: " + reliability);
    }
  }

  /** How far scores of the same person lie apart: {@code sd sqrt(1 - rel)}. */
  public double standardErrorOfMeasurement() {
    return sd * Math.sqrt(1 - reliability);
  }

  /** How far true scores of persons with the same score lie apart: {@code sd sqrt(rel (1 - rel))}. */
  public double standardErrorOfEstimate() {
    return sd * Math.sqrt(reliability * (1 - reliability));
  }

  /** Kelley's estimate of the true score, drawn toward the mean. */
  public double estimate(double score) {
    return mean + reliability * (score - mean);
  }

  /** The band around the score itself. */
  public Interval band(double score, double level) {
    return Interval.around(score, Normal.critical(level) * standardErrorOfMeasurement());
  }

  /** The band around the estimated true score. */
  public Interval trueBand(double score, double level) {
    return Interval.around(estimate(score), Normal.critical(level) * standardErrorOfEstimate());
  }
}
