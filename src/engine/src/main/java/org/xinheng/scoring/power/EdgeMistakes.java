package org.xinheng.scoring.power;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.Stream;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/**
 * A band begins a little too early or too late: by no more than the one value that then falls on the wrong side.
 */
final class EdgeMistakes implements Mistakes {

  @Override
  public String code() {
    return "case.untested-edge";
  }

  @Override
  public String remedy() {
    return "state the band of the first value of a band, and of the last below it";
  }

  @Override
  public Stream<Mutant> in(Rehearsal rehearsal) {
    return rehearsal.instrument().scales().stream()
        .flatMap(scale -> scale.bandSets().stream().flatMap(set -> in(set, scale, rehearsal)));
  }

  private static Stream<Mutant> in(Bands set, Scale scale, Rehearsal rehearsal) {
    NavigableSet<BigDecimal> values = rehearsal.values(scale, set.stage());
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 1; i < set.bands().size(); i++) {
      Band band = set.bands().get(i);
      Band lower = set.bands().get(i - 1);
      for (Rehearsal.Slip slip : Rehearsal.slips(band.from(), values)) {
        mutants.add(new Mutant(
            "band '%s' of %s".formatted(band.id(), LevelMistakes.part(set, scale)),
            "%s were in band '%s', not '%s', of %s"
                .formatted(
                    slip.value().stripTrailingZeros().toPlainString(),
                    slip.below() ? band.id() : lower.id(),
                    slip.below() ? lower.id() : band.id(),
                    LevelMistakes.part(set, scale)),
            withEdge(slip.edge(), i, set, scale, rehearsal.instrument())));
      }
    }
    return mutants.stream();
  }

  private static Instrument withEdge(
      BigDecimal edge, int index, Bands set, Scale scale, Instrument instrument) {
    Band band = set.bands().get(index);
    List<Band> bands = new ArrayList<>(set.bands());
    bands.set(
        index,
        new Band(band.id(), edge, band.level(), band.label(), band.source(), band.verification()));
    // Bands that the new edge runs over begin with it.
    for (int i = index + 1; i < bands.size() && bands.get(i).from().compareTo(edge) < 0; i++) {
      Band above = bands.get(i);
      bands.set(
          i,
          new Band(
              above.id(),
              edge,
              above.level(),
              above.label(),
              above.source(),
              above.verification()));
    }
    return LevelMistakes.withBands(bands, set, scale, instrument);
  }
}
