package org.xinheng.validation.irt;

import java.util.Optional;
import org.xinheng.validation.distribution.ChiSquared;

/**
 * How well a model fits, by the means of items and of the products of two: M2 of Maydeu-Olivares and Joe for items with
 * two answers, its extension to sums of categories for others. Only people with all answers count.
 *
 * @param m2 the statistic; {@code NaN} without a degree of freedom
 * @param df means less estimated parameters
 * @param p the chance of so much misfit if the model holds
 * @param rmsea {@code sqrt(max(M2 - df, 0) / (df (n - 1)))}
 * @param srmr the root of the mean squared difference of observed and expected correlations
 * @param people with all answers
 * @see "Maydeu-Olivares and Joe (2006), Psychometrika 71, 713-732; Cai and Hansen (2013), British Journal of Mathematical
 *     and Statistical Psychology 66, 245-276"
 */
public record OverallFit(double m2, int df, double p, double rmsea, double srmr, int people) {

  /** Of a calibration to the answers that it was made of. */
  public static OverallFit of(Calibration calibration, AnswerPatterns answers) {
    return new Margins(calibration, answers).fit();
  }

  static OverallFit of(double m2, int df, double srmr, int people) {
    return new OverallFit(
        m2,
        df,
        ChiSquared.above(m2, df),
        Math.sqrt(Math.max(m2 - df, 0) / (df * (people - 1.0))),
        srmr,
        people);
  }

  static OverallFit undefined(double srmr, int people) {
    return new OverallFit(Double.NaN, 0, Double.NaN, Double.NaN, srmr, people);
  }

  /**
   * Residuals {@code e} weighed by {@code C = X - X D (D' X D)^-1 D' X}, {@code X} the inverse of their covariances and
   * {@code D} their derivatives by the parameters.
   */
  static Optional<Double> weighed(double[] e, double[][] covariances, double[][] derivatives) {
    int parameters = derivatives[0].length;
    double[][] sides = new double[e.length][parameters + 1];
    for (int i = 0; i < e.length; i++) {
      System.arraycopy(derivatives[i], 0, sides[i], 0, parameters);
      sides[i][parameters] = e[i];
    }
    Optional<double[][]> solved = Matrices.solveAll(covariances, sides);
    if (solved.isEmpty()) {
      return Optional.empty();
    }
    double[][] columns = solved.get();
    double[] right = new double[parameters];
    double[][] middle = new double[parameters][parameters];
    double all = 0;
    for (int i = 0; i < e.length; i++) {
      all += e[i] * columns[i][parameters];
      for (int a = 0; a < parameters; a++) {
        right[a] += derivatives[i][a] * columns[i][parameters];
        for (int b = 0; b < parameters; b++) {
          middle[a][b] += derivatives[i][a] * columns[i][b];
        }
      }
    }
    double whole = all;
    return Matrices.solve(middle, right).map(x -> {
      double explained = 0;
      for (int a = 0; a < x.length; a++) {
        explained += right[a] * x[a];
      }
      return whole - explained;
    });
  }
}
