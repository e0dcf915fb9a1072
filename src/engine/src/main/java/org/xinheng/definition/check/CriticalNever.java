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

/** A critical item can fire. */
final class CriticalNever implements Rule<Instrument> {

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
    if (space.foreseen(critical.when()) == Truth.NO
        && !ConditionNever.comparesCodes(critical.when())) {
      found.add(error(
              "critical.never",
              places.of(critical.when(), Places.COMPARED),
              "critical item '%s' fires %s, which no answer is: %s",
              critical.id(),
              DefinitionWords.answer(critical).orElse(""),
              space.extent(critical.when()))
          .hint("compare with one of them"));
    }
  }

  private static void several(
      CriticalItem critical, ConditionSpace space, Places places, List<Diagnostic> found) {
    if (space.never(critical.when())) {
      found.add(error(
              "critical.never",
              places.of(critical, "when"),
              "critical item '%s' can never fire",
              critical.id())
          .hint("correct the condition"));
    }
  }
}
