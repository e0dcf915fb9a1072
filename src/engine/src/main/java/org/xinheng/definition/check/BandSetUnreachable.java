package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/** The first set of a system that is for a student is used, so a set after a wider one never is. */
final class BandSetUnreachable implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      List<Bands> sets = scale.bandSets();
      for (int i = 1; i < sets.size(); i++) {
        Bands later = sets.get(i);
        sets.subList(0, i).stream()
            .filter(earlier -> places.isSound(earlier) && places.isSound(later))
            .filter(earlier -> earlier.system().equals(later.system()))
            .filter(earlier -> earlier.audience().covers(later.audience()))
            .findFirst()
            .ifPresent(earlier -> found.add(error(
                    "band.set-unreachable",
                    places.of(later),
                    "band set '%s' of scale '%s' is never used: '%s' is for the same students and"
                        + " comes first",
                    later.id(),
                    scale.id(),
                    earlier.id())
                .hint("put the narrower set first, with 'for', or take one of them out")));
      }
    }
    return found;
  }
}
