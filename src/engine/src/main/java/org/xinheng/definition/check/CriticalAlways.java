package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;

/** A critical item does not fire on every answer. */
final class CriticalAlways implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (CriticalItem critical : instrument.critical()) {
      instrument
          .item(critical.item())
          .filter(item -> places.isSound(critical))
          .flatMap(instrument::scorable)
          .filter(places::isSound)
          .filter(set -> BigDecimal.valueOf(critical.atOrAbove()).compareTo(set.lowest()) <= 0)
          .ifPresent(set -> found.add(error(
                  "critical.always",
                  places.of(critical, "at-or-above"),
                  "critical item '%s' fires at %d or above, which every answer is: the lowest code is %s",
                  critical.item(),
                  critical.atOrAbove(),
                  set.lowest().toPlainString())
              .hint("the codes are %s; start above the first", set.codes())));
    }
    return found;
  }
}
