package org.xinheng.validation.study;

import java.util.Arrays;
import org.xinheng.validation.regression.OrdinalRegression;
import org.xinheng.validation.summary.Moments;

/** The chance of being a case as a logistic function of one score. */
final class LogisticRisk {

  private LogisticRisk() {}

  /** The fit; not finite if a cut-off separates cases from controls, where there is none. */
  static ScoreResult.Risk fit(double[] scores, boolean[] isCase) {
    Moments moments = Moments.of(scores);
    if (!(moments.variance() > 0)) {
      return new ScoreResult.Risk(Double.NaN, Double.NaN);
    }
    int[] outcomes = new int[scores.length];
    Arrays.setAll(outcomes, i -> isCase[i] ? 1 : 0);
    OrdinalRegression fit = OrdinalRegression.fit(
        outcomes,
        Arrays.stream(scores)
            .mapToObj(score -> new double[] {(score - moments.mean()) / moments.sd()})
            .toArray(double[][]::new));
    double slope = fit.slope(0) / moments.sd();
    return fit.converged()
        ? new ScoreResult.Risk(-fit.limits().get(0) - slope * moments.mean(), slope)
        : new ScoreResult.Risk(Double.NaN, Double.NaN);
  }
}
