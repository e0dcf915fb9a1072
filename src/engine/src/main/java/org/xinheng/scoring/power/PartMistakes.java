package org.xinheng.scoring.power;

import java.util.List;
import java.util.stream.Stream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Scale;

/** A scale is left out of a composite, or another is in it. */
final class PartMistakes implements Mistakes {

  @Override
  public String code() {
    return "case.untested-parts";
  }

  @Override
  public String remedy() {
    return "let each part be high in a case in which the others are low";
  }

  @Override
  public Stream<Mutant> in(Rehearsal rehearsal) {
    Instrument instrument = rehearsal.instrument();
    return instrument.scales().stream()
        .filter(scale -> scale.keying() instanceof Keying.OfScales)
        .flatMap(scale -> in(scale, ((Keying.OfScales) scale.keying()).parts(), instrument));
  }

  private static Stream<Mutant> in(Scale scale, List<Keying.Part> parts, Instrument instrument) {
    return parts.stream()
        .filter(part -> parts.size() > 1)
        .map(part -> new Mutant(
            Rehearsal.part(scale),
            "scale '%s' lacked scale '%s'".formatted(scale.id(), part.scale()),
            Draft.of(
                instrument,
                scale,
                draft -> draft.keying = new Keying.OfScales(Draft.without(parts, part)))));
  }
}
