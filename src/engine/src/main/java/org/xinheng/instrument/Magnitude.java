package org.xinheng.instrument;

import java.math.BigInteger;

/**
 * How large the whole numbers can become in which one scale is computed, by {@link Magnitudes}.
 *
 * @param value no value of the scale is larger, in absolute value
 * @param denominator no value has a larger denominator
 * @param hasFixedDenominator whether every value has that very denominator
 * @param largest no number on the way from the answers to the value and its band is larger
 */
public record Magnitude(
    BigInteger value, BigInteger denominator, boolean hasFixedDenominator, BigInteger largest) {

  /** A quarter of what 64 bits hold, so that the sum of two such numbers is safe as well. */
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(61);

  /** Whether the scale can be computed in 64 bits. */
  public boolean fits() {
    return fits(largest);
  }

  /** Whether a number can stand in 64-bit arithmetic. */
  public static boolean fits(BigInteger number) {
    return number.compareTo(LARGEST) <= 0;
  }
}
