package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;

/** Every item that can be scored counts for something. A warning: a form may carry items that nobody scores. */
final class ItemUnused implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    Set<String> used = new HashSet<>(ItemUse.of(instrument));
    if (!places.isSound(instrument) || hidesUse(instrument, used)) {
      return List.of();
    }
    List<Diagnostic> found = new ArrayList<>();
    Set<Place> reported = new HashSet<>();
    for (Item item : instrument.items()) {
      // The items of a run share one place.
      boolean unused = instrument.scorable(item).isPresent() && !used.contains(item.id());
      if (unused && reported.add(places.of(item))) {
        found.add(warning(
                "item.unused",
                places.of(item),
                "no scale, critical item or validity index uses item '%s'",
                item.id())
            .hint("add it to a scale, or take it out of the form"));
      }
    }
    return found;
  }

  /** An item that is named wrongly, or not yet, is not unused as well. */
  private static boolean hidesUse(Instrument instrument, Set<String> used) {
    boolean unknown = used.stream().anyMatch(item -> instrument.item(item).isEmpty());
    return unknown || instrument.scales().stream().anyMatch(ItemUse::isEmpty);
  }
}
