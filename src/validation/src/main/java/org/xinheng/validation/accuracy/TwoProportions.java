package org.xinheng.validation.accuracy;

import org.xinheng.scoring.Normal;
import org.xinheng.validation.Interval;
import org.xinheng.validation.distribution.Counts;

/**
 * Two proportions of different people.
 *
 * @param x1 counted in the first group
 * @param n1 size of the first group
 * @param x2 counted in the second group
 * @param n2 size of the second group
 */
public record TwoProportions(long x1, long n1, long x2, long n2) {

  public TwoProportions {
    if (!(x1 >= 0 && x1 <= n1 && x2 >= 0 && x2 <= n2)) {
      throw new IllegalArgumentException(
          "counts must lie within their groups: " + x1 + " of " + n1 + ", " + x2 + " of " + n2);
    }
  }

  private double p1() {
    return (double) x1 / n1;
  }

  private double p2() {
    return (double) x2 / n2;
  }

  /** First less second. */
  public double difference() {
    return p1() - p2();
  }

  /**
   * The interval of the difference by squaring and adding Wilson's limits.
   *
   * @see "Newcombe (1998), Statistics in Medicine 17, 873-890, method 10"
   */
  public Interval differenceInterval(double level) {
    Interval first = wilson(x1, n1, level);
    Interval second = wilson(x2, n2, level);
    double down = Math.hypot(p1() - first.lower(), second.upper() - p2());
    double up = Math.hypot(first.upper() - p1(), p2() - second.lower());
    return new Interval(difference() - down, difference() + up);
  }

  /** First by second. */
  public double ratio() {
    return p1() / p2();
  }

  /** The interval of the ratio on its logarithm; undefined if nobody is counted in one of the groups. */
  public Interval logRatioInterval(double level) {
    if (x1 == 0 || x2 == 0) {
      return Interval.UNDEFINED;
    }
    double half = Normal.critical(level) * Math.sqrt(1.0 / x1 - 1.0 / n1 + 1.0 / x2 - 1.0 / n2);
    return new Interval(ratio() * Math.exp(-half), ratio() * Math.exp(half));
  }

  /**
   * The interval of the ratio from Wilson's limits of both, which stands when a group has none counted: then it starts at 0
   * or has no upper limit.
   *
   * @see "Donner and Zou (2012), Statistical Methods in Medical Research 21, 347-359"
   */
  public Interval ratioInterval(double level) {
    Interval first = wilson(x1, n1, level);
    Interval second = wilson(x2, n2, level);
    double product = p1() * p2();
    double below = second.upper() * (2 * p2() - second.upper());
    double above = second.lower() * (2 * p2() - second.lower());
    double root1 = Math.sqrt(
        Math.max(0, product * product - first.lower() * (2 * p1() - first.lower()) * below));
    double root2 = Math.sqrt(
        Math.max(0, product * product - first.upper() * (2 * p1() - first.upper()) * above));
    double lower = x1 == 0 ? 0 : (product - root1) / below;
    double upper = x2 == 0 ? Double.POSITIVE_INFINITY : (product + root2) / above;
    return n1 == 0 || n2 == 0 ? Interval.UNDEFINED : new Interval(lower, upper);
  }

  /** Fisher's exact test: tables with the same margins that are no likelier than this one. */
  public double fisherP() {
    return n1 == 0 || n2 == 0 ? Double.NaN : Counts.fisherP(x1, n1 - x1, x2, n2 - x2);
  }

  private static Interval wilson(long x, long n, double level) {
    return ProportionInterval.WILSON.of((double) x, (double) n, level);
  }
}
