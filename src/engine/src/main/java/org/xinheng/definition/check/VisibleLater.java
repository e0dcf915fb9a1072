package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;

/** What is shown depends on items that come before it. */
final class VisibleLater implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    List<String> form = instrument.items().stream().map(Item::id).toList();
    for (ShownWhen shown : ShownWhen.of(instrument)) {
      int first = shown.items().stream().mapToInt(form::indexOf).min().orElse(0);
      if (shown.isSound(places)) {
        instrument.comparisons(shown.condition()).stream()
            .flatMap(comparison -> comparison.askedItem().stream())
            .filter(asked -> form.indexOf(asked) >= first)
            .findFirst()
            .ifPresent(asked -> found.add(error(
                    "visible.later",
                    shown.place(places),
                    "%s is shown by the answer to item '%s', which does not come before it",
                    shown.where(),
                    asked)
                .hint("ask earlier items, or move it behind them")));
      }
    }
    return found;
  }
}
