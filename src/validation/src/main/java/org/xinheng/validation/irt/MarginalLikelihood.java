package org.xinheng.validation.irt;

import java.util.Arrays;

/**
 * The likelihood of answers when levels are drawn from a standard normal population, and its derivatives.
 *
 * <p>The observed information is by Louis' identity: the expected information of levels and answers together, less the
 * variance of its score given the answers. With the answers independent at a level, the mean of the product of the scores
 * of two items needs only how much of the posteriors lies at each level among those who chose each pair of categories.
 *
 * @see "Bock and Aitkin (1981), Psychometrika 46, 443-459; Louis (1982), Journal of the Royal Statistical Society B 44,
 *     226-233"
 */
final class MarginalLikelihood {

  private final AnswerPatterns answers;
  private final ResponseFunction function;
  private final Layout layout;
  private final Quadrature levels;

  MarginalLikelihood(
      AnswerPatterns answers, ResponseFunction function, Layout layout, Quadrature levels) {
    this.answers = answers;
    this.function = function;
    this.layout = layout;
    this.levels = levels;
  }

  /** What is expected at some parameters. */
  static final class Expectation {

    private final double logLikelihood;
    private final double[][][] counts;

    private Expectation(double logLikelihood, double[][][] counts) {
      this.logLikelihood = logLikelihood;
      this.counts = counts;
    }

    /** Of all people; {@code NaN} where the parameters are none. */
    double logLikelihood() {
      return logLikelihood;
    }

    /** {@code [item][category][level]}, how many people are expected to be there and to have chosen it. */
    double[][][] counts() {
      return counts;
    }
  }

  /** The logarithms of the probabilities, {@code [item][category][level]}. */
  double[][][] logProbabilities(double[][] parameters) {
    double[][][] logs = new double[parameters.length][][];
    for (int j = 0; j < logs.length; j++) {
      logs[j] = new double[parameters[j].length][levels.size()];
      for (int q = 0; q < levels.size(); q++) {
        double[] at = function.logProbabilities(parameters[j], levels.node(q));
        for (int k = 0; k < at.length; k++) {
          logs[j][k][q] = at[k];
        }
      }
    }
    return logs;
  }

  /**
   * Where a person with this pattern may be.
   *
   * @param posterior receives the share of each level
   * @return the logarithm of the probability of the pattern
   */
  double posterior(double[][][] logs, int pattern, double[] posterior) {
    Arrays.fill(posterior, 0);
    for (int j = 0; j < logs.length; j++) {
      int answer = answers.answer(pattern, j);
      if (answer != AnswerPatterns.MISSING) {
        double[] column = logs[j][answer];
        for (int q = 0; q < posterior.length; q++) {
          posterior[q] += column[q];
        }
      }
    }
    double highest = Double.NEGATIVE_INFINITY;
    for (double log : posterior) {
      highest = Math.max(highest, log);
    }
    double total = 0;
    for (int q = 0; q < posterior.length; q++) {
      posterior[q] = levels.weight(q) * StrictMath.exp(posterior[q] - highest);
      total += posterior[q];
    }
    for (int q = 0; q < posterior.length; q++) {
      posterior[q] /= total;
    }
    return highest + StrictMath.log(total);
  }

  Expectation expect(double[][] parameters) {
    double[][][] logs = logProbabilities(parameters);
    double[][][] counts = new double[logs.length][][];
    for (int j = 0; j < logs.length; j++) {
      counts[j] = new double[logs[j].length][levels.size()];
    }
    double[] posterior = new double[levels.size()];
    double sum = 0;
    for (int p = 0; p < answers.size(); p++) {
      sum += answers.people(p) * posterior(logs, p, posterior);
      for (int j = 0; j < counts.length; j++) {
        int answer = answers.answer(p, j);
        if (answer != AnswerPatterns.MISSING) {
          add(posterior, answers.people(p), counts[j][answer]);
        }
      }
    }
    return new Expectation(sum, counts);
  }

  private static void add(double[] values, double weight, double[] sums) {
    for (int q = 0; q < values.length; q++) {
      sums[q] += weight * values[q];
    }
  }

  /** The first derivatives of the log-likelihood by what is estimated. */
  double[] gradient(double[][] parameters, double[][][] counts) {
    double[] gradient = new double[layout.size()];
    for (int j = 0; j < parameters.length; j++) {
      for (int k = 0; k < counts[j].length; k++) {
        for (int q = 0; q < levels.size(); q++) {
          layout.addGradient(
              j, function.score(parameters[j], levels.node(q), k), counts[j][k][q], gradient);
        }
      }
    }
    return gradient;
  }

  /** Minus the expected second derivatives were the levels known: positive, and too much of an information. */
  double[][] completeInformation(double[][] parameters, double[][][] counts) {
    double[][] sums = new double[layout.size()][layout.size()];
    for (int j = 0; j < parameters.length; j++) {
      int size = parameters[j].length;
      double[][] block = new double[size][size];
      for (int k = 0; k < counts[j].length; k++) {
        for (int q = 0; q < levels.size(); q++) {
          function.addCurvature(parameters[j], levels.node(q), k, -counts[j][k][q], block);
        }
      }
      layout.addBlock(j, j, block, sums);
    }
    return sums;
  }

  /** The observed information: minus the second derivatives of the log-likelihood. */
  double[][] observedInformation(double[][] parameters, double[][][] counts) {
    double[][] sums = completeInformation(parameters, counts);
    double[][][][] scores = scores(parameters);
    double[][][][][] shares = shares(parameters, scores, sums);
    for (int j = 0; j < parameters.length; j++) {
      double[][] own = new double[parameters[j].length][parameters[j].length];
      for (int k = 0; k < counts[j].length; k++) {
        addProducts(scores[j][k], scores[j][k], counts[j][k], own);
      }
      layout.addBlock(j, j, own, sums);
      for (int i = 0; i < j; i++) {
        addPair(j, i, shares[j][i], scores, sums);
      }
    }
    return sums;
  }

  /** {@code [item][category][parameter][level]}. */
  private double[][][][] scores(double[][] parameters) {
    double[][][][] scores = new double[parameters.length][][][];
    for (int j = 0; j < scores.length; j++) {
      int size = parameters[j].length;
      scores[j] = new double[size][size][levels.size()];
      for (int k = 0; k < size; k++) {
        for (int q = 0; q < levels.size(); q++) {
          double[] at = function.score(parameters[j], levels.node(q), k);
          for (int m = 0; m < size; m++) {
            scores[j][k][m][q] = at[m];
          }
        }
      }
    }
    return scores;
  }

  /**
   * How many people are expected at each level to have chosen a category of an item and one of an item before it,
   * {@code [item][other][category][of other][level]}; adds the products of the mean scores of each person on the way.
   */
  private double[][][][][] shares(double[][] parameters, double[][][][] scores, double[][] sums) {
    double[][][][][] shares = new double[scores.length][][][][];
    for (int j = 0; j < scores.length; j++) {
      shares[j] = new double[j][scores[j].length][][];
      for (int i = 0; i < j; i++) {
        for (int k = 0; k < scores[j].length; k++) {
          shares[j][i][k] = new double[scores[i].length][levels.size()];
        }
      }
    }
    double[][][] logs = logProbabilities(parameters);
    double[] posterior = new double[levels.size()];
    for (int p = 0; p < answers.size(); p++) {
      posterior(logs, p, posterior);
      addProductOfMeans(p, posterior, scores, sums);
      for (int j = 1; j < scores.length; j++) {
        int answer = answers.answer(p, j);
        for (int i = 0; i < j && answer != AnswerPatterns.MISSING; i++) {
          int other = answers.answer(p, i);
          if (other != AnswerPatterns.MISSING) {
            add(posterior, answers.people(p), shares[j][i][answer][other]);
          }
        }
      }
    }
    return shares;
  }

  private void addProductOfMeans(
      int pattern, double[] posterior, double[][][][] scores, double[][] sums) {
    double[] mean = new double[layout.size()];
    for (int j = 0; j < scores.length; j++) {
      int answer = answers.answer(pattern, j);
      if (answer != AnswerPatterns.MISSING) {
        double[] own = new double[scores[j].length];
        for (int m = 0; m < own.length; m++) {
          own[m] = dot(scores[j][answer][m], posterior);
        }
        layout.addGradient(j, own, 1, mean);
      }
    }
    for (int a = 0; a < mean.length; a++) {
      for (int b = 0; b < mean.length; b++) {
        sums[a][b] += answers.people(pattern) * mean[a] * mean[b];
      }
    }
  }

  private void addPair(int j, int i, double[][][] shares, double[][][][] scores, double[][] sums) {
    double[][] block = new double[scores[j].length][scores[i].length];
    for (int k = 0; k < scores[j].length; k++) {
      for (int l = 0; l < scores[i].length; l++) {
        addProducts(scores[j][k], scores[i][l], shares[k][l], block);
      }
    }
    layout.addBlock(j, i, block, sums);
    layout.addBlock(i, j, transposed(block), sums);
  }

  private static double[][] transposed(double[][] block) {
    double[][] transposed = new double[block[0].length][block.length];
    for (int k = 0; k < block.length; k++) {
      for (int l = 0; l < block[k].length; l++) {
        transposed[l][k] = block[k][l];
      }
    }
    return transposed;
  }

  /** Takes the products off: they are the part of the information that is missing. */
  private static void addProducts(
      double[][] first, double[][] second, double[] weights, double[][] sums) {
    for (int m = 0; m < first.length; m++) {
      for (int n = 0; n < second.length; n++) {
        double sum = 0;
        for (int q = 0; q < weights.length; q++) {
          sum += weights[q] * first[m][q] * second[n][q];
        }
        sums[m][n] -= sum;
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int q = 0; q < a.length; q++) {
      sum += a[q] * b[q];
    }
    return sum;
  }
}
