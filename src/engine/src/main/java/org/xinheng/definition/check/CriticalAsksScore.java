package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;

/** A critical item fires on answers, whatever the scores. */
final class CriticalAsksScore implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (CriticalItem critical : instrument.critical()) {
      if (places.isSound(critical)) {
        instrument.comparisons(critical.when()).stream()
            .flatMap(comparison -> comparison.askedScale().stream())
            .findFirst()
            .ifPresent(scale -> found.add(error(
                    "critical.asks-score",
                    places.of(critical, "when"),
                    "critical item '%s' asks scale '%s', but it must not wait for a score",
                    critical.id(),
                    scale)
                .hint("ask the answers; what rests on a score is a band or a classification")));
      }
    }
    return found;
  }
}
