package org.xinheng.validation.dimension;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations, which keep all digits of small ones.
 *
 * @see "Golub and Van Loan (2013), Matrix Computations, section 8.5"
 */
final class SymmetricEigen {

  private static final int MOST_SWEEPS = 60;

  private final double[] values;
  private final double[][] vectors;

  private SymmetricEigen(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  static SymmetricEigen of(double[][] matrix) {
    int k = matrix.length;
    double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    double[][] v = new double[k][k];
    for (int i = 0; i < k; i++) {
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a) > 0; sweep++) {
      for (int p = 0; p < k; p++) {
        for (int q = p + 1; q < k; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    int[] order = IntStream.range(0, k)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -a[i][i]))
        .mapToInt(Integer::intValue)
        .toArray();
    double[] values = new double[k];
    double[][] vectors = new double[k][k];
    for (int j = 0; j < k; j++) {
      values[j] = a[order[j]][order[j]];
      for (int i = 0; i < k; i++) {
        vectors[j][i] = v[order[j]][i];
      }
    }
    return new SymmetricEigen(values, vectors);
  }

  private static double offDiagonal(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += a[i][j] * a[i][j];
      }
    }
    return sum;
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    double off = a[p][q];
    if (Math.abs(off) <= 1e-18 * Math.sqrt(Math.abs(a[p][p] * a[q][q]))) {
      a[p][q] = 0;
      a[q][p] = 0;
      return;
    }
    double tau = (a[q][q] - a[p][p]) / (2 * off);
    double t = Math.copySign(1, tau) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
    double c = 1 / Math.sqrt(1 + t * t);
    double s = t * c;
    for (int i = 0; i < a.length; i++) {
      double x = a[p][i];
      double y = a[q][i];
      a[p][i] = c * x - s * y;
      a[q][i] = s * x + c * y;
      double vx = v[p][i];
      double vy = v[q][i];
      v[p][i] = c * vx - s * vy;
      v[q][i] = s * vx + c * vy;
    }
    for (double[] row : a) {
      double x = row[p];
      double y = row[q];
      row[p] = c * x - s * y;
      row[q] = s * x + c * y;
    }
    a[p][q] = 0;
    a[q][p] = 0;
  }

  /** The largest first. */
  double[] values() {
    return values.clone();
  }

  /** Of unit length, belonging to the value at the same place. */
  double[] vector(int index) {
    return vectors[index].clone();
  }
}
