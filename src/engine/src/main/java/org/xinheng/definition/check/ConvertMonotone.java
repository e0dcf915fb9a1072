package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Conversion;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/** The results of a table go up or go down, as a typing error would not. */
final class ConvertMonotone implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      ConvertOrder.tableOf(scale, places)
          .ifPresent(conversion -> check(conversion.entries(), places, found));
    }
    return found;
  }

  private static void check(List<Conversion.Entry> entries, Places places, List<Diagnostic> found) {
    int direction = 0;
    for (int i = 1; i < entries.size(); i++) {
      Conversion.Entry before = entries.get(i - 1);
      Conversion.Entry entry = entries.get(i);
      int step = entry.to().compareTo(before.to());
      if (step * direction < 0) {
        found.add(warning(
                "convert.monotone",
                places.of(entry, "to"),
                "the results %s until %s, and %s gives %s after %s",
                direction > 0 ? "rise" : "fall",
                before.from().toPlainString(),
                entry.from().toPlainString(),
                entry.to().toPlainString(),
                before.to().toPlainString())
            .hint("compare it with the published table"));
        return;
      }
      direction = step == 0 ? direction : step;
    }
  }
}
