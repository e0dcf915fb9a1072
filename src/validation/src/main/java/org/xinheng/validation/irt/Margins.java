package org.xinheng.validation.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The means of items and of products of two items, as observed and as a calibration expects them. */
final class Margins {

  private final Calibration calibration;
  private final AnswerPatterns answers;
  private final Layout layout;
  private final Quadrature levels = Quadrature.STANDARD;
  private final double[][] mean;
  private final double[][][] power;
  private final List<int[]> margins = new ArrayList<>();

  Margins(Calibration calibration, AnswerPatterns answers) {
    this.calibration = calibration;
    this.answers = answers;
    this.layout = Layout.of(calibration.model(), answers);
    int items = answers.items();
    double[][][] p = SumScores.probabilities(calibration, levels);
    power = new double[items][5][levels.size()];
    mean = new double[items][];
    for (int j = 0; j < items; j++) {
      for (int e = 0; e < 5; e++) {
        for (int k = 0; k < p[j].length; k++) {
          for (int q = 0; q < levels.size(); q++) {
            power[j][e][q] += Math.pow(k, e) * p[j][k][q];
          }
        }
      }
      mean[j] = power[j][1];
      margins.add(new int[] {j});
    }
    for (int i = 0; i < items; i++) {
      for (int j = i + 1; j < items; j++) {
        margins.add(new int[] {i, j});
      }
    }
  }

  OverallFit fit() {
    double[] expected = new double[margins.size()];
    double[] observed = new double[margins.size()];
    int people = 0;
    double[] square = new double[answers.items()];
    for (int p = 0; p < answers.size(); p++) {
      if (answers.isComplete(p)) {
        people += answers.people(p);
        for (int m = 0; m < observed.length; m++) {
          observed[m] += answers.people(p) * product(p, margins.get(m));
        }
        for (int j = 0; j < square.length; j++) {
          square[j] += answers.people(p) * product(p, new int[] {j, j});
        }
      }
    }
    double[] residual = new double[margins.size()];
    for (int m = 0; m < expected.length; m++) {
      expected[m] = expected(margins.get(m));
      observed[m] /= people;
      residual[m] = observed[m] - expected[m];
    }
    double srmr = srmr(observed, expected, square, people);
    int df = margins.size() - layout.size();
    if (df <= 0 || people < 2) {
      return OverallFit.undefined(srmr, people);
    }
    int n = people;
    Optional<Double> m2 = OverallFit.weighed(residual, covariances(expected), derivatives());
    return m2.map(value -> OverallFit.of(n * value, df, srmr, n))
        .orElse(OverallFit.undefined(srmr, n));
  }

  private double product(int pattern, int[] items) {
    double product = 1;
    for (int item : items) {
      product *= answers.answer(pattern, item);
    }
    return product;
  }

  /** The mean over the population of a product of answers, which are independent at a level. */
  private double expected(int... items) {
    int[] exponents = new int[answers.items()];
    for (int item : items) {
      exponents[item]++;
    }
    double[] values = new double[levels.size()];
    Arrays.fill(values, 1);
    for (int item : items) {
      int exponent = exponents[item];
      exponents[item] = 0;
      for (int q = 0; q < values.length; q++) {
        values[q] *= power[item][exponent][q];
      }
    }
    return levels.mean(q -> values[q]);
  }

  private double[][] covariances(double[] expected) {
    double[][] covariances = new double[margins.size()][margins.size()];
    for (int m = 0; m < covariances.length; m++) {
      for (int n = 0; n <= m; n++) {
        int[] first = margins.get(m);
        int[] second = margins.get(n);
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        covariances[m][n] = expected(both) - expected[m] * expected[n];
        covariances[n][m] = covariances[m][n];
      }
    }
    return covariances;
  }

  /** {@code [margin][estimated number]}. */
  private double[][] derivatives() {
    double[][] derivatives = new double[margins.size()][layout.size()];
    double[][] parameters = calibration.parameters();
    ResponseFunction function = calibration.model().function();
    double[][][] ofMean = new double[parameters.length][][];
    for (int j = 0; j < parameters.length; j++) {
      ofMean[j] = new double[parameters[j].length][levels.size()];
      for (int q = 0; q < levels.size(); q++) {
        double[] p = calibration.probabilities(j, levels.node(q));
        for (int k = 1; k < p.length; k++) {
          double[] score = function.score(parameters[j], levels.node(q), k);
          for (int a = 0; a < score.length; a++) {
            ofMean[j][a][q] += k * p[k] * score[a];
          }
        }
      }
    }
    for (int m = 0; m < derivatives.length; m++) {
      for (int item : margins.get(m)) {
        double[] by = new double[parameters[item].length];
        for (int a = 0; a < by.length; a++) {
          double[] own = ofMean[item][a];
          int[] of = margins.get(m);
          int other = of.length == 1 ? -1 : of[0] == item ? of[1] : of[0];
          by[a] = levels.mean(q -> own[q] * (other < 0 ? 1 : mean[other][q]));
        }
        layout.addGradient(item, by, 1, derivatives[m]);
      }
    }
    return derivatives;
  }

  private double srmr(double[] observed, double[] expected, double[] squares, int people) {
    double sum = 0;
    int pairs = 0;
    for (int m = answers.items(); m < margins.size(); m++) {
      int i = margins.get(m)[0];
      int j = margins.get(m)[1];
      double off = correlation(
              observed[m], observed[i], observed[j], squares[i] / people, squares[j] / people)
          - correlation(expected[m], expected[i], expected[j], expected(i, i), expected(j, j));
      sum += off * off;
      pairs++;
    }
    return Math.sqrt(sum / pairs);
  }

  private static double correlation(double ij, double i, double j, double ii, double jj) {
    return (ij - i * j) / Math.sqrt((ii - i * i) * (jj - j * j));
  }
}
