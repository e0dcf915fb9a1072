package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/** Every band of a scale has an id of its own. */
final class BandDuplicate implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      for (Bands bands : scale.bandSets().stream().filter(places::isSound).toList()) {
        Set<String> seen = new HashSet<>();
        for (Band band : bands.bands()) {
          if (!seen.add(band.id())) {
            found.add(error(
                    "band.duplicate",
                    places.of(band, "id"),
                    "scale '%s' has two bands called '%s'",
                    scale.id(),
                    band.id())
                .hint("give each band its own id"));
          }
        }
      }
    }
    return found;
  }
}
