package org.xinheng.validation.roc;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.Direction;
import org.xinheng.validation.Interval;
import org.xinheng.validation.distribution.ChiSquared;
import org.xinheng.validation.distribution.StudentT;

/**
 * Areas of several scores of the same people, with how they vary together.
 *
 * @see "DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845"
 */
public final class AucComparison {

  /**
   * The difference of two areas of the same people.
   *
   * @param difference first less second
   * @param standardError its standard error
   * @param z their ratio; {@code NaN} if both are 0
   * @param p two-sided
   * @param pGreater one-sided, against the first area being larger
   */
  public record Paired(
      double difference, double standardError, double z, double p, double pGreater) {

    /** {@code difference ± z se}. */
    public Interval interval(double level) {
      return Interval.around(difference, Normal.critical(level) * standardError);
    }
  }

  /**
   * The difference of two areas of different people.
   *
   * @param difference first less second
   * @param standardError its standard error
   * @param statistic their ratio
   * @param df degrees of freedom after Satterthwaite, with the whole of each sample counted
   * @param p two-sided, by Student's t
   * @param zP two-sided, by the normal curve
   */
  public record Unpaired(
      double difference, double standardError, double statistic, double df, double p, double zP) {

    /** {@code difference ± z se}. */
    public Interval interval(double level) {
      return Interval.around(difference, Normal.critical(level) * standardError);
    }
  }

  /** Whether all areas are equal: a chi-square and as many degrees of freedom as areas differ independently. */
  public record Overall(double chiSquare, int df, double p) {}

  private final int missing;
  private final double[] areas;
  private final double[][] covariance;

  private AucComparison(int missing, double[] areas, double[][] covariance) {
    this.missing = missing;
    this.areas = areas;
    this.covariance = covariance;
  }

  /**
   * The areas of several scores of the same people.
   *
   * @param scores {@code scores[score][person]}; a person without one of them is left out of all
   * @param isCase the criterion of each person
   * @param directions one for each score
   */
  public static AucComparison of(double[][] scores, boolean[] isCase, Direction[] directions) {
    if (scores.length != directions.length) {
      throw new IllegalArgumentException("as many directions as scores are needed: "
          + directions.length + " and " + scores.length);
    }
    boolean[] complete = complete(scores, isCase.length);
    int m = 0;
    int n = 0;
    for (int i = 0; i < isCase.length; i++) {
      m += complete[i] && isCase[i] ? 1 : 0;
      n += complete[i] && !isCase[i] ? 1 : 0;
    }
    double[] areas = new double[scores.length];
    Placements[] placements = new Placements[scores.length];
    for (int k = 0; k < scores.length; k++) {
      double[] kept = scores[k].clone();
      for (int i = 0; i < kept.length; i++) {
        kept[i] = complete[i] ? kept[i] : Double.NaN;
      }
      Placements.Split split = Placements.Split.of(kept, isCase, directions[k]);
      placements[k] = Placements.of(split.cases(), split.controls());
      areas[k] = m == 0 || n == 0 ? Double.NaN : placements[k].doubleU() / (2.0 * m * n);
    }
    double[][] covariance = new double[scores.length][scores.length];
    for (int a = 0; a < scores.length; a++) {
      for (int b = 0; b <= a; b++) {
        covariance[a][b] = covariance(placements[a].ofCases, placements[b].ofCases, n) / m
            + covariance(placements[a].ofControls, placements[b].ofControls, m) / n;
        covariance[b][a] = covariance[a][b];
      }
    }
    return new AucComparison(isCase.length - m - n, areas, covariance);
  }

  private static boolean[] complete(double[][] scores, int n) {
    boolean[] complete = new boolean[n];
    Arrays.fill(complete, true);
    for (double[] score : scores) {
      if (score.length != n) {
        throw new IllegalArgumentException(
            "as many scores as criteria are needed: " + score.length + " and " + n);
      }
      for (int i = 0; i < n; i++) {
        complete[i] &= !Double.isNaN(score[i]);
      }
    }
    return complete;
  }

  /** Covariance, with divisor n - 1, of placements as shares. */
  private static double covariance(long[] a, long[] b, int others) {
    int n = a.length;
    if (n < 2 || others == 0) {
      return Double.NaN;
    }
    double meanA = (double) Arrays.stream(a).sum() / n;
    double meanB = (double) Arrays.stream(b).sum() / n;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum / (n - 1.0) / (4.0 * others * others);
  }

  /** People left out for want of a score. */
  public int missing() {
    return missing;
  }

  public double area(int score) {
    return areas[score];
  }

  /** The covariance of two areas, or the variance of one. */
  public double covariance(int first, int second) {
    return covariance[first][second];
  }

  /** The difference of two of the areas. */
  public Paired paired(int first, int second) {
    double difference = areas[first] - areas[second];
    double se = Math.sqrt(Math.max(
        0, covariance[first][first] + covariance[second][second] - 2 * covariance[first][second]));
    double z = difference / se;
    return new Paired(difference, se, z, Normal.beyond(z), Normal.above(z));
  }

  /** The test that all areas are equal. */
  public Overall overall() {
    int k = areas.length - 1;
    double[] differences = new double[k];
    RealMatrix variance = new Array2DRowRealMatrix(Math.max(1, k), Math.max(1, k));
    for (int i = 0; i < k; i++) {
      differences[i] = areas[i] - areas[k];
      for (int j = 0; j < k; j++) {
        variance.setEntry(
            i, j, covariance[i][j] - covariance[i][k] - covariance[k][j] + covariance[k][k]);
      }
    }
    if (k == 0 || Double.isNaN(variance.getTrace())) {
      return new Overall(Double.NaN, 0, Double.NaN);
    }
    SingularValueDecomposition parts = new SingularValueDecomposition(variance);
    double[] solved = parts.getSolver().getInverse().operate(differences);
    double chiSquare = 0;
    for (int i = 0; i < k; i++) {
      chiSquare += differences[i] * solved[i];
    }
    int df = parts.getRank();
    return new Overall(chiSquare, df, ChiSquared.above(chiSquare, df));
  }

  /** The difference of two areas of different people. */
  public static Unpaired unpaired(Auc first, Auc second) {
    double v1 = first.variance();
    double v2 = second.variance();
    double n1 = (double) first.cases() + first.controls();
    double n2 = (double) second.cases() + second.controls();
    double difference = first.value() - second.value();
    double se = Math.sqrt(v1 + v2);
    double statistic = difference / se;
    double df = (v1 + v2) * (v1 + v2) / (v1 * v1 / (n1 - 1) + v2 * v2 / (n2 - 1));
    return new Unpaired(
        difference, se, statistic, df, StudentT.beyond(statistic, df), Normal.beyond(statistic));
  }
}
