package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * How the combination of what a scale is made of becomes its value, always in this order: {@code raw × multiplier ÷
 * divisor + addend}, exact; rounded; clamped; converted by a table.
 *
 * @param multiplier 1 if nothing is declared
 * @param divisor 1 if nothing is declared; 0 in no checked definition
 * @param addend 0 if nothing is declared
 * @param rounding the one rounding of all this arithmetic
 * @param clamp the ends that no value goes beyond, if declared
 * @param conversion what the result stands for, if a table is declared
 */
public record Transform(
    BigDecimal multiplier,
    BigDecimal divisor,
    BigDecimal addend,
    Rounding rounding,
    Optional<Clamp> clamp,
    Optional<Conversion> conversion) {

  /** The combination is the value. */
  public static final Transform NONE = new Transform(
      BigDecimal.ONE,
      BigDecimal.ONE,
      BigDecimal.ZERO,
      Rounding.NONE,
      Optional.empty(),
      Optional.empty());

  /** A smaller value counts as {@code lowest}, a larger one as {@code highest}. */
  public record Clamp(BigDecimal lowest, BigDecimal highest) {

    BigFraction of(BigFraction value) {
      if (value.compareTo(Exact.of(lowest)) < 0) {
        return Exact.of(lowest);
      }
      return value.compareTo(Exact.of(highest)) > 0 ? Exact.of(highest) : value;
    }
  }

  /** Multiplier ÷ divisor, in lowest terms. */
  public BigFraction factor() {
    return Exact.of(multiplier).divide(Exact.of(divisor));
  }

  /** What a combination becomes before it is clamped. */
  public BigFraction rounded(BigFraction raw) {
    return rounding.of(raw.multiply(factor()).add(Exact.of(addend)));
  }

  /** What a combination becomes before it is converted, which is its value if there is no table. */
  public BigFraction clamped(BigFraction raw) {
    BigFraction rounded = rounded(raw);
    return clamp.map(ends -> ends.of(rounded)).orElse(rounded);
  }
}
