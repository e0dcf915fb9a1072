package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Conversion;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/** A table goes from the lowest number to the highest, each once. */
final class ConvertOrder implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      scale
          .transform()
          .conversion()
          .filter(places::isSound)
          .ifPresent(conversion -> check(conversion.entries(), places, found));
    }
    return found;
  }

  private static void check(List<Conversion.Entry> entries, Places places, List<Diagnostic> found) {
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i).from().compareTo(entries.get(i - 1).from()) <= 0) {
        found.add(error(
                "convert.order",
                places.of(entries.get(i)),
                "%s stands after %s in the table",
                entries.get(i).from().toPlainString(),
                entries.get(i - 1).from().toPlainString())
            .hint("list the numbers from the lowest to the highest, each once"));
      }
    }
  }

  /** The table of a scale, if it can be looked up. */
  static Optional<Conversion> tableOf(Scale scale, Places places) {
    return scale.transform().conversion().filter(places::isSound).filter(Conversion::isOrdered);
  }
}
