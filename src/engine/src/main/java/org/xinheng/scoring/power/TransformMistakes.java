package org.xinheng.scoring.power;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Transform;

/** A score is multiplied, divided, added to or clamped by something else, or its table is not used. */
final class TransformMistakes implements Mistakes {

  @Override
  public String code() {
    return "case.untested-transform";
  }

  @Override
  public String remedy() {
    return "state scores that what follows the answers changes, also the lowest and the highest";
  }

  @Override
  public Stream<Mutant> in(Rehearsal rehearsal) {
    return rehearsal.instrument().scales().stream()
        .flatMap(scale -> in(scale, scale.transform(), rehearsal.instrument()));
  }

  private static Stream<Mutant> in(Scale scale, Transform of, Instrument instrument) {
    return Stream.of(
            numbers(
                "multiplied by",
                of.multiplier(),
                BigDecimal.ONE,
                scale,
                instrument,
                (draft, by) -> draft.multiplier = by),
            numbers(
                "divided by",
                of.divisor(),
                BigDecimal.ONE,
                scale,
                instrument,
                (draft, by) -> draft.divisor = by),
            numbers(
                "added to by",
                of.addend(),
                BigDecimal.ZERO,
                scale,
                instrument,
                (draft, by) -> draft.addend = by),
            of.clamp().stream()
                .map(ends -> mutant(
                    scale,
                    "were not clamped",
                    instrument,
                    draft -> draft.clamp = Optional.empty())),
            of.conversion().stream()
                .map(table -> mutant(
                    scale,
                    "were not converted",
                    instrument,
                    draft -> draft.conversion = Optional.empty())))
        .flatMap(mutants -> mutants);
  }

  private static Stream<Mutant> numbers(
      String done,
      BigDecimal number,
      BigDecimal nothing,
      Scale scale,
      Instrument instrument,
      BiConsumer<Draft.OfScale, BigDecimal> change) {
    if (number.compareTo(nothing) == 0) {
      return Stream.empty();
    }
    Set<BigDecimal> others = new LinkedHashSet<>(Rehearsal.neighbours(number));
    others.add(nothing);
    return others.stream()
        .map(other -> mutant(
            scale,
            "were %s %s, not %s".formatted(done, other.toPlainString(), number.toPlainString()),
            instrument,
            draft -> change.accept(draft, other)));
  }

  private static Mutant mutant(
      Scale scale, String mistake, Instrument instrument, Consumer<Draft.OfScale> change) {
    return new Mutant(
        Rehearsal.part(scale),
        "scale '%s' %s".formatted(scale.id(), mistake),
        Draft.of(instrument, scale, change));
  }
}
