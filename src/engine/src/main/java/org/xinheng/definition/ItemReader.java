package org.xinheng.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Text;

/** Reads the items of a questionnaire. */
final class ItemReader {

  private static final Text NO_TEXT = new Text("", "");

  private final List<Diagnostic> found;
  private final Places places;
  private final List<Entry> entries = new ArrayList<>();
  private int count;

  /**
   * One entry of the list of items: an item, or a run of them.
   *
   * @param map empty if it is none
   * @param ids of the items; an empty one for an item without a readable id
   * @param sound whether the ids were read without a fault
   */
  private record Entry(Optional<YamlMap> map, List<String> ids, boolean sound) {}

  /** Reads the ids of all items, so that conditions can name them. */
  ItemReader(YamlMap root, List<Diagnostic> found, Places places) {
    this.found = found;
    this.places = places;
    root.required("items").map(YamlValue::someList).orElse(List.of()).forEach(this::add);
  }

  private void add(YamlValue value) {
    if (count > QuestionnaireReader.MOST_ITEMS) {
      return;
    }
    int before = found.size();
    Optional<YamlMap> map = value.map();
    List<String> ids = map.map(ItemReader::ids).orElse(List.of(""));
    entries.add(new Entry(map, ids, isSoundSince(before)));
    count += ids.size();
    if (count > QuestionnaireReader.MOST_ITEMS) {
      found.add(Diagnostic.error(
              "definition.too-large",
              value.place(),
              "the questionnaire has more than %d items",
              QuestionnaireReader.MOST_ITEMS)
          .hint("split it"));
    }
  }

  /** The ids of all items in the order of the form. */
  List<String> ids() {
    return entries.stream().flatMap(entry -> entry.ids().stream()).toList();
  }

  /** All items in the order of the form. */
  List<Item> items(ConditionReader conditions) {
    return entries.stream().flatMap(entry -> items(entry, conditions).stream()).toList();
  }

  private List<Item> items(Entry entry, ConditionReader conditions) {
    if (entry.map().isEmpty()) {
      return List.of(new Item("", NO_TEXT, ""));
    }
    YamlMap map = entry.map().get();
    int before = found.size();
    Text topic = map.bilingual("topic");
    boolean information =
        map.optional("information").flatMap(YamlValue::yesOrNo).orElse(false);
    Optional<String> responses = information ? Optional.empty() : Optional.of(map.id("responses"));
    boolean required = map.optional("required").flatMap(YamlValue::yesOrNo).orElse(false);
    Optional<Condition> visibleWhen = map.optional("visible-when").map(conditions::condition);
    map.close();
    List<Item> items = entry.ids().stream()
        .map(id -> new Item(id, topic, responses, required, visibleWhen))
        .toList();
    boolean sound = entry.sound() && isSoundSince(before);
    items.forEach(item -> places.put(item, map, sound));
    return items;
  }

  /** Whether what was read in one go has no fault. Between ids and all else, other items are read. */
  private boolean isSoundSince(int before) {
    return found.stream().skip(before).noneMatch(Diagnostic::isError);
  }

  private static List<String> ids(YamlMap map) {
    return map.has("ids") ? idRun(map) : List.of(map.id("id"));
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
