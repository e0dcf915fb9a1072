package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;

/** A condition asks scales of the questionnaire. */
final class ConditionUnknownScale implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ConditionUse use : ConditionUse.of(instrument)) {
      use.condition()
          .walk()
          .filter(places::isSound)
          .forEach(condition -> condition
              .askedScale()
              .filter(scale -> instrument.scale(scale).isEmpty())
              .ifPresent(scale -> found.add(error(
                      "condition.unknown-scale",
                      places.of(condition, "scale"),
                      "%s asks scale '%s', which is not defined",
                      use.where(),
                      scale)
                  .hint("%s", Names.ofScales(instrument)))));
    }
    return found;
  }
}
