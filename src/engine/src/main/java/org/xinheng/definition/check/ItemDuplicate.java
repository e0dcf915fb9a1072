package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;

/** Every item has an id of its own. */
final class ItemDuplicate implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Item item : instrument.items()) {
      if (places.isSound(item) && !seen.add(item.id())) {
        found.add(error(
                "item.duplicate",
                places.of(item, places.has(item, "ids") ? "ids" : "id"),
                "the item '%s' stands twice",
                item.id())
            .hint("give each item its own number"));
      }
    }
    return found;
  }
}
