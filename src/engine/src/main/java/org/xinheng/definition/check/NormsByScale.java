package org.xinheng.definition.check;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.xinheng.definition.Places;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;

/** The norms of a norm set with the range of the score that they are for, for the rules that compare them. */
final class NormsByScale {

  private NormsByScale() {}

  /**
   * A norm that was read soundly, of a scale whose range is known.
   *
   * @param range of the value of the scale
   */
  record Entry(NormSet.Group group, Scale scale, Norm norm, PossibleScores.Range range) {

    /** The lowest score, to three decimals where it is no decimal number. */
    BigDecimal lowest() {
      return new BigDecimal(range.lowestText());
    }

    /** The highest score, to three decimals where it is no decimal number. */
    BigDecimal highest() {
      return new BigDecimal(range.highestText());
    }

    /** {@code scale 'total' in norm group 'boys'}. */
    String what() {
      return "scale '" + scale.id() + "' in norm group '" + group.id() + "'";
    }
  }

  static void forEach(NormSet norms, Instrument instrument, Places places, Consumer<Entry> use) {
    PossibleScores possible = new PossibleScores(instrument, part -> true);
    for (NormSet.Group group : norms.groups()) {
      group
          .scales()
          .forEach((id, norm) -> instrument
              .scale(id)
              .filter(scale -> places.isSound(norm))
              .ifPresent(scale -> possible
                  .values(scale)
                  .ifPresent(range -> use.accept(new Entry(group, scale, norm, range)))));
    }
  }
}
