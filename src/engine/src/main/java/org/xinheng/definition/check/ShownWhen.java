package org.xinheng.definition.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Section;

/**
 * What is shown only when a condition holds: a section, or items that were written together.
 *
 * @param owner the first of the items, or the section
 * @param where as messages call it, such as {@code item '5'}
 * @param condition when it is shown
 * @param items the ids of the items, in the order of the form
 */
record ShownWhen(Object owner, String where, Condition condition, List<String> items) {

  ShownWhen {
    items = List.copyOf(items);
  }

  static List<ShownWhen> of(Instrument instrument) {
    List<ShownWhen> all = new ArrayList<>();
    List<Item> run = new ArrayList<>();
    for (Item item : instrument.items()) {
      // The items of a run share one condition.
      if (!run.isEmpty() && !isSame(run.get(0).visibleWhen(), item.visibleWhen())) {
        add(run, all);
        run.clear();
      }
      run.add(item);
    }
    add(run, all);
    for (Section section : instrument.sections()) {
      section
          .visibleWhen()
          .ifPresent(when -> all.add(
              new ShownWhen(section, "section '" + section.id() + "'", when, section.items())));
    }
    return all;
  }

  private static boolean isSame(Optional<Condition> one, Optional<Condition> other) {
    return one.isPresent() && other.isPresent() && one.get() == other.get();
  }

  private static void add(List<Item> run, List<ShownWhen> all) {
    if (!run.isEmpty()) {
      Item first = run.get(0);
      first
          .visibleWhen()
          .ifPresent(when -> all.add(new ShownWhen(
              first,
              "item '" + first.id() + "'",
              when,
              run.stream().map(Item::id).toList())));
    }
  }

  boolean isSound(Places places) {
    return places.isSound(owner) && places.isSound(condition);
  }

  Place place(Places places) {
    return places.of(owner, "visible-when");
  }
}
