package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** A pair is of two items. */
final class ValidityPairOfItself implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      for (Sign.Pair pair : Pairs.of(index, places)) {
        if (pair.first().equals(pair.second())) {
          found.add(error(
                  "validity.pair-of-itself",
                  places.of(pair),
                  "validity index '%s' pairs item '%s' with itself",
                  index.id(),
                  pair.first())
              .hint("pair it with the item that asks the same"));
        }
      }
    }
    return found;
  }
}
