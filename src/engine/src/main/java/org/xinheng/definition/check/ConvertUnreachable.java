package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Conversion;
import org.xinheng.instrument.Exact;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/** A table lists no value that its scale never has. */
final class ConvertUnreachable implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    PossibleScores possible = new PossibleScores(instrument, places::isSound);
    for (Scale scale : instrument.scales()) {
      ConvertOrder.tableOf(scale, places).ifPresent(conversion -> {
        List<Conversion.Entry> entries = conversion.entries();
        IntStream.range(0, entries.size())
            .filter(i -> conversion.between().isPresent()
                ? isBeyondTheEnds(i, entries, scale, possible)
                : isImpossible(entries.get(i), scale, possible))
            .forEach(i -> found.add(error(
                    "convert.unreachable",
                    places.of(entries.get(i)),
                    conversion.between().isPresent()
                        ? "the table of scale '%s' lists %s, which none of its values lies next to"
                        : "the table of scale '%s' lists %s, which its answers never give",
                    scale.id(),
                    entries.get(i).from().toPlainString())
                .hint("take it out, or correct it")));
      });
    }
    return found;
  }

  private static boolean isImpossible(
      Conversion.Entry entry, Scale scale, PossibleScores possible) {
    Optional<PossibleValues.Values> values = possible.possibleValues().beforeConversion(scale);
    return values.isPresent()
        ? !values.get().all().contains(Exact.of(entry.from()))
        : possible
            .beforeConversion(scale)
            .filter(range -> !range.contains(entry.from()))
            .isPresent();
  }

  /** Of lines to interpolate between, one on or beyond each end is of use. */
  private static boolean isBeyondTheEnds(
      int i, List<Conversion.Entry> entries, Scale scale, PossibleScores possible) {
    return possible
        .beforeConversion(scale)
        .filter(range ->
            (i + 1 < entries.size() && !range.startsBelow(entries.get(i + 1).from()))
                || (i > 0 && !range.endsAbove(entries.get(i - 1).from())))
        .isPresent();
  }
}
