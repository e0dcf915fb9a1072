package org.xinheng.validation.item;

import java.util.Arrays;
import org.xinheng.validation.summary.Covariances;

/**
 * How an item parts those with the highest sums from those with the lowest.
 *
 * @param upper people with the highest sums; who ties with the last of them is one of them
 * @param lower people with the lowest sums, in the same way
 * @param difference mean answer of the upper less that of the lower, as a share of the range of answers
 * @see "Kelley (1939), Journal of Educational Psychology 30, 17-24"
 */
public record Discrimination(int upper, int lower, double difference) {

  /** The share of people on either side that parts best if scores are normal. */
  public static final double KELLEY = 0.27;

  /**
   * Of one item among others.
   *
   * @param table {@code table[person][item]}, reversed items already reversed; people with a missing answer are left out
   * @param item its column
   * @param share of people on either side, above 0 and at most 0.5
   * @param range the highest possible answer less the lowest
   */
  public static Discrimination of(double[][] table, int item, double share, double range) {
    if (!(share > 0 && share <= 0.5)) {
      throw new IllegalArgumentException("share must be in (0, 0.5]: " + share);
    }
    double[][] rows = Covariances.completeRows(table);
    double[] sums =
        Arrays.stream(rows).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double[] sorted = sums.clone();
    Arrays.sort(sorted);
    int count = (int) Math.ceil(share * rows.length);
    if (count == 0) {
      return new Discrimination(0, 0, Double.NaN);
    }
    int[] people = new int[2];
    double[] answers = new double[2];
    for (int i = 0; i < rows.length; i++) {
      if (sums[i] >= sorted[sorted.length - count]) {
        people[1]++;
        answers[1] += rows[i][item];
      }
      if (sums[i] <= sorted[count - 1]) {
        people[0]++;
        answers[0] += rows[i][item];
      }
    }
    return new Discrimination(
        people[1], people[0], (answers[1] / people[1] - answers[0] / people[0]) / range);
  }
}
