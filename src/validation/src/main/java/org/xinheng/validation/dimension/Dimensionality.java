package org.xinheng.validation.dimension;

import java.util.Arrays;
import java.util.List;
import org.xinheng.validation.distribution.ChiSquared;
import org.xinheng.validation.summary.Covariances;

/** How many things a set of items measures, as far as their correlations tell. */
public final class Dimensionality {

  private final double[][] correlations;
  private final int n;
  private final SymmetricEigen eigen;
  private final double[][] inverse;

  private Dimensionality(double[][] correlations, int n) {
    this.correlations = correlations;
    this.n = n;
    this.eigen = SymmetricEigen.of(correlations);
    this.inverse = isRegular(eigen) ? Covariances.inverse(correlations) : new double[0][];
  }

  /**
   * Of correlations, Pearson's or polychoric ones.
   *
   * @param correlations symmetric, of at least two items
   * @param n people behind them
   * @throws IllegalArgumentException if there are fewer than two items, or one of the correlations is not a number
   */
  public static Dimensionality of(double[][] correlations, int n) {
    if (correlations.length < 2) {
      throw new IllegalArgumentException("at least two items are needed: " + correlations.length);
    }
    for (double[] row : correlations) {
      if (Arrays.stream(row).anyMatch(Double::isNaN)) {
        throw new IllegalArgumentException("an item without any spread has no correlations");
      }
    }
    return new Dimensionality(
        Arrays.stream(correlations).map(double[]::clone).toArray(double[][]::new), n);
  }

  /** Whether no item follows from others: else there is no inverse, and what rests on it is {@code NaN}. */
  private static boolean isRegular(SymmetricEigen eigen) {
    double[] values = eigen.values();
    return values[values.length - 1] > 1e-12 * values[0];
  }

  /** Eigenvalues of the correlations, the largest first. */
  public double[] eigenvalues() {
    return eigen.values();
  }

  /** How many eigenvalues lie above 1, Kaiser's rule; it finds too many factors. */
  public int aboveOne() {
    return (int) Arrays.stream(eigen.values()).filter(value -> value > 1).count();
  }

  /** How well each item is predicted by the others, as a squared correlation. */
  public double[] squaredMultipleCorrelations() {
    double[] smc = new double[correlations.length];
    Arrays.fill(smc, Double.NaN);
    for (int i = 0; i < inverse.length; i++) {
      smc[i] = 1 - 1 / inverse[i][i];
    }
    return smc;
  }

  /**
   * Sampling adequacy of Kaiser, Meyer and Olkin: squared correlations by themselves and squared partial correlations.
   *
   * @param overall of all items, from 0 to 1
   * @param items of each
   * @see "Kaiser and Rice (1974), Educational and Psychological Measurement 34, 111-117"
   */
  public record Adequacy(double overall, List<Double> items) {

    public Adequacy {
      items = List.copyOf(items);
    }
  }

  /** Sampling adequacy; {@code NaN} if an item follows from others. */
  public Adequacy adequacy() {
    int k = correlations.length;
    Double[] items = new Double[k];
    Arrays.fill(items, Double.NaN);
    double allPlain = 0;
    double allPartial = 0;
    for (int i = 0; i < inverse.length; i++) {
      double plain = 0;
      double partial = 0;
      for (int j = 0; j < k; j++) {
        if (i != j) {
          plain += correlations[i][j] * correlations[i][j];
          partial += inverse[i][j] * inverse[i][j] / (inverse[i][i] * inverse[j][j]);
        }
      }
      items[i] = plain / (plain + partial);
      allPlain += plain;
      allPartial += partial;
    }
    return new Adequacy(allPlain / (allPlain + allPartial), List.of(items));
  }

  /** A test by chi square. */
  public record Test(double chiSquare, int df, double p) {}

  /**
   * Bartlett's test that no two items correlate, {@code -(n - 1 - (2k + 5)/6) ln|R|}.
   *
   * @see "Bartlett (1951), Biometrika 38, 337-344"
   */
  public Test sphericity() {
    int k = correlations.length;
    double log = 0;
    for (double value : eigen.values()) {
      log += Math.log(Math.max(value, 0));
    }
    double chi = -(n - 1 - (2.0 * k + 5) / 6) * log;
    int df = k * (k - 1) / 2;
    return new Test(chi, df, ChiSquared.above(chi, df));
  }

  /**
   * Velicer's mean of the squared partial correlations, one, two … components taken out.
   *
   * @param most the largest number of components, below the number of items
   * @see "Velicer (1976), Psychometrika 41, 321-327"
   */
  public double[] averagePartials(int most) {
    int k = correlations.length;
    double[][] rest = Arrays.stream(correlations).map(double[]::clone).toArray(double[][]::new);
    double[] averages = new double[Math.min(most, k - 1)];
    double[] values = eigen.values();
    for (int m = 0; m < averages.length; m++) {
      double[] vector = eigen.vector(m);
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          rest[i][j] -= values[m] * vector[i] * vector[j];
        }
      }
      averages[m] = averageSquare(rest);
    }
    return averages;
  }

  private static double averageSquare(double[][] covariances) {
    int k = covariances.length;
    double sum = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        if (i != j) {
          sum += covariances[i][j] * covariances[i][j] / (covariances[i][i] * covariances[j][j]);
        }
      }
    }
    return sum / (k * (k - 1.0));
  }

  /** How many components leave the smallest average partial correlation; 0 if taking out any leaves more. */
  public int componentsByAveragePartial() {
    double least = averageSquare(correlations);
    int components = 0;
    double[] averages = averagePartials(correlations.length - 1);
    for (int m = 0; m < averages.length; m++) {
      if (averages[m] < least) {
        least = averages[m];
        components = m + 1;
      }
    }
    return components;
  }
}
