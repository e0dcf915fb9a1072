package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;

/** An edge of a critical item is declared once. */
final class CriticalTwice implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (CriticalItem critical : instrument.critical()) {
      boolean first = seen.add(critical.item() + " " + critical.atOrAbove());
      if (places.isSound(critical) && !first) {
        found.add(error(
                "critical.twice",
                places.of(critical, "item"),
                "critical item '%s' at %d or above stands twice",
                critical.item(),
                critical.atOrAbove())
            .hint("keep one of the two"));
      }
    }
    return found;
  }
}
