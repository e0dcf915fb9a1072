package org.xinheng.validation.summary;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** The covariances (divisor n - 1) of the columns of a table, with the number of rows behind them. */
public final class Covariances {

  /** Rows taken at a time, so that a block of all columns stays close to the processor. */
  private static final int BLOCK = 128;

  private final int rows;
  private final double[] means;
  private final double[][] values;

  private Covariances(int rows, double[] means, double[][] values) {
    this.rows = rows;
    this.means = means;
    this.values = values;
  }

  /** Of given values, which rest on this many rows. */
  public static Covariances given(double[][] values, int rows) {
    double[] unknown = new double[values.length];
    Arrays.fill(unknown, Double.NaN);
    return new Covariances(rows, unknown, copy(values));
  }

  /** Of the rows without a missing number. */
  public static Covariances complete(double[][] table) {
    double[][] rows = completeRows(table);
    int n = rows.length;
    int k = table.length == 0 ? 0 : table[0].length;
    double[] means = means(rows, k);
    double[][] sums = new double[k][k];
    double[][] block = new double[k][BLOCK];
    for (int start = 0; start < n; start += BLOCK) {
      int size = Math.min(BLOCK, n - start);
      for (int j = 0; j < k; j++) {
        for (int i = 0; i < size; i++) {
          block[j][i] = rows[start + i][j] - means[j];
        }
      }
      for (int a = 0; a < k; a++) {
        for (int b = 0; b <= a; b++) {
          sums[a][b] += dot(block[a], block[b], size);
        }
      }
    }
    for (int a = 0; a < k; a++) {
      for (int b = 0; b <= a; b++) {
        sums[a][b] = n < 2 ? Double.NaN : sums[a][b] / (n - 1.0);
        sums[b][a] = sums[a][b];
      }
    }
    return new Covariances(n, means, sums);
  }

  /** Each of the rows that have both numbers; the count of rows is that of all. */
  public static Covariances pairwise(double[][] table) {
    int k = table.length == 0 ? 0 : table[0].length;
    double[][] columns = columns(table, k);
    double[][] values = new double[k][k];
    double[] means = new double[k];
    for (int a = 0; a < k; a++) {
      means[a] = Moments.of(columns[a]).mean();
      for (int b = 0; b <= a; b++) {
        values[a][b] = PairedNumbers.of(columns[a], columns[b]).covariance();
        values[b][a] = values[a][b];
      }
    }
    return new Covariances(table.length, means, values);
  }

  private static double[] means(double[][] rows, int k) {
    double[] rough = new double[k];
    for (double[] row : rows) {
      for (int j = 0; j < k; j++) {
        rough[j] += row[j];
      }
    }
    double[] rest = new double[k];
    for (int j = 0; j < k; j++) {
      rough[j] /= rows.length;
    }
    for (double[] row : rows) {
      for (int j = 0; j < k; j++) {
        rest[j] += row[j] - rough[j];
      }
    }
    for (int j = 0; j < k; j++) {
      rough[j] += rest[j] / rows.length;
    }
    return rough;
  }

  /** Four sums at once, so that none waits for the one before. */
  private static double dot(double[] a, double[] b, int size) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < size; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < size; i++) {
      s0 += a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** The rows of a table without a missing number. */
  public static double[][] completeRows(double[][] table) {
    int k = table.length == 0 ? 0 : table[0].length;
    return Arrays.stream(table)
        .filter(row -> {
          if (row.length != k) {
            throw new IllegalArgumentException(
                "rows must be equally long: " + row.length + " and " + k);
          }
          return isComplete(row);
        })
        .toArray(double[][]::new);
  }

  private static boolean isComplete(double[] row) {
    for (double value : row) {
      if (Double.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  /** The columns of a table. */
  public static double[][] columns(double[][] table, int k) {
    double[][] columns = new double[k][table.length];
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < k; j++) {
        columns[j][i] = table[i][j];
      }
    }
    return columns;
  }

  private static double[][] copy(double[][] values) {
    return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }

  /** The rows that the covariances rest on. */
  public int rows() {
    return rows;
  }

  /** The number of columns. */
  public int size() {
    return values.length;
  }

  public double mean(int column) {
    return means[column];
  }

  public double value(int first, int second) {
    return values[first][second];
  }

  public double sd(int column) {
    return Math.sqrt(values[column][column]);
  }

  /** A copy of all of them. */
  public double[][] values() {
    return copy(values);
  }

  /** The correlations that follow. */
  public double[][] correlations() {
    double[][] correlations = copy(values);
    for (int a = 0; a < size(); a++) {
      for (int b = 0; b < size(); b++) {
        correlations[a][b] = a == b ? 1 : values[a][b] / (sd(a) * sd(b));
      }
    }
    return correlations;
  }

  /** Without one of the columns. */
  public Covariances without(int column) {
    int k = size() - 1;
    double[][] kept = new double[k][k];
    double[] keptMeans = new double[k];
    for (int a = 0; a < k; a++) {
      keptMeans[a] = means[a < column ? a : a + 1];
      for (int b = 0; b < k; b++) {
        kept[a][b] = values[a < column ? a : a + 1][b < column ? b : b + 1];
      }
    }
    return new Covariances(rows, keptMeans, kept);
  }

  /** The sum of all of them: the variance of the sum of the columns. */
  public double sum() {
    double sum = 0;
    for (double[] row : values) {
      for (double value : row) {
        sum += value;
      }
    }
    return sum;
  }

  public double trace() {
    double trace = 0;
    for (int i = 0; i < size(); i++) {
      trace += values[i][i];
    }
    return trace;
  }

  /** How well each column is predicted by the others, as a squared correlation; {@code NaN} where they determine it. */
  public double[] squaredMultipleCorrelations() {
    double[] smc = new double[size()];
    Arrays.fill(smc, Double.NaN);
    double[][] inverse = inverse(correlations());
    for (int i = 0; i < inverse.length; i++) {
      smc[i] = 1 - 1 / inverse[i][i];
    }
    return smc;
  }

  /** The inverse of a matrix; an empty one if there is none. */
  public static double[][] inverse(double[][] matrix) {
    if (matrix.length == 0) {
      return new double[0][];
    }
    RealMatrix real = new Array2DRowRealMatrix(matrix, true);
    LUDecomposition parts = new LUDecomposition(real, 1e-14);
    return parts.getSolver().isNonSingular()
        ? parts.getSolver().getInverse().getData()
        : new double[0][];
  }
}
