package org.xinheng.administration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pages that were begun, in the order in which they were, and the one that was gone back to.
 *
 * @param pages begun so far
 * @param revisited the place in them that was gone back to, if one was
 * @param confirmed the columns of that page that were answered, skipped or refused again
 */
record Trail(List<PageItems> pages, Optional<Integer> revisited, Set<Integer> confirmed) {

  static final Trail EMPTY = new Trail(List.of(), Optional.empty(), Set.of());

  Trail {
    pages = List.copyOf(pages);
    confirmed = Set.copyOf(confirmed);
  }

  /** Something of a page was answered, skipped or refused. */
  Trail passed(PageItems page, int column) {
    if (revisited.isPresent()) {
      Set<Integer> more = new HashSet<>(confirmed);
      more.add(column);
      return new Trail(pages, revisited, more);
    }
    if (pages.contains(page)) {
      return this;
    }
    List<PageItems> more = new ArrayList<>(pages);
    more.add(page);
    return new Trail(more, Optional.empty(), Set.of());
  }

  Trail at(int place) {
    return new Trail(pages, Optional.of(place), Set.of());
  }

  /** The page that was gone back to is left again. */
  Trail onwards() {
    return new Trail(pages, Optional.empty(), Set.of());
  }

  Optional<PageItems> revisitedPage() {
    return revisited.map(pages::get);
  }

  /** Where the pages before a page end. */
  int before(Optional<PageItems> page) {
    if (revisited.isPresent()) {
      return revisited.get();
    }
    return page.filter(pages::contains).map(pages::indexOf).orElse(pages.size());
  }
}
