package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Values as they are written in tables and texts: the same characters on every machine. */
public final class Numbers {

  private static final int DECIMALS = 10;
  private static final double LARGEST_WHOLE = 1e15;

  private Numbers() {}

  /** Whole values without a point, others with up to ten decimals and no trailing zeros. */
  public static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
      return Long.toString((long) value);
    }
    return new BigDecimal(value)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
