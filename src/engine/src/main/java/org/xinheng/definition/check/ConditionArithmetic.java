package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Magnitude;
import org.xinheng.instrument.Magnitudes;
import org.xinheng.instrument.ValidityIndex;

/** A scale can be compared with a number inside 64 bits, whatever is answered. */
final class ConditionArithmetic implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    Comparisons comparisons =
        new Comparisons(instrument, ModelledScale.magnitudes(instrument, places::isSound));
    for (ConditionUse use : ConditionUse.of(instrument)) {
      use.condition()
          .walk()
          .filter(Condition.OfScale.class::isInstance)
          .map(Condition.OfScale.class::cast)
          .filter(places::isSound)
          .forEach(asked -> asked
              .comparison()
              .values()
              .forEach(value ->
                  comparisons.check(use.where(), asked.scale(), value, places.of(asked))));
    }
    for (ValidityIndex index : instrument.validity()) {
      if (index.condition() instanceof ValidityIndex.Condition.ScaleAtOrAbove asked
          && places.isSound(index)) {
        comparisons.check(
            "validity index '" + index.id() + "'",
            asked.scale(),
            asked.atOrAbove(),
            places.of(asked, "at-or-above"));
      }
    }
    return comparisons.found;
  }

  private static final class Comparisons {

    private final Instrument instrument;
    private final Magnitudes magnitudes;
    private final List<Diagnostic> found = new ArrayList<>();

    Comparisons(Instrument instrument, Magnitudes magnitudes) {
      this.instrument = instrument;
      this.magnitudes = magnitudes;
    }

    void check(String where, String scale, BigDecimal value, Place place) {
      instrument
          .scale(scale)
          .flatMap(magnitudes::of)
          // Of a scale that is itself too large another rule speaks.
          .filter(Magnitude::fits)
          .filter(magnitude -> !Magnitude.fits(magnitude.comparedWith(value)))
          .ifPresent(magnitude -> found.add(error(
                  "condition.arithmetic",
                  place,
                  "%s compares scale '%s' with %s, and the arithmetic leaves 64 bits",
                  where,
                  scale,
                  value.toPlainString())
              .hint("use fewer decimals, or round the scale")));
    }
  }
}
