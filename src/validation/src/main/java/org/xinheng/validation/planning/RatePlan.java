package org.xinheng.validation.planning;

import org.xinheng.scoring.Normal;
import org.xinheng.validation.Interval;
import org.xinheng.validation.accuracy.ProportionInterval;

/**
 * People that an interval of a sensitivity or a specificity needs.
 *
 * @param group cases for a sensitivity, controls for a specificity; not rounded
 * @param people of whom so many are cases or controls; not rounded
 */
public record RatePlan(double group, double people) {

  /**
   * By the plain interval, {@code z² rate (1 - rate) / half²}.
   *
   * @param rate that is expected
   * @param half half the width of the interval, above 0
   * @param share of people who are in the group: the prevalence for a sensitivity, the rest for a specificity
   * @see "Buderer (1996), Academic Emergency Medicine 3, 895-900"
   */
  public static RatePlan byBuderer(double rate, double half, double share, double level) {
    requireShares(rate, half, share);
    double z = Normal.critical(level);
    double group = z * z * rate * (1 - rate) / (half * half);
    return new RatePlan(group, group / share);
  }

  /** The fewest with whom Wilson's interval is no wider than wanted, if the rate comes out as expected. */
  public static RatePlan byWilson(double rate, double half, double share, double level) {
    requireShares(rate, half, share);
    int low = 0;
    int high = 1;
    while (halfWidth(rate, high, level) > half) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (halfWidth(rate, middle, level) > half) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new RatePlan(high, high / share);
  }

  private static void requireShares(double rate, double half, double share) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("a rate must be in [0, 1]: " + rate);
    }
    if (!(half > 0 && half < 0.5)) {
      throw new IllegalArgumentException("half a width must be in (0, 0.5): " + half);
    }
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("the share of the group must be in (0, 1]: " + share);
    }
  }

  private static double halfWidth(double rate, int n, double level) {
    Interval interval = ProportionInterval.WILSON.of(rate * n, n, level);
    return (interval.upper() - interval.lower()) / 2;
  }

  /** Whole cases or controls. */
  public long wholeGroup() {
    return (long) Math.ceil(group);
  }

  /** Whole people. */
  public long wholePeople() {
    return (long) Math.ceil(people);
  }
}
