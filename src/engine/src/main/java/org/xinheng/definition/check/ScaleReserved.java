package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/** A scale is not called like another column of the results. */
final class ScaleReserved implements Rule<Instrument> {

  static final Set<String> RESERVED = Set.of("critical", "alert", "validity");

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      if (RESERVED.contains(scale.id())) {
        found.add(error(
                "scale.reserved",
                places.of(scale),
                "a scale cannot be called '%s', which is a column of the results",
                scale.id())
            .hint("give it another name"));
      }
    }
    return found;
  }
}
