package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/** The first band starts where the scale does, so that no score is without a band. */
final class BandGap implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    PossibleScores possible = new PossibleScores(instrument, places::isSound);
    for (Scale scale : instrument.scales()) {
      for (Bands bands : scale.bandSets()) {
        possible
            .at(bands.stage(), scale)
            .ifPresent(range -> bands.bands().stream()
                .min(Comparator.comparing(Band::from))
                .filter(first -> range.startsBelow(first.from()))
                .ifPresent(first -> found.add(error(
                        "band.gap",
                        places.of(first, "from"),
                        "the first band of scale '%s' starts at %s, but the scale at %s",
                        scale.id(),
                        first.from().toPlainString(),
                        range.lowestText())
                    .hint("let it start at %s", range.lowestText()))));
      }
    }
    return found;
  }
}
