package org.xinheng.definition;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.diagnostic.Diagnostic;
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
      entry.run().ifPresent(run -> add(run, order, references));
    }
    return references;
  }

  private static void add(YamlValue.Run run, List<String> order, List<Reference> references) {
    String first = run.first().text().orElse("");
    String last = run.last().text().orElse("");
    int from = order.indexOf(first);
    int to = order.indexOf(last);
    Place place = run.first().place();
    if (from >= 0 && to >= 0 && to < from) {
      run.first()
          .report(Diagnostic.error(
                  "value.order", place, "the run '%s..%s' goes against the form", first, last)
              .hint("write %s..%s", last, first));
    } else if (from >= 0 && to >= 0) {
      order.subList(from, to + 1).forEach(item -> references.add(new Reference(item, place)));
    } else {
      // What is not an item is passed on as it is, for the rules to name.
      references.add(new Reference(first, place));
      if (!run.isSingle()) {
        references.add(new Reference(last, run.last().place()));
      }
    }
  }
}
