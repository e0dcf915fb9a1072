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

/** A validity index names an item once; a pair may share an item with another pair. */
final class ValidityItemTwice implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      boolean single = places.isSound(index) && !(index.sign() instanceof Sign.Pairs);
      Set<String> seen = new HashSet<>();
      for (String item : single ? index.sign().items() : List.<String>of()) {
        if (!seen.add(item)) {
          found.add(error(
                  "validity.item-twice",
                  places.of(index.sign(), "item " + item),
                  "validity index '%s' names item '%s' twice",
                  index.id(),
                  item)
              .hint("name it once"));
        }
      }
    }
    return found;
  }
}
