package org.xinheng.scoring.careless;

import java.util.OptionalDouble;

/**
 * What one row of answers says by itself. {@code row[item]} holds the answers in the order in which they were given, as
 * they were given: items are not reversed before. {@code NaN} is a missing answer; infinite values are refused.
 */
public final class RowIndices {

  private RowIndices() {}

  /**
   * Long string: how many consecutive items have the same answer, at most. A missing answer ends a run.
   *
   * @return at least 1; 0 when nothing is answered
   * @throws IllegalArgumentException if an answer is infinite
   * @see "Johnson (2005), Journal of Research in Personality 39, 103-129"
   */
  public static int longestRun(double[] row) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < Rows.checked(row).length; i++) {
      run = Double.isNaN(row[i]) ? 0 : continues(row, i) ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /**
   * The mean length of the runs of equal consecutive answers: answers divided by runs. A missing answer ends a run and
   * belongs to none.
   *
   * @return at least 1; empty when nothing is answered
   * @throws IllegalArgumentException if an answer is infinite
   */
  public static OptionalDouble meanRunLength(double[] row) {
    int answered = 0;
    int runs = 0;
    for (int i = 0; i < Rows.checked(row).length; i++) {
      if (!Double.isNaN(row[i])) {
        answered++;
        runs += continues(row, i) ? 0 : 1;
      }
    }
    return runs == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) answered / runs);
  }

  /**
   * Intra-individual response variability: the standard deviation, with n - 1, of the answers that are there.
   *
   * @return at least 0, and 0 for equal answers; empty with fewer than two answers
   * @throws IllegalArgumentException if an answer is infinite
   * @see "Dunn, Heggestad, Shanock and Theilgard (2018), Journal of Business and Psychology 33, 105-121"
   */
  public static OptionalDouble variability(double[] row) {
    double[] answers = Rows.answered(row);
    if (answers.length < 2) {
      return OptionalDouble.empty();
    }
    double mean = Rows.mean(answers);
    double squares = 0;
    for (double answer : answers) {
      squares += (answer - mean) * (answer - mean);
    }
    return OptionalDouble.of(Math.sqrt(squares / (answers.length - 1)));
  }

  /**
   * The share of items without an answer, from 0 to 1.
   *
   * @throws IllegalArgumentException if there are no items or an answer is infinite
   */
  public static double shareMissing(double[] row) {
    if (row.length == 0) {
      throw new IllegalArgumentException("a row needs at least one item");
    }
    return 1 - (double) Rows.answered(row).length / row.length;
  }

  private static boolean continues(double[] row, int item) {
    return item > 0 && row[item] == row[item - 1];
  }
}
