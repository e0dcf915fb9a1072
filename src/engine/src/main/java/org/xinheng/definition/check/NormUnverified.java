package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;

/** Bands whose levels tiers read do not lie on standard scores of unverified norms. */
final class NormUnverified implements NormRule {

  @Override
  public List<Diagnostic> check(NormSet norms, Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    if (norms.verification().isVerified() || !places.isSound(norms)) {
      return found;
    }
    for (Scale scale : instrument.scales()) {
      scale.bandSets().stream()
          .filter(bands -> levelsLieOn(norms, scale, bands))
          .findFirst()
          .ifPresent(bands -> found.add(error(
                  "norm.unverified",
                  places.of(norms, "verification"),
                  "levels of scale '%s' lie on its %s, and the verification of these norms is '%s'",
                  scale.id(),
                  bands.stage().word(),
                  norms.verification().word())
              .hint(
                  "verify them and name the source, or take '%s' out of 'gives'",
                  bands.stage().word())));
    }
    return found;
  }

  private static boolean levelsLieOn(NormSet norms, Scale scale, Bands bands) {
    boolean given =
        bands.stage().standard().filter(on -> norms.isGiven(on, scale.id())).isPresent();
    return given && bands.bands().stream().map(Band::level).distinct().count() > 1;
  }
}
