package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;

/** A critical item can fire. */
final class CriticalNever implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (CriticalItem critical : instrument.critical()) {
      instrument
          .item(critical.item())
          .filter(item -> places.isSound(critical))
          .flatMap(instrument::scorable)
          .filter(places::isSound)
          .filter(set -> BigDecimal.valueOf(critical.atOrAbove()).compareTo(set.highest()) > 0)
          .ifPresent(set -> found.add(error(
                  "critical.never",
                  places.of(critical, "at-or-above"),
                  "critical item '%s' fires at %d or above, but its highest code is %s",
                  critical.item(),
                  critical.atOrAbove(),
                  set.highest().toPlainString())
              .hint("the codes are %s", set.codes())));
    }
    return found;
  }
}
