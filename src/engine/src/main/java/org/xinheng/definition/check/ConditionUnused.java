package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;

/** Every condition that is declared by name is used. A warning: it does no harm. */
final class ConditionUnused implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    if (!places.isSound(instrument)) {
      return List.of();
    }
    Set<String> used = ConditionUse.of(instrument).stream()
        .flatMap(use -> use.condition().walk())
        .filter(Condition.Named.class::isInstance)
        .map(part -> ((Condition.Named) part).id())
        .collect(Collectors.toSet());
    // A name that is written wrongly may be one of those that seem unused.
    boolean unknown = used.stream().anyMatch(name -> instrument.condition(name).isEmpty());
    return unknown
        ? List.of()
        : instrument.conditions().stream()
            .filter(named -> !used.contains(named.id()))
            .map(named -> warning(
                    "condition.unused", places.of(named), "nothing uses condition '%s'", named.id())
                .hint("use it by its name, or take it out"))
            .toList();
  }
}
