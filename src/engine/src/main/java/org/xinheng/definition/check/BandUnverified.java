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

/** An unverified edge never changes a level, since no alert and no tier may rest on it. */
final class BandUnverified implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      for (Bands set : scale.bandSets()) {
        for (int i = 1; i < set.bands().size(); i++) {
          check(set, set.bands().get(i - 1), set.bands().get(i), places, found);
        }
      }
    }
    return found;
  }

  private static void check(
      Bands set, Band lower, Band upper, Places places, List<Diagnostic> found) {
    boolean sound = places.isSound(set) && places.isSound(lower) && places.isSound(upper);
    boolean unverified = !set.verificationOf(upper).isVerified();
    if (sound && unverified && upper.level() != lower.level()) {
      found.add(error(
              "band.unverified",
              places.of(upper, "level"),
              "the level changes from %d to %d at %s, an edge whose verification is '%s'",
              lower.level(),
              upper.level(),
              upper.from().toPlainString(),
              set.verificationOf(upper).word())
          .hint("verify it and name the source, or give both bands the same level"));
    }
  }
}
