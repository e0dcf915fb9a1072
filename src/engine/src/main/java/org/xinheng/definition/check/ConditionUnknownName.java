package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NamedCondition;

/** A name in a condition is one of those declared. */
final class ConditionUnknownName implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ConditionUse use : ConditionUse.of(instrument)) {
      use.condition()
          .walk()
          .filter(part -> part instanceof Condition.Named named
              && instrument.condition(named.id()).isEmpty())
          .forEach(part -> found.add(error(
                  "condition.unknown-name",
                  places.of(part),
                  "%s uses condition '%s', which is not declared",
                  use.where(),
                  ((Condition.Named) part).id())
              .hint(
                  "%s",
                  Names.list(
                      "condition",
                      instrument.conditions().stream().map(NamedCondition::id).toList()))));
    }
    return found;
  }
}
