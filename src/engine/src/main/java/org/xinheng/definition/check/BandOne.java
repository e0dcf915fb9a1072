package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/** Bands tell at least two classes apart. */
final class BandOne implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      for (Bands bands : scale.bandSets().stream().filter(places::isSound).toList()) {
        if (bands.bands().size() < 2) {
          found.add(error(
                  "band.one",
                  places.of(bands, "edges"),
                  "scale '%s' needs at least two bands, and has %d",
                  scale.id(),
                  bands.bands().size())
              .hint("list the lowest band as well, or leave 'bands' out"));
        }
      }
    }
    return found;
  }
}
