package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ValidityIndex;

/** A result has room for so many validity indices. */
final class ValidityTooMany implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    if (instrument.validity().size() > ValidityIndex.MOST) {
      found.add(error(
              "validity.too-many",
              places.of(instrument.validity().get(ValidityIndex.MOST)),
              "there are %d validity indices, more than %d",
              instrument.validity().size(),
              ValidityIndex.MOST)
          .hint("keep those that somebody looks at"));
    }
    return found;
  }
}
