package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;

/** A critical item that is about a single answer is an item of the form. */
final class CriticalUnknownItem implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    if (!Names.knowsItems(instrument)) {
      return List.of();
    }
    return instrument.critical().stream()
        .filter(places::isSound)
        .filter(critical -> critical.isSingle())
        .filter(critical -> instrument.item(critical.id()).isEmpty())
        .map(critical -> error(
                "critical.unknown-item",
                places.of(critical, "item"),
                "the critical item '%s' is not defined",
                critical.id())
            .hint("%s", Names.ofItems(instrument)))
        .toList();
  }
}
