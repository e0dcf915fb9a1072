package org.xinheng.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Text;

/** Reads the items of a questionnaire. */
final class ItemReader {

  private static final Item UNREADABLE = new Item("", new Text("", ""), "");

  private final List<Diagnostic> found;
  private final Places places;

  ItemReader(List<Diagnostic> found, Places places) {
    this.found = found;
    this.places = places;
  }

  /** All items in the order of the form. One without a readable id has an empty one. */
  List<Item> items(YamlMap root) {
    List<Item> items = new ArrayList<>();
    root.required("items")
        .map(YamlValue::someList)
        .orElse(List.of())
        .forEach(entry -> addItems(entry, items));
    return items;
  }

  private void addItems(YamlValue entry, List<Item> items) {
    boolean fits = items.size() <= QuestionnaireReader.MOST_ITEMS;
    if (fits) {
      items.addAll(entry.map().map(this::entry).orElse(List.of(UNREADABLE)));
    }
    if (fits && items.size() > QuestionnaireReader.MOST_ITEMS) {
      found.add(Diagnostic.error(
              "definition.too-large",
              entry.place(),
              "the questionnaire has more than %d items",
              QuestionnaireReader.MOST_ITEMS)
          .hint("split it"));
    }
  }

  /** One item, or a run of them. */
  private List<Item> entry(YamlMap map) {
    List<String> ids = map.has("ids") ? idRun(map) : List.of(map.id("id"));
    Text topic = map.bilingual("topic");
    boolean information =
        map.optional("information").flatMap(YamlValue::yesOrNo).orElse(false);
    Optional<String> responses = information ? Optional.empty() : Optional.of(map.id("responses"));
    boolean required = map.optional("required").flatMap(YamlValue::yesOrNo).orElse(false);
    map.close();
    List<Item> items =
        ids.stream().map(id -> new Item(id, topic, responses, required)).toList();
    items.forEach(item -> places.put(item, map, map.isSound()));
    return items;
  }

  /** {@code ids: 1..15}: numbered items that share everything else. */
  private static List<String> idRun(YamlMap map) {
    Optional<Interval> run =
        map.required("ids").flatMap(value -> value.interval(1, QuestionnaireReader.MOST_ITEMS));
    List<String> ids = new ArrayList<>();
    run.ifPresent(interval -> {
      for (int id = interval.first(); id <= interval.last(); id++) {
        ids.add(Integer.toString(id));
      }
    });
    return ids.isEmpty() ? List.of("") : ids;
  }
}
