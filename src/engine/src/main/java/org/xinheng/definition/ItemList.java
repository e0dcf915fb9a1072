package org.xinheng.definition;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.diagnostic.Place;

/**
 * Item references as a definition writes them: single ids, runs {@code 1..9}, or a list of both. A run covers all items
 * of the form from its first to its last.
 */
final class ItemList {

  /** One reference and where it stands; all items of a run stand at the run. */
  record Reference(String item, Place place) {}

  private ItemList() {}

  /**
   * @param order the ids of all items in the order of the form
   */
  static List<Reference> read(YamlValue value, List<String> order) {
    List<Reference> references = new ArrayList<>();
    for (YamlValue entry : value.listOrOne()) {
      entry.run().ifPresent(ends -> {
        for (String item : expand(ends[0], ends[1], order)) {
          references.add(new Reference(item, entry.place()));
        }
      });
    }
    return references;
  }

  private static List<String> expand(String first, String last, List<String> order) {
    int from = order.indexOf(first);
    int to = order.indexOf(last);
    if (first.equals(last)) {
      return List.of(first);
    }
    // An unknown or reversed end is passed on as it is, for the rules to name.
    return from < 0 || to < from ? List.of(first, last) : order.subList(from, to + 1);
  }
}
