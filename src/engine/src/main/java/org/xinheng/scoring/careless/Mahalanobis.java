package org.xinheng.scoring.careless;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a row is from the middle of a table or of a reference sample, measured by how the answers vary together:
 * {@code D^2 = (x - m)' S^-1 (x - m)} with the means m and the covariance S (n - 1) of the columns. The complete rows of
 * the table make m and S, or they are given; distances are those of complete rows.
 *
 * <p>For normal variables D^2 is about chi-square with one degree of freedom for each item. Answers to questionnaires
 * are not normal: far more are beyond a quantile than its confidence says.
 *
 * <p>S is split into L L' (Cholesky) and D^2 is the squared length of the solution z of L z = x - m.
 *
 * @see "Mahalanobis (1936), Proceedings of the National Institute of Sciences of India 2, 49-55"
 */
public final class Mahalanobis {

  /** The part of an item's variance that the items before it must leave unexplained. */
  private static final double LEAST_OWN_VARIANCE = 1e-10;

  private final double[] means;
  private final double[][] factor;

  private Mahalanobis(double[] means, double[][] factor) {
    this.means = means;
    this.factor = factor;
  }

  /**
   * Takes means and covariances from a table.
   *
   * @param answers {@code answers[person][item]}, {@code NaN} where missing; at least one row, all of one length
   * @return empty when the covariance has no inverse: no more complete rows than items, an item that all answer alike,
   *     or one that the others determine
   * @throws IllegalArgumentException if there are no rows, rows have no items or differ in length, or an answer is
   *     infinite
   */
  public static Optional<Mahalanobis> from(double[][] answers) {
    int items = Rows.checked(answers)[0].length;
    if (items == 0) {
      throw new IllegalArgumentException("a row needs at least one item");
    }
    List<double[]> complete = Arrays.stream(answers).filter(Rows::isComplete).toList();
    if (complete.size() <= items) {
      return Optional.empty();
    }
    double[] means = new double[items];
    for (int i = 0; i < items; i++) {
      int item = i;
      means[i] = Rows.mean(complete.stream().mapToDouble(row -> row[item]).toArray());
    }
    return cholesky(covariance(complete, means)).map(factor -> new Mahalanobis(means, factor));
  }

  /**
   * Takes means and covariances that are known, from a reference sample that is not at hand.
   *
   * @param means one for each item, at least one
   * @param covariance symmetric, a line for each item
   * @return empty when the covariance has no inverse: it is not positive definite
   * @throws IllegalArgumentException if the covariance does not have as many lines and columns as there are means, is
   *     not symmetric, or a number is not finite
   */
  public static Optional<Mahalanobis> of(double[] means, double[][] covariance) {
    if (means.length == 0 || covariance.length != means.length) {
      throw new IllegalArgumentException(
          "%d means and %d lines of covariances".formatted(means.length, covariance.length));
    }
    for (int i = 0; i < means.length; i++) {
      if (covariance[i].length != means.length || !Double.isFinite(means[i])) {
        throw new IllegalArgumentException("mean and line %d of the covariances: %s and %s"
            .formatted(i, means[i], Arrays.toString(covariance[i])));
      }
      for (int j = 0; j <= i; j++) {
        if (!Double.isFinite(covariance[i][j]) || covariance[i][j] != covariance[j][i]) {
          throw new IllegalArgumentException(
              "covariances of items %d and %d must be finite and equal: %s and %s"
                  .formatted(i, j, covariance[i][j], covariance[j][i]));
        }
      }
    }
    return cholesky(covariance).map(factor -> new Mahalanobis(means.clone(), factor));
  }

  /** How many items a row has. */
  public int items() {
    return means.length;
  }

  /**
   * The squared distance of a row, of the table or not.
   *
   * @param row the answers, {@code NaN} where missing
   * @return at least 0; empty when an answer is missing
   * @throws IllegalArgumentException if the row has another number of items or an answer is infinite
   */
  public OptionalDouble squaredDistance(double[] row) {
    if (Rows.checked(row).length != means.length) {
      throw new IllegalArgumentException(
          "%d answers for %d items".formatted(row.length, means.length));
    }
    if (!Rows.isComplete(row)) {
      return OptionalDouble.empty();
    }
    double[] z = new double[means.length];
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      double rest = row[i] - means[i];
      for (int j = 0; j < i; j++) {
        rest -= factor[i][j] * z[j];
      }
      z[i] = rest / factor[i][i];
      sum += z[i] * z[i];
    }
    return OptionalDouble.of(sum);
  }

  /**
   * The squared distance that a row of normal variables stays below with this probability: the quantile of chi-square
   * with one degree of freedom for each item. Rows above it are flagged.
   *
   * @param confidence in (0, 1); 0.99 and 0.999 are usual
   * @throws IllegalArgumentException if the confidence is not in (0, 1)
   */
  public double cutOff(double confidence) {
    return ChiSquare.quantile(confidence, means.length);
  }

  private static double[][] covariance(List<double[]> rows, double[] means) {
    double[][] covariance = new double[means.length][means.length];
    double[] deviations = new double[means.length];
    for (double[] row : rows) {
      for (int i = 0; i < means.length; i++) {
        deviations[i] = row[i] - means[i];
        for (int j = 0; j <= i; j++) {
          covariance[i][j] += deviations[i] * deviations[j];
        }
      }
    }
    for (double[] line : covariance) {
      for (int j = 0; j < line.length; j++) {
        line[j] /= rows.size() - 1;
      }
    }
    return covariance;
  }

  /** The lower triangle L with L L' = S, of which only the lower triangle is read; empty when S has no inverse. */
  private static Optional<double[][]> cholesky(double[][] s) {
    double[][] l = new double[s.length][s.length];
    for (int i = 0; i < s.length; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = s[i][j];
        for (int k = 0; k < j; k++) {
          rest -= l[i][k] * l[j][k];
        }
        if (i > j) {
          l[i][j] = rest / l[j][j];
        } else if (rest > LEAST_OWN_VARIANCE * s[i][i]) {
          l[i][i] = Math.sqrt(rest);
        } else {
          return Optional.empty();
        }
      }
    }
    return Optional.of(l);
  }
}
