package org.xinheng.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;

/**
 * Item references as a definition writes them: single ids, runs {@code 1..9}, or a list of both. A run covers all items
 * of the form from its first to its last.
 */
final class ItemList {

  /** One reference and where it stands; all items of a run stand at the run. */
  record Reference(String item, Place place) {}

  /** Runs are short to write, so that a small file could name more items than memory holds. */
  private static final int MOST_REFERENCES = 100_000;

  private final List<String> order;
  private final List<Diagnostic> found;
  private int count;

  /**
   * The lists of one questionnaire.
   *
   * @param order the ids of all items in the order of the form
   */
  ItemList(List<String> order, List<Diagnostic> found) {
    this.order = order;
    this.found = found;
  }

  /** The items that a value names; none if it is not there. */
  List<Reference> read(Optional<YamlValue> value) {
    if (value.isEmpty() || count > MOST_REFERENCES) {
      return List.of();
    }
    List<Reference> references = new ArrayList<>();
    for (YamlValue entry : value.get().listOrOne()) {
      entry.run().ifPresent(run -> add(run, references));
    }
    count += references.size();
    if (count > MOST_REFERENCES) {
      found.add(Diagnostic.error(
              "definition.too-large",
              value.get().place(),
              "scales and conditions name more than %d items together",
              MOST_REFERENCES)
          .hint("split the questionnaire"));
    }
    return references;
  }

  private void add(YamlValue.Run run, List<Reference> references) {
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
