package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/** Bands are listed from the lowest edge to the highest, so that each ends where the next begins. */
final class BandOrder implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      scale.bandSets().forEach(set -> check(set.bands(), places, found));
    }
    return found;
  }

  private static void check(List<Band> bands, Places places, List<Diagnostic> found) {
    for (int i = 1; i < bands.size(); i++) {
      Band lower = bands.get(i - 1);
      Band upper = bands.get(i);
      boolean sound = places.isSound(lower) && places.isSound(upper);
      if (sound && upper.from().compareTo(lower.from()) <= 0) {
        found.add(error(
                "band.order",
                places.of(upper, "from"),
                "band '%s' starts at %s, not above '%s' at %s",
                upper.id(),
                upper.from().toPlainString(),
                lower.id(),
                lower.from().toPlainString())
            .hint("list bands from lowest to highest"));
      }
    }
  }
}
