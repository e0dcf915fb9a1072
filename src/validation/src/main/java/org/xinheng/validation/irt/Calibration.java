package org.xinheng.validation.irt;

import java.util.List;

/**
 * The parameters of items estimated by marginal maximum likelihood.
 *
 * @param model what was fitted
 * @param items in the order of the answers
 * @param people who answered something
 * @param estimated how many numbers were estimated
 * @param logLikelihood of all answers, at its maximum
 * @param steps how many steps were taken
 * @param converged whether the maximum was reached; if not, the numbers are where the search stopped
 * @param errorsKnown whether the information could be inverted, so that standard errors are there
 */
public record Calibration(
    IrtModel model,
    List<CalibratedItem> items,
    int people,
    int estimated,
    double logLikelihood,
    int steps,
    boolean converged,
    boolean errorsKnown) {

  public Calibration {
    items = List.copyOf(items);
  }

  /** Akaike's criterion, {@code -2 log L + 2 p}. */
  public double aic() {
    return -2 * logLikelihood + 2 * estimated;
  }

  /** Schwarz' criterion, {@code -2 log L + p log n}. */
  public double bic() {
    return -2 * logLikelihood + estimated * Math.log(people);
  }

  double[][] parameters() {
    return items.stream().map(CalibratedItem::parameters).toArray(double[][]::new);
  }

  /**
   * The probabilities of the categories of an item at a level, lowest first.
   *
   * @param item its place
   * @param theta the level, finite
   */
  public double[] probabilities(int item, double theta) {
    double[] logs = model.function().logProbabilities(items.get(item).parameters(), theta);
    for (int k = 0; k < logs.length; k++) {
      logs[k] = StrictMath.exp(logs[k]);
    }
    return logs;
  }

  /** The mean answer to an item at a level. */
  public double expected(int item, double theta) {
    double[] p = probabilities(item, theta);
    double sum = 0;
    for (int k = 1; k < p.length; k++) {
      sum += k * p[k];
    }
    return sum;
  }

  /**
   * Fisher's information of an item at a level, {@code sum of P s^2} with the derivatives s of the log-probabilities by
   * the level.
   */
  public double information(int item, double theta) {
    double[] p = probabilities(item, theta);
    double a = items.get(item).slope();
    double sum = 0;
    if (model == IrtModel.PARTIAL_CREDIT) {
      double mean = expected(item, theta);
      for (int k = 0; k < p.length; k++) {
        sum += a * a * p[k] * (k - mean) * (k - mean);
      }
      return sum;
    }
    double below = 1;
    for (int k = 0; k < p.length; k++) {
      double above = below - p[k];
      double s = a * ((1 - below) - Math.max(0, above));
      sum += p[k] * s * s;
      below = Math.max(0, above);
    }
    return sum;
  }

  /** The information of all items together. */
  public double information(double theta) {
    double sum = 0;
    for (int j = 0; j < items.size(); j++) {
      sum += information(j, theta);
    }
    return sum;
  }

  /** The share of the variance of levels that is not error, {@code I / (I + 1)}, as a mean over the population. */
  public double marginalReliability() {
    Quadrature levels = Quadrature.STANDARD;
    return levels.mean(q -> {
      double information = information(levels.node(q));
      return information / (information + 1);
    });
  }

  /** The logarithm of the probability of a pattern of answers in the population. */
  public double logProbability(int[] answers) {
    Quadrature levels = Quadrature.STANDARD;
    double[] logs = new double[levels.size()];
    double highest = Double.NEGATIVE_INFINITY;
    for (int q = 0; q < logs.length; q++) {
      for (int j = 0; j < answers.length; j++) {
        if (answers[j] != AnswerPatterns.MISSING) {
          double[] parameters = items.get(j).parameters();
          logs[q] += model.function().logProbabilities(parameters, levels.node(q))[answers[j]];
        }
      }
      highest = Math.max(highest, logs[q]);
    }
    double most = highest;
    return most + StrictMath.log(levels.mean(q -> StrictMath.exp(logs[q] - most)));
  }

  /**
   * The likelihood ratio statistic against all possible frequencies of patterns, {@code 2 sum O log(O / E)}. It follows a
   * chi-square distribution only if every pattern is expected several times.
   *
   * @param answers that the parameters were estimated from
   * @return {@code NaN} if any answer is missing
   */
  public double likelihoodRatio(AnswerPatterns answers) {
    double sum = -logLikelihood;
    for (int p = 0; p < answers.size(); p++) {
      if (!answers.isComplete(p)) {
        return Double.NaN;
      }
      sum += answers.people(p) * Math.log((double) answers.people(p) / answers.rows());
    }
    return 2 * sum;
  }
}
