package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;

/** A result has room for so many critical items. */
final class CriticalTooMany implements Rule<Instrument> {

  private static final int MOST = 31;

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    if (instrument.critical().size() > MOST) {
      found.add(error(
              "critical.too-many",
              places.of(instrument.critical().get(MOST)),
              "there are %d critical items, more than %d",
              instrument.critical().size(),
              MOST)
          .hint("keep those that somebody must act on"));
    }
    return found;
  }
}
