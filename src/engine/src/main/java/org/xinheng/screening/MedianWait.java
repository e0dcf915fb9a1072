package org.xinheng.screening;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * The median time to the first contact in school days, with its 95 % interval by order statistics. Whoever was not contacted
 * yet waits longer than everybody who was; where so many wait that a value is theirs, it is empty.
 *
 * <p>The ends of the interval are the {@code l}-th shortest and the {@code l}-th longest time, {@code l} being the largest number
 * for which a binomial of one half stays below {@code l} with a probability of 2.5 % or less. It is given only if as many
 * students as a small cell lie beyond either end: then nobody learns of fewer how long they waited.
 *
 * @see "Conover (1999), Practical nonparametric statistics, section 3.2"
 */
public record MedianWait(OptionalInt median, OptionalInt lowest, OptionalInt highest) {

  private static final double BEYOND = 0.025;

  /**
   * The median of some students.
   *
   * @param days of each; empty for those who wait
   * @param beyond how many students must lie beyond either end of the interval
   */
  static Optional<MedianWait> of(List<OptionalInt> days, int beyond) {
    int n = days.size();
    int below = below(n);
    if (below < beyond || n == 0) {
      return Optional.empty();
    }
    int[] sorted =
        days.stream().mapToInt(wait -> wait.orElse(Integer.MAX_VALUE)).sorted().toArray();
    return Optional.of(new MedianWait(
        value(sorted[(n - 1) / 2]), value(sorted[below]), value(sorted[n - 1 - below])));
  }

  /** How many lie below the lower end of the interval. */
  private static int below(int n) {
    BinomialDistribution half = new BinomialDistribution(null, n, 0.5);
    int below = 0;
    while (below < n && half.cumulativeProbability(below) <= BEYOND) {
      below++;
    }
    return Math.max(0, below - 1);
  }

  private static OptionalInt value(int days) {
    return days == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(days);
  }
}
