package org.xinheng.scoring;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.xinheng.instrument.Conversion;
import org.xinheng.instrument.Rounding;

/**
 * A table from one number to another. Between {@code (x₀, y₀)} and {@code (x₁, y₁)}, all over one denominator {@code k}
 * and {@code w}, the value {@code num / den} gives {@code (y₀·(x₁ − x₀)·den + (num·k − x₀·den)·(y₁ − y₀)) / (w·(x₁ −
 * x₀)·den)}.
 */
final class ConversionStep {

  private final long[] froms;
  private final long[] tos;
  private final long fromDen;
  private final long toDen;
  private final boolean interpolates;
  private final Rounding rounding;

  ConversionStep(Conversion conversion) {
    List<BigDecimal> from =
        conversion.entries().stream().map(Conversion.Entry::from).toList();
    List<BigDecimal> to =
        conversion.entries().stream().map(Conversion.Entry::to).toList();
    fromDen = Fraction.commonDenominator(from);
    toDen = Fraction.commonDenominator(to);
    froms = Fraction.numerators(from, fromDen);
    tos = Fraction.numerators(to, toDen);
    interpolates = conversion.between().isPresent();
    rounding = conversion.between().orElse(Rounding.NONE);
  }

  /** Converts the value of a row in place; false if the table does not hold it. */
  boolean run(long[] numerators, long[] denominators, int r) {
    long den = denominators[r];
    long scaled = numerators[r] * fromDen;
    long floor = Math.floorDiv(scaled, den);
    boolean whole = floor * den == scaled;
    int found = Arrays.binarySearch(froms, floor);
    if (found >= 0 && whole) {
      numerators[r] = tos[found];
      denominators[r] = toDen;
      round(numerators, denominators, r);
      return true;
    }
    int below = found >= 0 ? found : -found - 2;
    if (!interpolates || below < 0 || below == froms.length - 1) {
      return false;
    }
    long step = froms[below + 1] - froms[below];
    numerators[r] =
        tos[below] * step * den + (scaled - froms[below] * den) * (tos[below + 1] - tos[below]);
    denominators[r] = toDen * step * den;
    round(numerators, denominators, r);
    return true;
  }

  private void round(long[] numerators, long[] denominators, int r) {
    if (rounding.mode() != Rounding.Mode.NONE) {
      long power = Fraction.POWERS_OF_TEN[rounding.decimals()];
      numerators[r] = Fraction.divide(numerators[r] * power, denominators[r], rounding.mode());
      denominators[r] = power;
    }
  }
}
