package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;

/** What was chosen among others is asked of an item of which several options may be chosen. */
final class ConditionNotSeveral implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    ConditionSpace space = new ConditionSpace(instrument, places);
    for (ConditionUse use : ConditionUse.withSingle(instrument)) {
      use.condition().walk().filter(places::isSound).forEach(part -> {
        if (part instanceof Condition.OfChoice of) {
          space
              .responses(of.item())
              .filter(set -> ConditionSpace.several(set).isEmpty())
              .ifPresent(set -> found.add(error(
                      "condition.not-several",
                      places.of(part, Places.COMPARED),
                      "%s asks what was chosen for item '%s', which takes a single answer",
                      use.where(),
                      of.item())
                  .hint("write 'equal-to'")));
        }
      });
    }
    return found;
  }
}
