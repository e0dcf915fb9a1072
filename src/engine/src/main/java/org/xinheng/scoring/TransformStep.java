package org.xinheng.scoring;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.xinheng.instrument.Exact;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Transform;

/**
 * From the raw value of a scale to its value, exact: with the factor {@code f / g} and the addend {@code b / a}
 *
 * <pre>
 *   affine              (num·f·a + b·den·g) / (den·g·a)
 *   rounded to d        round(num · 10^d / den) / 10^d
 * </pre>
 *
 * <p>then clamped, then converted. The raw value of a standard deviation is the root of its fraction, so that it is
 * transformed and rounded in one step.
 */
final class TransformStep {

  private final boolean changesNothing;
  private final long factorNum;
  private final long factorDen;
  private final long addendNum;
  private final long addendDen;
  private final Rounding.Mode rounding;
  private final long power;
  private final long unit;
  private final boolean clamps;
  private final long lowest;
  private final long highest;
  private final long clampDen;
  private final Optional<RootStep> root;
  private final Optional<ConversionStep> conversion;

  TransformStep(Scale scale) {
    Transform transform = scale.transform();
    BigFraction factor = transform.factor();
    factorNum = factor.getNumerator().longValueExact();
    factorDen = factor.getDenominator().longValueExact();
    BigFraction addend = Exact.of(transform.addend());
    addendNum = addend.getNumerator().longValueExact();
    addendDen = addend.getDenominator().longValueExact();
    rounding = transform.rounding().mode();
    power = Fraction.POWERS_OF_TEN[transform.rounding().decimals()];
    clamps = transform.clamp().isPresent();
    BigDecimal low = transform.clamp().map(Transform.Clamp::lowest).orElse(BigDecimal.ZERO);
    BigDecimal high = transform.clamp().map(Transform.Clamp::highest).orElse(BigDecimal.ZERO);
    long ends = Math.max(Fraction.denominator(low), Fraction.denominator(high));
    // Rounded values and the ends of a clamp share a power of ten, so that all have one
    // denominator.
    clampDen = rounding == Rounding.Mode.NONE ? ends : Math.max(ends, power);
    unit = rounding == Rounding.Mode.NONE ? 1 : clampDen / power;
    lowest = low.multiply(BigDecimal.valueOf(clampDen)).longValueExact();
    highest = high.multiply(BigDecimal.valueOf(clampDen)).longValueExact();
    root = scale.method() == Method.STANDARD_DEVIATION
        ? Optional.of(new RootStep(scale.id(), transform))
        : Optional.empty();
    conversion = transform.conversion().map(ConversionStep::new);
    changesNothing = factor.equals(BigFraction.ONE)
        && addendNum == 0
        && rounding == Rounding.Mode.NONE
        && !clamps
        && conversion.isEmpty();
  }

  /** Whether the raw value is the root of its fraction. */
  boolean isOfRoot() {
    return root.isPresent();
  }

  /** Transforms the value of a row in place; false if the table of the scale does not hold it. */
  boolean run(long[] numerators, long[] denominators, int r) {
    if (changesNothing) {
      return true;
    }
    if (root.isPresent()) {
      numerators[r] = root.get().round(numerators[r], denominators[r]) * unit;
      denominators[r] = clampDen;
    } else {
      affine(numerators, denominators, r);
    }
    if (clamps) {
      clamp(numerators, denominators, r);
    }
    return conversion.isEmpty() || conversion.get().run(numerators, denominators, r);
  }

  private void affine(long[] numerators, long[] denominators, int r) {
    long num = numerators[r] * factorNum;
    long den = denominators[r] * factorDen;
    if (addendNum != 0) {
      num = num * addendDen + addendNum * den;
      den *= addendDen;
    }
    if (rounding != Rounding.Mode.NONE) {
      num = Fraction.divide(num * power, den, rounding) * unit;
      den = clampDen;
    }
    numerators[r] = num;
    denominators[r] = den;
  }

  private void clamp(long[] numerators, long[] denominators, int r) {
    long num = numerators[r] * clampDen;
    boolean below = num < lowest * denominators[r];
    if (below || num > highest * denominators[r]) {
      numerators[r] = below ? lowest : highest;
      denominators[r] = clampDen;
    }
  }
}
