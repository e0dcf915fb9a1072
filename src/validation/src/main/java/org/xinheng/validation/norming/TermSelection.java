package org.xinheng.validation.norming;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * Which columns explain a variable best: for each size the best set that is found by adding the column that helps most to
 * the set before and then exchanging columns as long as that helps.
 */
final class TermSelection {

  private static final double COLLINEAR = 1e-10;

  private final double[][] correlations;
  private final double[] withResponse;

  /**
   * Of columns.
   *
   * @param columns {@code [column][row]}, none of them constant
   */
  TermSelection(double[][] columns, double[] response) {
    int k = columns.length;
    double[][] standard = new double[k][];
    for (int j = 0; j < k; j++) {
      standard[j] = standardised(columns[j]);
    }
    double[] y = standardised(response);
    correlations = new double[k][k];
    withResponse = new double[k];
    for (int a = 0; a < k; a++) {
      withResponse[a] = dot(standard[a], y);
      for (int b = 0; b <= a; b++) {
        correlations[a][b] = dot(standard[a], standard[b]);
        correlations[b][a] = correlations[a][b];
      }
    }
  }

  /** With mean 0 and a sum of squares of 1. */
  private static double[] standardised(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double[] standard = new double[values.length];
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      standard[i] = values[i] - mean;
      squares += standard[i] * standard[i];
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < values.length; i++) {
      standard[i] /= length;
    }
    return standard;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The best sets of 1 to so many columns, each in rising order. */
  List<List<Integer>> best(int most) {
    List<List<Integer>> sets = new ArrayList<>();
    List<Integer> chosen = new ArrayList<>();
    for (int size = 1; size <= Math.min(most, withResponse.length); size++) {
      int added = bestAddition(chosen);
      if (added < 0) {
        return sets;
      }
      chosen.add(added);
      exchange(chosen);
      sets.add(chosen.stream().sorted().toList());
    }
    return sets;
  }

  private int bestAddition(List<Integer> chosen) {
    int best = -1;
    double highest = r2(chosen);
    for (int j = 0; j < withResponse.length; j++) {
      if (!chosen.contains(j)) {
        List<Integer> tried = new ArrayList<>(chosen);
        tried.add(j);
        double r2 = r2(tried);
        if (r2 > highest) {
          highest = r2;
          best = j;
        }
      }
    }
    return best;
  }

  private void exchange(List<Integer> chosen) {
    boolean isBetter = true;
    while (isBetter) {
      isBetter = false;
      for (int i = 0; i < chosen.size(); i++) {
        List<Integer> others = new ArrayList<>(chosen);
        int out = others.remove(i);
        int in = bestAddition(others);
        if (in >= 0 && in != out) {
          List<Integer> tried = new ArrayList<>(others);
          tried.add(in);
          if (r2(tried) > r2(chosen) + COLLINEAR) {
            chosen.set(i, in);
            isBetter = true;
          }
        }
      }
    }
  }

  /** The squared multiple correlation; 0 for none, and minus 1 where columns determine each other. */
  double r2(List<Integer> columns) {
    int k = columns.size();
    if (k == 0) {
      return 0;
    }
    double[][] r = new double[k][k];
    double[] y = new double[k];
    for (int a = 0; a < k; a++) {
      y[a] = withResponse[columns.get(a)];
      for (int b = 0; b < k; b++) {
        r[a][b] = correlations[columns.get(a)][columns.get(b)];
      }
    }
    try {
      return new CholeskyDecomposition(new Array2DRowRealMatrix(r, false), 1e-9, COLLINEAR)
          .getSolver()
          .solve(new ArrayRealVector(y, false))
          .dotProduct(new ArrayRealVector(y, false));
    } catch (NonPositiveDefiniteMatrixException e) {
      return -1;
    }
  }
}
