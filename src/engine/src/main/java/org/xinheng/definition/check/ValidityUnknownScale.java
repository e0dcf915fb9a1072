package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ValidityIndex;

/** A validity index asks a scale of the questionnaire. */
final class ValidityUnknownScale implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      if (!places.isSound(index)) {
        continue;
      }
      if (index.condition() instanceof ValidityIndex.Condition.ScaleAtOrAbove condition) {
        check(condition.scale(), places.of(condition, "scale"), index, instrument, found);
      }
      if (index.condition() instanceof ValidityIndex.Condition.PersonFitBelow condition) {
        check(condition.scale(), places.of(condition, "person-fit"), index, instrument, found);
      }
    }
    return found;
  }

  private static void check(
      String scale,
      Place place,
      ValidityIndex index,
      Instrument instrument,
      List<Diagnostic> found) {
    if (instrument.scale(scale).isEmpty()) {
      found.add(error(
              "validity.unknown-scale",
              place,
              "validity index '%s' uses scale '%s', which is not defined",
              index.id(),
              scale)
          .hint("%s", Names.ofScales(instrument)));
    }
  }
}
