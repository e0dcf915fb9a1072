package org.xinheng.validation.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How likely each sum of answers is at each level, by the recursion of Lord and Wingersky, and what a sum alone says of
 * the level.
 *
 * @see "Lord and Wingersky (1984), Applied Psychological Measurement 8, 453-461; Thissen, Pommerich, Billeaud and Williams
 *     (1995), Applied Psychological Measurement 19, 39-49"
 */
public final class SumScores {

  private SumScores() {}

  /**
   * What a sum says.
   *
   * @param sum of the answers to all items, each counted from 0
   * @param eap mean level of the people with this sum
   * @param sd standard deviation of their levels
   * @param expected how many of the people with all answers should have it
   * @param observed how many have it
   */
  public record Row(int sum, double eap, double sd, double expected, int observed) {}

  /** One row for each possible sum, from 0. */
  public static List<Row> of(Calibration calibration, AnswerPatterns answers) {
    Quadrature levels = Quadrature.STANDARD;
    double[][] likelihood = of(probabilities(calibration, levels), -1);
    int[] observed = new int[likelihood.length];
    int people = 0;
    for (int p = 0; p < answers.size(); p++) {
      if (answers.isComplete(p)) {
        observed[answers.sum(p)] += answers.people(p);
        people += answers.people(p);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int sum = 0; sum < likelihood.length; sum++) {
      double[] at = likelihood[sum];
      double share = levels.mean(q -> at[q]);
      double mean = levels.mean(q -> at[q] * levels.node(q)) / share;
      double variance =
          levels.mean(q -> at[q] * (levels.node(q) - mean) * (levels.node(q) - mean)) / share;
      rows.add(new Row(sum, mean, Math.sqrt(variance), people * share, observed[sum]));
    }
    return rows;
  }

  /** {@code [item][category][level]}. */
  static double[][][] probabilities(Calibration calibration, Quadrature levels) {
    double[][][] all = new double[calibration.items().size()][][];
    for (int j = 0; j < all.length; j++) {
      all[j] = new double[calibration.items().get(j).categories()][levels.size()];
      for (int q = 0; q < levels.size(); q++) {
        double[] at = calibration.probabilities(j, levels.node(q));
        for (int k = 0; k < at.length; k++) {
          all[j][k][q] = at[k];
        }
      }
    }
    return all;
  }

  /**
   * The probability of each sum at each level, {@code [sum][level]}.
   *
   * @param without an item to leave out; below 0 for none
   */
  static double[][] of(double[][][] probabilities, int without) {
    int nodes = probabilities[0][0].length;
    double[][] sums = new double[1][nodes];
    Arrays.fill(sums[0], 1);
    for (int j = 0; j < probabilities.length; j++) {
      if (j != without) {
        sums = with(sums, probabilities[j], nodes);
      }
    }
    return sums;
  }

  private static double[][] with(double[][] sums, double[][] item, int nodes) {
    double[][] more = new double[sums.length + item.length - 1][nodes];
    for (int s = 0; s < sums.length; s++) {
      for (int k = 0; k < item.length; k++) {
        for (int q = 0; q < nodes; q++) {
          more[s + k][q] += sums[s][q] * item[k][q];
        }
      }
    }
    return more;
  }
}
