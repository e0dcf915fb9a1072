package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;

/** Everything is shown to somebody. */
final class VisibleNever implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    ConditionSpace space = new ConditionSpace(instrument, places);
    return ShownWhen.of(instrument).stream()
        .filter(shown -> shown.isSound(places) && space.never(shown.condition()))
        .map(shown -> error(
                "visible.never",
                shown.place(places),
                "%s is never shown: 'visible-when' holds for no answers",
                shown.where())
            .hint("correct the condition, or take the item out"))
        .toList();
  }
}
