package org.xinheng.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Comparison;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.NamedCondition;
import org.xinheng.instrument.ResponseSet;

/**
 * Reads conditions on answers and scores.
 *
 * <pre>
 *   core                                         a name
 *   {}                                           always
 *   {item: 9, at-or-above: 1}                    or at-or-below, equal-to, one-of: [1, 3]
 *   {item: 2, chosen: 3}                         of several choices
 *   {scale: total, at-or-above: 20}              or level-at-or-above: 2
 *   {items: 1..9, at-or-above: 2, at-least: 5}
 *   {all: […]}, {any: […]}, {at-least: 2, of: […]}, {not: …}
 * </pre>
 *
 * <p>In a list, {@code items} without {@code at-least} stands for one condition an item.
 */
final class ConditionReader {

  /** What a condition that could not be read is taken for. */
  static final Condition UNREADABLE = Condition.any(List.of());

  private static final String AT_OR_ABOVE = "at-or-above";
  private static final String AT_OR_BELOW = "at-or-below";
  private static final String EQUAL_TO = "equal-to";
  private static final String ONE_OF = "one-of";
  private static final String LEVEL = "level-at-or-above";
  private static final String CHOSEN = "chosen";
  private static final List<String> COMPARISONS =
      List.of(AT_OR_ABOVE, AT_OR_BELOW, EQUAL_TO, ONE_OF, LEVEL, CHOSEN);

  private static final Comparison NO_COMPARISON = new Comparison.OneOf(List.of());

  private final ItemList itemList;
  private final List<Diagnostic> found;
  private final Places places;

  ConditionReader(ItemList itemList, List<Diagnostic> found, Places places) {
    this.itemList = itemList;
    this.found = found;
    this.places = places;
  }

  /** The conditions that a questionnaire declares by name. */
  List<NamedCondition> named(YamlMap root) {
    List<NamedCondition> conditions = new ArrayList<>();
    root.optional("conditions").flatMap(YamlValue::someMap).ifPresent(map -> {
      for (Map.Entry<String, YamlValue> entry : map.entries()) {
        int errors = found.size();
        NamedCondition named =
            new NamedCondition(map.name(entry.getKey()), condition(entry.getValue()));
        places.put(named, map.keyPlace(entry.getKey()), found.size() == errors);
        conditions.add(named);
      }
    });
    return conditions;
  }

  /** What is asked of one item, in a map with other keys, which the caller closes. */
  Condition ofItem(YamlMap map) {
    Condition condition = ofItem(map.id("item"), map);
    put(condition, map);
    return condition;
  }

  private static Condition ofItem(String item, YamlMap map) {
    return map.has(CHOSEN)
        ? new Condition.OfChoice(
            item,
            map.required(CHOSEN)
                .flatMap(code -> code.integer(ResponseSet.LOWEST_CODE, ResponseSet.HIGHEST_CODE))
                .orElse(0))
        : new Condition.OfItem(item, comparison(map));
  }

  /** A condition; {@link #UNREADABLE} if it could not be read, and reported then. */
  Condition condition(YamlValue value) {
    if (!value.isMap()) {
      return name(value);
    }
    YamlMap map = value.map().orElseThrow();
    Condition condition = shape(map);
    map.close();
    put(condition, map);
    return condition;
  }

  private void put(Condition condition, YamlMap map) {
    places.put(condition, map, map.isSound());
    comparedPlace(map).ifPresent(place -> places.note(condition, Places.COMPARED, place));
  }

  private Condition name(YamlValue value) {
    Optional<Condition> named = value.id().map(Condition.Named::new);
    named.ifPresent(condition -> places.put(condition, value.place()));
    return named.orElse(UNREADABLE);
  }

  private Condition shape(YamlMap map) {
    if (map.has("item")) {
      return ofItem(map.id("item"), map);
    }
    if (map.has("scale")) {
      return ofScale(map);
    }
    if (map.has("items")) {
      return new Condition.AtLeast(atLeast(map), ofItems(map));
    }
    if (map.has("all")) {
      return Condition.all(parts(map, "all"));
    }
    if (map.has("any")) {
      return Condition.any(parts(map, "any"));
    }
    if (map.has("not")) {
      return new Condition.Not(map.required("not").map(this::condition).orElse(UNREADABLE));
    }
    if (map.has("at-least") || map.has("of")) {
      return new Condition.AtLeast(atLeast(map), parts(map, "of"));
    }
    return map.entries().isEmpty() ? Condition.always() : nothing(map);
  }

  private Condition nothing(YamlMap map) {
    found.add(Diagnostic.error(
            "condition.no-subject", map.place(), "the condition asks nothing that is known")
        .hint("write 'item', 'items' or 'scale' with a comparison, or 'all', 'any', 'at-least' with"
            + " 'of', or 'not'"));
    return UNREADABLE;
  }

  private static int atLeast(YamlMap map) {
    return map.required("at-least")
        .flatMap(value -> value.integer(1, QuestionnaireReader.MOST_ITEMS))
        .orElse(1);
  }

  private Condition ofScale(YamlMap map) {
    String scale = map.id("scale");
    return map.has(LEVEL)
        ? new Condition.OfBand(
            scale, map.required(LEVEL).flatMap(value -> value.integer(0, 3)).orElse(0))
        : new Condition.OfScale(scale, comparison(map));
  }

  /** The conditions of a list, in which {@code items} alone is one condition an item. */
  private List<Condition> parts(YamlMap map, String key) {
    List<Condition> parts = new ArrayList<>();
    for (YamlValue entry : map.required(key).map(YamlValue::someList).orElse(List.of())) {
      Optional<YamlMap> items = entry.isMap()
          ? entry.map().filter(part -> part.has("items") && !part.has("at-least"))
          : Optional.empty();
      if (items.isPresent()) {
        parts.addAll(ofItems(items.get()));
        items.get().close();
      } else {
        parts.add(condition(entry));
      }
    }
    return parts;
  }

  /** One condition an item, each standing at its reference. */
  private List<Condition> ofItems(YamlMap map) {
    // Read once, so that a fault of it is reported once.
    Condition each = ofItem("", map);
    Optional<Place> compared = comparedPlace(map);
    List<Condition> conditions = new ArrayList<>();
    for (ItemList.Reference reference : itemList.read(map.required("items"))) {
      Condition condition = each instanceof Condition.OfItem of
          ? new Condition.OfItem(reference.item(), of.comparison())
          : new Condition.OfChoice(reference.item(), ((Condition.OfChoice) each).code());
      places.put(condition, reference.place(), map.isSound());
      compared.ifPresent(place -> places.note(condition, Places.COMPARED, place));
      conditions.add(condition);
    }
    return conditions;
  }

  private static Comparison comparison(YamlMap map) {
    if (map.has(AT_OR_BELOW)) {
      return map.required(AT_OR_BELOW)
          .flatMap(YamlValue::decimal)
          .<Comparison>map(Comparison.AtOrBelow::new)
          .orElse(NO_COMPARISON);
    }
    if (map.has(EQUAL_TO)) {
      return new Comparison.OneOf(
          map.required(EQUAL_TO).flatMap(YamlValue::decimal).stream().toList());
    }
    if (map.has(ONE_OF)) {
      return new Comparison.OneOf(
          map.required(ONE_OF).map(YamlValue::someList).orElse(List.of()).stream()
              .flatMap(value -> value.decimal().stream())
              .toList());
    }
    map.optional(AT_OR_BELOW);
    return map.required(AT_OR_ABOVE)
        .flatMap(YamlValue::decimal)
        .<Comparison>map(Comparison.AtOrAbove::new)
        .orElse(NO_COMPARISON);
  }

  private static Optional<Place> comparedPlace(YamlMap map) {
    return map.valuePlaces().entrySet().stream()
        .filter(entry -> COMPARISONS.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
