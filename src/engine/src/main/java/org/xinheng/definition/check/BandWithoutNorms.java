package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;

/** Bands on a standard score need a norm set that gives it. */
final class BandWithoutNorms {

  private BandWithoutNorms() {}

  /** The faults of this kind, with all norm sets of the questionnaire. */
  static List<Diagnostic> check(Instrument instrument, List<NormSet> norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      for (Bands bands : scale.bandSets()) {
        bands
            .stage()
            .standard()
            .filter(on -> norms.stream().noneMatch(set -> set.isGiven(on, scale.id())))
            .filter(on -> places.isSound(bands))
            .ifPresent(on -> found.add(warning(
                    "band.without-norms",
                    places.of(bands, "on"),
                    "bands of scale '%s' lie on its %s, and no norm set of '%s' gives it",
                    scale.id(),
                    on.word(),
                    instrument.id())
                .hint("add a norm set; without one no student gets a band")));
      }
    }
    return found;
  }
}
