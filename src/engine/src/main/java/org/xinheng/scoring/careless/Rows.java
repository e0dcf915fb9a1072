package org.xinheng.scoring.careless;

import java.util.Arrays;

/** Rows of answers with NaN for what is missing. */
final class Rows {

  private Rows() {}

  static double[] checked(double[] row) {
    for (int i = 0; i < row.length; i++) {
      if (Double.isInfinite(row[i])) {
        throw new IllegalArgumentException(
            "the answer to item %d must be finite or NaN: %s".formatted(i, row[i]));
      }
    }
    return row;
  }

  /** Checks that there is a row, that all are as long as the first, and that no answer is infinite. */
  static double[][] checked(double[][] answers) {
    if (answers.length == 0) {
      throw new IllegalArgumentException("a table needs at least one row");
    }
    for (int i = 0; i < answers.length; i++) {
      if (answers[i].length != answers[0].length) {
        throw new IllegalArgumentException(
            "row %d has %d answers and not %d".formatted(i, answers[i].length, answers[0].length));
      }
      checked(answers[i]);
    }
    return answers;
  }

  static boolean isComplete(double[] row) {
    for (double answer : row) {
      if (Double.isNaN(answer)) {
        return false;
      }
    }
    return true;
  }

  static double[] answered(double[] row) {
    return Arrays.stream(checked(row)).filter(answer -> !Double.isNaN(answer)).toArray();
  }

  /** The mean, counted from the first value, so that the mean of equal values is that value. */
  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value - values[0];
    }
    return values[0] + sum / values.length;
  }

  static int column(int column, int columns) {
    if (column < 0 || column >= columns) {
      throw new IllegalArgumentException(
          "column must be in [0, %d]: %d".formatted(columns - 1, column));
    }
    return column;
  }
}
