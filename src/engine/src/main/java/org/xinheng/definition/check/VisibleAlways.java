package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;

/** What has a condition is not shown to everybody. */
final class VisibleAlways implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    ConditionSpace space = new ConditionSpace(instrument, places);
    return ShownWhen.of(instrument).stream()
        .filter(shown -> shown.isSound(places) && space.always(shown.condition()))
        .map(shown -> error(
                "visible.always",
                shown.place(places),
                "%s is always shown: 'visible-when' holds for all answers",
                shown.where())
            .hint("correct the condition, or take 'visible-when' out"))
        .toList();
  }
}
