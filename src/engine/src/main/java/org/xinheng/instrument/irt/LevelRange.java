package org.xinheng.instrument.irt;

/**
 * The levels that an estimator can give.
 *
 * @param lowest no estimate is lower
 * @param highest no estimate is higher
 * @param isExact whether some answers give both
 */
public record LevelRange(double lowest, double highest, boolean isExact) {

  private static final long MOST_DECIMALS = 1_000_000_000;

  /** Eleven digits leave room for six decimals and a multiplier in 64 bits. */
  private static final double LARGEST_NUMERATOR = 1e11;

  /**
   * The power of ten over which the levels of this range are kept as whole numbers: nine decimals, fewer for levels of
   * three digits and more.
   */
  public long denominator() {
    double largest = Math.max(Math.abs(lowest), Math.abs(highest));
    long denominator = MOST_DECIMALS;
    while (denominator > 1 && largest * denominator > LARGEST_NUMERATOR) {
      denominator /= 10;
    }
    return denominator;
  }

  /** A level as a whole number over such a denominator. */
  public static long numerator(double theta, long denominator) {
    return Math.round(theta * denominator);
  }
}
