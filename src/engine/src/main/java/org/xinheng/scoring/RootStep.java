package org.xinheng.scoring;

import org.apache.commons.math3.fraction.BigFraction;
import org.xinheng.instrument.Exact;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Transform;

/**
 * Rounds {@code f/g · √(num/den) + b/a}, which no fraction holds. Floating point only guesses; every decision compares
 * squares of whole numbers: over {@code c = lcm(2·10^p, a)} the value is above {@code h} halves of the last decimal if
 *
 * <pre>
 *   √(num/den) · c·f  &gt;  q     with q = (h · c/(2·10^p) − b · c/a) · g
 * </pre>
 *
 * and so, where q is not negative, if {@code num · (c·f)² > q² · den}. A negative factor turns both signs.
 */
final class RootStep {

  private final Rounding.Mode rounding;
  private final double power;
  private final double factor;
  private final double addend;
  private final int sign;
  private final long square;
  private final long half;
  private final long shift;
  private final long factorDen;

  RootStep(String scale, Transform transform) {
    rounding = transform.rounding().mode();
    if (rounding == Rounding.Mode.NONE) {
      throw new IllegalArgumentException(
          "scale '" + scale + "' is a standard deviation that is not rounded");
    }
    BigFraction exactFactor = transform.factor();
    BigFraction exactAddend = Exact.of(transform.addend());
    long halves = 2 * Fraction.POWERS_OF_TEN[transform.rounding().decimals()];
    long addendDen = exactAddend.getDenominator().longValueExact();
    long common = halves / Fraction.gcd(halves, addendDen) * addendDen;
    long unit = common * Math.abs(exactFactor.getNumerator().longValueExact());
    sign = exactFactor.getNumerator().signum() < 0 ? -1 : 1;
    factorDen = exactFactor.getDenominator().longValueExact();
    half = common / halves;
    shift = exactAddend.getNumerator().longValueExact() * (common / addendDen);
    square = unit * unit;
    power = halves / 2.0;
    factor = exactFactor.doubleValue();
    addend = exactAddend.doubleValue();
  }

  /** The value in units of the last decimal. */
  long round(long num, long den) {
    double estimate = power * (factor * Math.sqrt((double) num / den) + addend);
    long floor = (long) Math.floor(estimate);
    while (compare(num, den, 2 * floor) < 0) {
      floor--;
    }
    while (compare(num, den, 2 * floor + 2) >= 0) {
      floor++;
    }
    int overHalf = compare(num, den, 2 * floor + 1);
    return switch (rounding) {
      case FLOOR -> floor;
      case UP -> compare(num, den, 2 * floor) > 0 ? floor + 1 : floor;
      case HALF_UP -> overHalf > 0 || (overHalf == 0 && floor >= 0) ? floor + 1 : floor;
      case HALF_EVEN -> overHalf > 0 || (overHalf == 0 && (floor & 1) != 0) ? floor + 1 : floor;
      case NONE -> throw new IllegalArgumentException("no rounding is no rule for a root");
    };
  }

  /** Above 0 if the value is above {@code halves} halves of the last decimal, 0 if it is equal. */
  private int compare(long num, long den, long halves) {
    long q = sign * (halves * half - shift) * factorDen;
    return sign * (q < 0 ? 1 : Long.compare(num * square, q * q * den));
  }
}
