package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Scale;

/** A scale says what an item counts as that skip logic may leave out. */
final class VisibleUnscored implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      boolean says = places.has(scale.missing(), "not-applicable");
      // One fault a scale is enough.
      ItemUse.keys(scale, places).stream()
          .map(Key::item)
          .filter(item -> !says && mayBeHidden(item, instrument))
          .findFirst()
          .ifPresent(item -> found.add(error(
                  "visible.no-rule",
                  places.of(scale, "missing"),
                  "scale '%s' uses item '%s', which is not always shown, and does not say what it"
                      + " then counts as",
                  scale.id(),
                  item)
              .hint("write 'not-applicable: zero', 'ignore' or 'no-score' in 'missing', such as"
                  + " {allow: 0, then: ignore, not-applicable: zero}")));
    }
    return found;
  }

  private static boolean mayBeHidden(String id, Instrument instrument) {
    return instrument
        .item(id)
        .map(instrument::visibleWhen)
        .filter(conditions -> !conditions.isEmpty())
        .isPresent();
  }
}
