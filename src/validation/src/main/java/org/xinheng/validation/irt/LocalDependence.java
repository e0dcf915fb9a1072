package org.xinheng.validation.irt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.irt.Estimate;

/**
 * Yen's Q3: the correlations of what is left over of two items, answer less the mean answer expected at the mean of the
 * posterior. People without one of the two answers are left out of a pair. With k items and a model that holds they lie
 * about {@code -1 / (k - 1)}.
 *
 * @see "Yen (1984), Applied Psychological Measurement 8, 125-145; Christensen, Makransky and Horton (2017), Applied
 *     Psychological Measurement 41, 178-194"
 */
public final class LocalDependence {

  private final double[][] correlations;

  private LocalDependence(double[][] correlations) {
    this.correlations = correlations;
  }

  /**
   * Two items.
   *
   * @param first place of the one
   * @param second place of the other, above the first
   * @param q3 their correlation; {@code NaN} where one of them leaves nothing over or varies in nothing
   */
  public record Pair(int first, int second, double q3) {}

  /** Of a calibration to the answers that it was made of. */
  public static LocalDependence of(
      Calibration calibration, AnswerPatterns answers, List<PersonScores.Person> people) {
    int items = answers.items();
    double[][] residuals = new double[answers.size()][items];
    for (int p = 0; p < answers.size(); p++) {
      Optional<Estimate> eap = people.get(p).eap();
      for (int j = 0; j < items; j++) {
        int answer = answers.answer(p, j);
        residuals[p][j] = answer == AnswerPatterns.MISSING || eap.isEmpty()
            ? Double.NaN
            : answer - calibration.expected(j, eap.get().theta());
      }
    }
    double[][] correlations = new double[items][items];
    for (int i = 0; i < items; i++) {
      correlations[i][i] = 1;
      for (int j = 0; j < i; j++) {
        correlations[i][j] = correlation(answers, residuals, i, j);
        correlations[j][i] = correlations[i][j];
      }
    }
    return new LocalDependence(correlations);
  }

  private static double correlation(AnswerPatterns answers, double[][] residuals, int i, int j) {
    double n = 0;
    double meanI = 0;
    double meanJ = 0;
    for (int p = 0; p < residuals.length; p++) {
      if (!Double.isNaN(residuals[p][i] + residuals[p][j])) {
        n += answers.people(p);
        meanI += answers.people(p) * residuals[p][i];
        meanJ += answers.people(p) * residuals[p][j];
      }
    }
    meanI /= n;
    meanJ /= n;
    double product = 0;
    double squareI = 0;
    double squareJ = 0;
    for (int p = 0; p < residuals.length; p++) {
      if (!Double.isNaN(residuals[p][i] + residuals[p][j])) {
        double offI = residuals[p][i] - meanI;
        double offJ = residuals[p][j] - meanJ;
        product += answers.people(p) * offI * offJ;
        squareI += answers.people(p) * offI * offI;
        squareJ += answers.people(p) * offJ * offJ;
      }
    }
    return product / Math.sqrt(squareI * squareJ);
  }

  /** The correlation of two items. */
  public double q3(int first, int second) {
    return correlations[first][second];
  }

  /** All pairs, in the order of the items. */
  public List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < correlations.length; i++) {
      for (int j = i + 1; j < correlations.length; j++) {
        pairs.add(new Pair(i, j, correlations[i][j]));
      }
    }
    return pairs;
  }

  /** The mean of all pairs. */
  public double mean() {
    return pairs().stream().mapToDouble(Pair::q3).average().orElse(Double.NaN);
  }
}
