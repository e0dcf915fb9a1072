package org.xinheng.scoring.power;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/** A band has another level, which tier rules read. */
final class LevelMistakes implements Mistakes {

  private static final int HIGHEST = 3;

  @Override
  public String code() {
    return "case.untested-level";
  }

  @Override
  public String remedy() {
    return "write the level beside the band: {band: …, level: …}";
  }

  @Override
  public Stream<Mutant> in(Rehearsal rehearsal) {
    Instrument instrument = rehearsal.instrument();
    return instrument.scales().stream()
        .flatMap(scale -> scale.bandSets().stream()
            .flatMap(
                set -> set.bands().stream().flatMap(band -> in(band, set, scale, instrument))));
  }

  private static Stream<Mutant> in(Band band, Bands set, Scale scale, Instrument instrument) {
    return IntStream.rangeClosed(0, HIGHEST)
        .filter(level -> level != band.level())
        .mapToObj(level -> new Mutant(
            part(set, scale),
            "band '%s' of %s had level %d, not %d"
                .formatted(band.id(), part(set, scale), level, band.level()),
            withBands(
                Draft.replaced(
                    set.bands(),
                    band,
                    new Band(
                        band.id(),
                        band.from(),
                        level,
                        band.label(),
                        band.source(),
                        band.verification())),
                set,
                scale,
                instrument)));
  }

  /** How warnings name a set of bands. */
  static String part(Bands set, Scale scale) {
    return scale.bandSets().size() == 1
        ? Rehearsal.part(scale)
        : "set '%s' of %s".formatted(set.id(), Rehearsal.part(scale));
  }

  static Instrument withBands(List<Band> bands, Bands set, Scale scale, Instrument instrument) {
    Bands changed = new Bands(
        set.id(),
        set.system(),
        set.audience(),
        set.stage(),
        set.risk(),
        bands,
        set.source(),
        set.verification());
    return Draft.of(
        instrument, scale, draft -> draft.bandSets = Draft.replaced(draft.bandSets, set, changed));
  }
}
