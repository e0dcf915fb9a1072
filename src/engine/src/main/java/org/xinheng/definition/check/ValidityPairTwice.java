package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** A pair of items counts once. */
final class ValidityPairTwice implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      Set<Set<String>> seen = new HashSet<>();
      for (Sign.Pair pair : Pairs.of(index, places)) {
        if (!seen.add(Set.copyOf(List.of(pair.first(), pair.second())))) {
          found.add(error(
                  "validity.pair-twice",
                  places.of(pair),
                  "validity index '%s' pairs items '%s' and '%s' twice",
                  index.id(),
                  pair.first(),
                  pair.second())
              .hint("keep one of them"));
        }
      }
    }
    return found;
  }
}
