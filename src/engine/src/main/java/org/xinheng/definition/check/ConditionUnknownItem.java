package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;

/** A condition asks items of the form. */
final class ConditionUnknownItem implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    if (!Names.knowsItems(instrument)) {
      return found;
    }
    for (ConditionUse use : ConditionUse.of(instrument)) {
      use.condition()
          .walk()
          .filter(places::isSound)
          .forEach(condition -> condition
              .askedItem()
              .filter(item -> instrument.item(item).isEmpty())
              .ifPresent(item -> found.add(error(
                      "condition.unknown-item",
                      places.of(condition, "item"),
                      "%s asks item '%s', which is not defined",
                      use.where(),
                      item)
                  .hint("%s", Names.ofItems(instrument)))));
    }
    return found;
  }
}
