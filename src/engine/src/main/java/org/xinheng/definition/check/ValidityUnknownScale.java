package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ValidityIndex;

/** A validity index asks a scale of the questionnaire. */
final class ValidityUnknownScale implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      if (places.isSound(index)
          && index.condition() instanceof ValidityIndex.Condition.ScaleAtOrAbove condition
          && instrument.scale(condition.scale()).isEmpty()) {
        found.add(error(
                "validity.unknown-scale",
                places.of(condition, "scale"),
                "validity index '%s' uses scale '%s', which is not defined",
                index.id(),
                condition.scale())
            .hint("%s", Names.ofScales(instrument)));
      }
    }
    return found;
  }
}
