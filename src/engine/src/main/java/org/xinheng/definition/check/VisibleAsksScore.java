package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;

/** What is shown depends on answers: there is no score before all are given. */
final class VisibleAsksScore implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ShownWhen shown : ShownWhen.of(instrument)) {
      if (shown.isSound(places)) {
        instrument.comparisons(shown.condition()).stream()
            .flatMap(comparison -> comparison.askedScale().stream())
            .findFirst()
            .ifPresent(scale -> found.add(error(
                    "visible.asks-score",
                    shown.place(places),
                    "%s is shown by scale '%s', which has no score before all is answered",
                    shown.where(),
                    scale)
                .hint("ask the answers to earlier items")));
      }
    }
    return found;
  }
}
