package org.xinheng.validation.bootstrap;

import java.util.stream.IntStream;

/** A number worked out from some rows of a sample. */
@FunctionalInterface
public interface Statistic {

  /**
   * Its value for these rows.
   *
   * @param rows from 0, with repetitions
   * @return {@code NaN} if it is not defined for them
   */
  double of(int[] rows);

  /** Its value for the sample itself. */
  default double original(int n) {
    return of(IntStream.range(0, n).toArray());
  }

  /**
   * How much each row pulls it, by leaving the row out: {@code (n - 1)(whole - without)}.
   *
   * @see "Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 11"
   */
  default double[] jackknifeInfluence(int n) {
    int[][] groups = IntStream.range(0, n).mapToObj(i -> new int[] {i}).toArray(int[][]::new);
    return jackknifeInfluence(n, groups);
  }

  /** The same, leaving out one group of rows, such as a school, at a time. */
  default double[] jackknifeInfluence(int n, int[][] groups) {
    double whole = original(n);
    double[] influence = new double[groups.length];
    for (int g = 0; g < groups.length; g++) {
      boolean[] out = new boolean[n];
      for (int row : groups[g]) {
        out[row] = true;
      }
      int[] rest = IntStream.range(0, n).filter(i -> !out[i]).toArray();
      influence[g] = (groups.length - 1) * (whole - of(rest));
    }
    return influence;
  }
}
