package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ResponseSet;

/** A number or a slider has more than one place to be at. */
final class ResponsesRange implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ResponseSet set : instrument.responseSets()) {
      if (places.isSound(set) && set instanceof ResponseSet.Numeric numeric && isEmpty(numeric)) {
        found.add(error(
                "responses.range",
                places.of(set, "to"),
                "response set '%s' goes from %s to %s",
                set.id(),
                numeric.lowest().toPlainString(),
                numeric.highest().toPlainString())
            .hint("write the lowest answer in 'from' and the highest in 'to'"));
      }
    }
    return found;
  }

  static boolean isEmpty(ResponseSet.Numeric numeric) {
    return numeric.lowest().compareTo(numeric.highest()) >= 0;
  }
}
