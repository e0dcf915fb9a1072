package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/** Levels do not fall towards the end of the scale that is the worse. */
final class BandLevel implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      scale.bandSets().stream()
          .filter(places::isSound)
          .forEach(bands -> check(bands, places, found));
    }
    return found;
  }

  private static void check(Bands bands, Places places, List<Diagnostic> found) {
    boolean upwards = bands.risk() == Bands.Risk.HIGH;
    for (int i = 1; i < bands.bands().size(); i++) {
      Band lower = bands.bands().get(i - 1);
      Band upper = bands.bands().get(i);
      int rise = upper.level() - lower.level();
      boolean inOrder = upper.from().compareTo(lower.from()) > 0;
      if (inOrder && (upwards ? rise < 0 : rise > 0)) {
        found.add(error(
                "band.level",
                places.of(upper, "level"),
                "band '%s' has level %d after level %d of '%s', but %s values are the worse",
                upper.id(),
                upper.level(),
                lower.level(),
                lower.id(),
                bands.risk().word())
            .hint(
                upwards
                    ? "levels rise with the bands, or 'risk' is low"
                    : "levels fall with the bands, or 'risk' is high"));
      }
    }
  }
}
