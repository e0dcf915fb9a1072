package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.definition.DefinitionWords;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;

/** A critical answer is declared once, and a name stands for one condition. */
final class CriticalTwice implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Set<Condition> conditions = new HashSet<>();
    Map<String, Boolean> singles = new HashMap<>();
    for (CriticalItem critical : instrument.critical()) {
      boolean single = critical.isSingle();
      boolean again = !conditions.add(critical.when());
      // One item may be critical at several answers.
      boolean taken = singles.containsKey(critical.id()) && !(single && singles.get(critical.id()));
      singles.put(critical.id(), single);
      if (!places.isSound(critical)) {
        continue;
      }
      if (again) {
        found.add(error(
                "critical.twice",
                places.of(critical, single ? "item" : "when"),
                "critical item '%s' fires on the same answers as another: %s",
                critical.id(),
                DefinitionWords.condition(critical.when(), instrument))
            .hint("keep one of the two"));
      } else if (taken) {
        found.add(error(
                "critical.id-twice",
                places.of(critical, single ? "item" : "id"),
                "critical item '%s' stands twice",
                critical.id())
            .hint("give one of the two another id"));
      }
    }
    return found;
  }
}
