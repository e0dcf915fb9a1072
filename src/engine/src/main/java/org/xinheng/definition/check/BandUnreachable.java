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

/** Every band holds a possible score. Bands of T scores are open at both ends. */
final class BandUnreachable implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    PossibleScores possible = new PossibleScores(instrument, places::isSound);
    for (Scale scale : instrument.scales()) {
      for (Bands bands : scale.bandSets()) {
        possible
            .at(bands.stage(), scale)
            .ifPresent(range -> check(scale, bands.bands(), range, places, found));
      }
    }
    return found;
  }

  private static void check(
      Scale scale,
      List<Band> bands,
      PossibleScores.Range range,
      Places places,
      List<Diagnostic> found) {
    for (int i = 0; i < bands.size(); i++) {
      Band band = bands.get(i);
      if (range.endsBelow(band.from())) {
        found.add(error(
                "band.unreachable",
                places.of(band, "from"),
                "band '%s' starts at %s, above %s, the highest that scale '%s' can give",
                band.id(),
                band.from().toPlainString(),
                range.highestText(),
                scale.id())
            .hint("correct the edge, or take the band out"));
      }
      boolean ends = i + 1 < bands.size() && bands.get(i + 1).from().compareTo(band.from()) > 0;
      if (ends && !range.startsBelow(bands.get(i + 1).from())) {
        found.add(error(
                "band.unreachable",
                places.of(band, "from"),
                "band '%s' ends before %s, and %s is the lowest that scale '%s' can give",
                band.id(),
                bands.get(i + 1).from().toPlainString(),
                range.lowestText(),
                scale.id())
            .hint("correct the edges, or take the band out"));
      }
    }
  }
}
