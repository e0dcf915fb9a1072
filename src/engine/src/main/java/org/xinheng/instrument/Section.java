package org.xinheng.instrument;

import java.util.List;
import java.util.Optional;

/**
 * Items that follow each other in the form and are administered together. A section begins a new page.
 *
 * @param id its name among the sections
 * @param title what stands above it, if anything
 * @param items the ids of its items, in the order of the form
 * @param perPage how many items a page has; all on one page if nothing is declared
 * @param order in which order its items are shown
 * @param visibleWhen when its items are shown at all; always if nothing is declared
 */
public record Section(
    String id,
    Optional<Text> title,
    List<String> items,
    Optional<Integer> perPage,
    Order order,
    Optional<Condition> visibleWhen) {

  public Section {
    items = List.copyOf(items);
  }

  /** In which order items are shown. */
  public enum Order {
    /** That of the form. */
    FIXED("fixed"),
    /** One that whoever administers the form draws, from a seed that is kept with the answers. */
    RANDOM("random");

    private final String word;

    Order(String word) {
      this.word = word;
    }

    /** The word used in definitions. */
    public String word() {
      return word;
    }
  }
}
