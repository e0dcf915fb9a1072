package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Conversion;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/** A table holds every value that its scale can have. */
final class ConvertGap implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    PossibleScores possible = new PossibleScores(instrument, places::isSound);
    for (Scale scale : instrument.scales()) {
      ConvertOrder.tableOf(scale, places).ifPresent(conversion -> {
        List<BigFraction> lacking = certain(scale, conversion, possible).stream()
            .filter(value -> conversion.of(value).isEmpty())
            .toList();
        if (!lacking.isEmpty()) {
          found.add(gap(scale, conversion, lacking, places));
        }
      });
    }
    return found;
  }

  private static Diagnostic gap(
      Scale scale, Conversion conversion, List<BigFraction> lacking, Places places) {
    return error(
            "convert.gap",
            places.of(conversion, "table"),
            "the table of scale '%s' does not hold %s%s",
            scale.id(),
            PossibleScores.Range.text(lacking.get(0)),
            lacking.size() == 1 ? "" : " and " + (lacking.size() - 1) + " more of its values")
        .hint(
            conversion.between().isPresent()
                ? "let the table go from the lowest value to the highest"
                : "list every value, or declare 'between: interpolate'");
  }

  /** Values that some answers give: all of them if each must be listed, and else the ends. */
  private static List<BigFraction> certain(
      Scale scale, Conversion conversion, PossibleScores possible) {
    Optional<PossibleValues.Values> values = conversion.between().isPresent()
        ? Optional.empty()
        : possible.possibleValues().beforeConversion(scale).filter(PossibleValues.Values::exact);
    return values
        .map(all -> List.copyOf(all.all()))
        .orElseGet(() -> possible
            .beforeConversion(scale)
            .filter(PossibleScores.Range::exact)
            .map(PossibleScores.Range::ends)
            .orElse(List.of()));
  }
}
