package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ValidityIndex;

/** A validity index asks items of the form. */
final class ValidityUnknownItem implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    if (!Names.knowsItems(instrument)) {
      return found;
    }
    for (ValidityIndex index : instrument.validity()) {
      for (String item : new LinkedHashSet<>(index.sign().items())) {
        if (places.isSound(index) && instrument.item(item).isEmpty()) {
          found.add(error(
                  "validity.unknown-item",
                  places.of(index.sign(), "item " + item),
                  "validity index '%s' uses item '%s', which is not defined",
                  index.id(),
                  item)
              .hint("%s", Names.ofItems(instrument)));
        }
      }
    }
    return found;
  }
}
