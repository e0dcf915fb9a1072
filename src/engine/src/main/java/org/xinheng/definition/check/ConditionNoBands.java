package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;

/** A condition that asks for the level of a band asks a scale with bands. */
final class ConditionNoBands implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ConditionUse use : ConditionUse.of(instrument)) {
      use.condition().walk().filter(places::isSound).forEach(part -> {
        if (part instanceof Condition.OfBand of) {
          instrument
              .scale(of.scale())
              .filter(scale -> places.isSound(scale) && scale.bandSets().isEmpty())
              .ifPresent(scale -> found.add(error(
                      "condition.no-bands",
                      places.of(part, "scale"),
                      "%s asks for the level of scale '%s', which has no bands",
                      use.where(),
                      of.scale())
                  .hint("compare its value, or give it bands")));
        }
      });
    }
    return found;
  }
}
