package org.xinheng.scoring.power;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.Scale;

/** A scale is left out of a composite, its weight there is wrong, or two are in each other's place. */
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
    return Stream.of(
            lacking(scale, parts, instrument),
            exchanged(scale, parts, instrument),
            weights(scale, parts, instrument))
        .flatMap(mutants -> mutants);
  }

  private static Stream<Mutant> lacking(
      Scale scale, List<Keying.Part> parts, Instrument instrument) {
    return parts.stream()
        .filter(part -> parts.size() > 1 && !scale.method().isOfTwo())
        .map(part -> new Mutant(
            Rehearsal.part(scale),
            "scale '%s' lacked scale '%s'".formatted(scale.id(), part.scale()),
            Draft.of(
                instrument,
                scale,
                draft -> draft.keying = new Keying.OfScales(Draft.without(parts, part)))));
  }

  private static Stream<Mutant> exchanged(
      Scale scale, List<Keying.Part> parts, Instrument instrument) {
    return Stream.of(scale)
        .filter(of -> of.method() == Method.DIFFERENCE || of.method() == Method.RATIO)
        .map(of -> new Mutant(
            Rehearsal.part(of),
            "scale '%s' were the %s of '%s' and '%s', not the other way round"
                .formatted(
                    of.id(),
                    of.method().word(),
                    parts.get(1).scale(),
                    parts.get(0).scale()),
            Draft.of(
                instrument,
                of,
                draft -> draft.keying = new Keying.OfScales(List.of(parts.get(1), parts.get(0))))));
  }

  private static Stream<Mutant> weights(
      Scale scale, List<Keying.Part> parts, Instrument instrument) {
    return parts.stream()
        .filter(part -> part.weight().compareTo(BigDecimal.ONE) != 0)
        .flatMap(part -> Stream.of(
                BigDecimal.ONE, part.weight().add(part.weight().ulp()))
            .map(weight -> new Mutant(
                Rehearsal.part(scale),
                "scale '%s' had the weight %s in scale '%s'"
                    .formatted(part.scale(), weight.toPlainString(), scale.id()),
                Draft.of(
                    instrument,
                    scale,
                    draft -> draft.keying = new Keying.OfScales(
                        Draft.replaced(parts, part, new Keying.Part(part.scale(), weight)))))));
  }
}
