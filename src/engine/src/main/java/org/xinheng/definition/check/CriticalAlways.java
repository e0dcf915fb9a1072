package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.DefinitionWords;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Truth;

/** A critical item does not fire on every answer. */
final class CriticalAlways implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    ConditionSpace space = new ConditionSpace(instrument, places);
    for (CriticalItem critical : instrument.critical()) {
      if (places.isSound(critical)) {
        if (critical.isSingle()) {
          single(critical, space, places, found);
        } else {
          several(critical, space, places, found);
        }
      }
    }
    return found;
  }

  private static void single(
      CriticalItem critical, ConditionSpace space, Places places, List<Diagnostic> found) {
    if (space.foreseen(critical.when()) == Truth.YES) {
      found.add(error(
              "critical.always",
              places.of(critical.when(), Places.COMPARED),
              "critical item '%s' fires %s, which every answer is: %s",
              critical.id(),
              DefinitionWords.answer(critical).orElse(""),
              space.extent(critical.when()))
          .hint("start above the first of them"));
    }
  }

  private static void several(
      CriticalItem critical, ConditionSpace space, Places places, List<Diagnostic> found) {
    if (space.always(critical.when())) {
      found.add(error(
              "critical.always",
              places.of(critical, "when"),
              "critical item '%s' fires whatever is answered",
              critical.id())
          .hint("correct the condition"));
    }
  }
}
