package org.xinheng.validation.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xinheng.validation.RandomNumbers;
import org.xinheng.validation.summary.Covariances;

/**
 * A scale parted into two.
 *
 * @param r correlation of the sums of both parts
 * @param shareOfFirst share of the items that the first part has
 * @param guttman {@code 2 (1 - (variance + variance) / variance of the whole)}, also Flanagan's and Rulon's
 */
public record SplitHalf(double r, double shareOfFirst, double guttman) {

  /** The largest number of items whose splits are all tried. */
  private static final int MOST_ITEMS = 20;

  /**
   * Parts the items.
   *
   * @param inFirst which items are in the first part; at least one in each
   */
  public static SplitHalf of(Covariances items, boolean[] inFirst) {
    double first = 0;
    double second = 0;
    double between = 0;
    int size = 0;
    for (int i = 0; i < items.size(); i++) {
      size += inFirst[i] ? 1 : 0;
      for (int j = 0; j < items.size(); j++) {
        if (inFirst[i] != inFirst[j]) {
          between += items.value(i, j) / 2;
        } else if (inFirst[i]) {
          first += items.value(i, j);
        } else {
          second += items.value(i, j);
        }
      }
    }
    double whole = first + second + 2 * between;
    return new SplitHalf(
        between / Math.sqrt(first * second),
        (double) size / items.size(),
        2 * (1 - (first + second) / whole));
  }

  /** The first, third, fifth … item against the others. */
  public static SplitHalf oddEven(Covariances items) {
    boolean[] odd = new boolean[items.size()];
    for (int i = 0; i < odd.length; i += 2) {
      odd[i] = true;
    }
    return of(items, odd);
  }

  /** {@code 2r / (1 + r)}, for equal halves. */
  public double spearmanBrown() {
    return 2 * r / (1 + r);
  }

  /**
   * The reliability of the whole from parts of unequal length.
   *
   * @see "Horst (1951), Educational and Psychological Measurement 11, 368-371"
   */
  public double horst() {
    double pq = shareOfFirst * (1 - shareOfFirst);
    double rest = 1 - r * r;
    return rest == 0 ? 1 : r * (Math.sqrt(r * r + 4 * pq * rest) - r) / (2 * pq * rest);
  }

  /**
   * Guttman's value over splits into halves, an odd item going to one of them.
   *
   * @param splits how many were looked at
   * @param largest lambda 4
   * @param smallest beta
   * @param mean their mean
   */
  public record AllSplits(int splits, double largest, double smallest, double mean) {}

  /** All ways to halve the items; of more than twenty items ten thousand drawn at random. */
  public static AllSplits all(Covariances items) {
    double[] values = items.size() <= MOST_ITEMS ? halves(items) : drawn(items);
    return summed(values, values.length);
  }

  /**
   * What {@code splitHalf} of R's psych gives for up to twenty items. It takes the first half of all choices in the order of the
   * alphabet, the others being their complements; of an odd number of items that leaves half of the splits out.
   */
  public static AllSplits allAsPsych(Covariances items) {
    double[] values = combinations(items, items.size() / 2);
    double half = values.length / 2.0;
    return summed(Arrays.copyOf(values, (int) Math.ceil(half)), half);
  }

  private static AllSplits summed(double[] values, double divisor) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
      sum += value;
    }
    return new AllSplits(values.length, most, least, sum / divisor);
  }

  /** Of an even number of items each split once: the part with the first item. */
  private static double[] halves(Covariances items) {
    double[] values = combinations(items, items.size() / 2);
    return items.size() % 2 == 0 ? Arrays.copyOf(values, values.length / 2) : values;
  }

  /** Guttman's value for each choice of so many items, in the order of the alphabet. */
  private static double[] combinations(Covariances items, int chosen) {
    if (items.size() > MOST_ITEMS) {
      throw new IllegalArgumentException(
          "at most " + MOST_ITEMS + " items can be split in all ways: " + items.size());
    }
    List<Double> values = new ArrayList<>();
    choose(items, new boolean[items.size()], 0, chosen, values);
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void choose(
      Covariances items, boolean[] in, int from, int left, List<Double> values) {
    if (left == 0) {
      values.add(of(items, in).guttman);
      return;
    }
    for (int i = from; i <= in.length - left; i++) {
      in[i] = true;
      choose(items, in, i + 1, left - 1, values);
      in[i] = false;
    }
  }

  private static double[] drawn(Covariances items) {
    RandomNumbers random = new RandomNumbers(1);
    int k = items.size();
    double[] values = new double[10_000];
    for (int s = 0; s < values.length; s++) {
      boolean[] first = new boolean[k];
      int left = k / 2;
      for (int i = 0; i < k; i++) {
        first[i] = random.below(k - i) < left;
        left -= first[i] ? 1 : 0;
      }
      values[s] = of(items, first).guttman;
    }
    return values;
  }

  /** Guttman's lambda 2. */
  public static double lambda2(Covariances items) {
    double offDiagonal = items.sum() - items.trace();
    double squares = 0;
    for (int i = 0; i < items.size(); i++) {
      for (int j = 0; j < items.size(); j++) {
        squares += i == j ? 0 : items.value(i, j) * items.value(i, j);
      }
    }
    double k = items.size();
    return (offDiagonal + Math.sqrt(k / (k - 1) * squares)) / items.sum();
  }
}
