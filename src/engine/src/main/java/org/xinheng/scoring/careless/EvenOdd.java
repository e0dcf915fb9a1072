package org.xinheng.scoring.careless;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Even-odd inconsistency. Each scale is cut into its odd items (first, third, ...) and its even items (second, fourth,
 * ...); over the scales, the means of the two halves are correlated. The correlation r is stepped up to full length by
 * Spearman and Brown, {@code 2 r / (1 + r)}, not below -1, and its sign reversed: -1 is perfect consistency, 1 the
 * strongest sign of carelessness.
 *
 * <p>Items that are keyed against their scale are reversed before; the scales should have equal answer ranges. The index
 * needs many scales: with two it can only be -1 or 1.
 *
 * @see "Johnson (2005), Journal of Research in Personality 39, 103-129"
 */
public final class EvenOdd {

  private final List<int[]> scales;

  private EvenOdd(List<int[]> scales) {
    this.scales = scales;
  }

  /**
   * The index over these scales.
   *
   * @param scales for each scale the columns of its items from 0, in the order in which they stand in the questionnaire;
   *     at least two scales, no column twice
   * @throws IllegalArgumentException if there are fewer than two scales, or a column is negative or named twice
   */
  public static EvenOdd over(List<int[]> scales) {
    if (scales.size() < 2) {
      throw new IllegalArgumentException(
          "even-odd consistency needs at least two scales: " + scales.size());
    }
    Set<Integer> seen = new HashSet<>();
    List<int[]> copies = new ArrayList<>();
    for (int[] scale : scales) {
      for (int column : scale) {
        if (column < 0 || !seen.add(column)) {
          throw new IllegalArgumentException(
              "columns of scales must be at least 0 and named once: " + column);
        }
      }
      copies.add(scale.clone());
    }
    return new EvenOdd(copies);
  }

  /**
   * The index of one row. The mean of a half is that of its answers; a scale with nothing answered in one half is left
   * out.
   *
   * @param row the answers, {@code NaN} where missing
   * @return from -1 to 1; empty when fewer than two scales are left, or all means of one half are equal
   * @throws IllegalArgumentException if a scale has a column that is not in the row, or an answer is infinite
   */
  public OptionalDouble inconsistency(double[] row) {
    Rows.checked(row);
    double[] odd = new double[scales.size()];
    double[] even = new double[scales.size()];
    for (int i = 0; i < odd.length; i++) {
      odd[i] = meanOfEverySecond(row, scales.get(i), 0);
      even[i] = meanOfEverySecond(row, scales.get(i), 1);
    }
    OptionalDouble correlation = Correlation.of(odd, even);
    if (correlation.isEmpty()) {
      return correlation;
    }
    double r = correlation.getAsDouble();
    return OptionalDouble.of(0 - Math.max(-1, 2 * r / (1 + r)));
  }

  private static double meanOfEverySecond(double[] row, int[] scale, int first) {
    double sum = 0;
    int answered = 0;
    for (int i = first; i < scale.length; i += 2) {
      double answer = row[Rows.column(scale[i], row.length)];
      if (!Double.isNaN(answer)) {
        sum += answer;
        answered++;
      }
    }
    return answered == 0 ? Double.NaN : sum / answered;
  }
}
