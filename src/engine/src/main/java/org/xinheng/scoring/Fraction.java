package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.xinheng.instrument.Rounding;

/**
 * Exact whole-number arithmetic of plans. A value is a pair of longs {@code num / den} with {@code den > 0}; that no
 * product leaves 64 bits is proved when the plan is compiled, not while it runs.
 */
record Fraction(long num, long den) {

  static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  /** A number rounded by a rule that is not NONE, exactly as it stands in binary. */
  static Fraction of(double value, Rounding rounding) {
    return new Fraction(
        new BigDecimal(value)
            .setScale(rounding.decimals(), rounding.mode().java())
            .unscaledValue()
            .longValueExact(),
        POWERS_OF_TEN[rounding.decimals()]);
  }

  double toDouble() {
    return (double) num / den;
  }

  /** {@code num / den} as a whole number by the rule; {@code den} above 0, the rule not NONE. */
  static long divide(long num, long den, Rounding.Mode mode) {
    long floor = Math.floorDiv(num, den);
    long rest = num - floor * den;
    long twice = 2 * rest;
    return switch (mode) {
      case FLOOR -> floor;
      case UP -> rest > 0 ? floor + 1 : floor;
      case HALF_UP -> twice > den || (twice == den && num >= 0) ? floor + 1 : floor;
      case HALF_EVEN -> twice > den || (twice == den && (floor & 1) != 0) ? floor + 1 : floor;
      case NONE -> throw new IllegalArgumentException("no rounding is no rule of division");
    };
  }

  /**
   * Compares {@code num / den} with {@code otherNum / otherDen}, exactly for all longs: the products have 128 bits.
   *
   * @return negative, 0 or positive
   */
  static int compare(long num, long den, long otherNum, long otherDen) {
    int high = Long.compare(Math.multiplyHigh(num, otherDen), Math.multiplyHigh(otherNum, den));
    return high != 0 ? high : Long.compareUnsigned(num * otherDen, otherNum * den);
  }

  static long gcd(long a, long b) {
    long x = Math.abs(a);
    long y = Math.abs(b);
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }

  /** The numerator of a decimal number over {@link #denominator}. */
  static long numerator(BigDecimal value) {
    return stripped(value).unscaledValue().longValueExact();
  }

  /** The power of ten below a decimal number. */
  static long denominator(BigDecimal value) {
    return BigInteger.TEN.pow(stripped(value).scale()).longValueExact();
  }

  /** The smallest power of ten over which all are whole. */
  static long commonDenominator(List<BigDecimal> values) {
    return values.stream().mapToLong(Fraction::denominator).reduce(1, Math::max);
  }

  /** The numerators of decimal numbers over a denominator that makes them whole. */
  static long[] numerators(List<BigDecimal> values, long denominator) {
    BigDecimal by = BigDecimal.valueOf(denominator);
    return values.stream()
        .mapToLong(value -> value.multiply(by).longValueExact())
        .toArray();
  }

  private static BigDecimal stripped(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
