package org.xinheng.validation.study;

import java.util.Arrays;

/** The chance of being a case as a logistic function of one score, by maximum likelihood with Newton's steps. */
final class LogisticRisk {

  private static final int MOST_STEPS = 50;
  private static final double ENOUGH = 1e-10;

  private LogisticRisk() {}

  /** The fit; not finite if a cut-off separates cases from controls, where there is none. */
  static ScoreResult.Risk fit(double[] scores, boolean[] isCase) {
    double mean = Arrays.stream(scores).average().orElse(0);
    double spread = Math.sqrt(Arrays.stream(scores)
        .map(score -> (score - mean) * (score - mean))
        .average()
        .orElse(0));
    if (!(spread > 0)) {
      return new ScoreResult.Risk(Double.NaN, Double.NaN);
    }
    double a = 0;
    double b = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] sums = new double[5];
      for (int i = 0; i < scores.length; i++) {
        double x = (scores[i] - mean) / spread;
        double p = 1 / (1 + Math.exp(-(a + b * x)));
        double residual = (isCase[i] ? 1 : 0) - p;
        double weight = p * (1 - p);
        sums[0] += residual;
        sums[1] += residual * x;
        sums[2] += weight;
        sums[3] += weight * x;
        sums[4] += weight * x * x;
      }
      double determinant = sums[2] * sums[4] - sums[3] * sums[3];
      double moveA = (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
      double moveB = (sums[2] * sums[1] - sums[3] * sums[0]) / determinant;
      a += moveA;
      b += moveB;
      if (Math.abs(moveA) + Math.abs(moveB) < ENOUGH) {
        return new ScoreResult.Risk(a - b * mean / spread, b / spread);
      }
    }
    return new ScoreResult.Risk(Double.NaN, Double.NaN);
  }
}
