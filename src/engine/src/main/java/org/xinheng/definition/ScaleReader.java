package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Counting;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Text;
import org.xinheng.instrument.Transform;

/** Reads the scales of a questionnaire: what they are made of, how they are computed, and their bands. */
final class ScaleReader {

  private static final int LARGEST_SHIFT = 100;

  private final ItemList itemList;
  private final Function<String, Optional<ResponseSet>> responsesOf;
  private final List<Diagnostic> found;
  private final Places places;

  /**
   * @param responsesOf the response set of an item, if both are known
   */
  ScaleReader(
      ItemList itemList,
      Function<String, Optional<ResponseSet>> responsesOf,
      List<Diagnostic> found,
      Places places) {
    this.itemList = itemList;
    this.responsesOf = responsesOf;
    this.found = found;
    this.places = places;
  }

  /** All scales of a questionnaire. */
  List<Scale> scales(YamlMap root) {
    List<Scale> scales = new ArrayList<>();
    root.required("scales").flatMap(YamlValue::someMap).ifPresent(map -> {
      for (Map.Entry<String, YamlValue> entry : map.entries()) {
        String id = map.name(entry.getKey());
        scales.add(entry
            .getValue()
            .map()
            .map(scale -> scale(id, map.keyPlace(id), scale))
            .orElseGet(() -> unreadableScale(id)));
      }
    });
    return scales;
  }

  private static Scale unreadableScale(String id) {
    return new Scale(
        id,
        new Text("", ""),
        new Keying.OfItems(List.of()),
        Method.SUM,
        Optional.empty(),
        MissingRule.STRICT,
        Transform.NONE,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        List.of());
  }

  private Scale scale(String id, Place place, YamlMap map) {
    List<BigDecimal> range = map.required("range")
        .flatMap(YamlValue::range)
        .orElse(List.of(BigDecimal.ZERO, BigDecimal.ZERO));
    Method method = map.required("method")
        .flatMap(v -> v.word(Method.values(), Method::word))
        .orElse(Method.SUM);
    Scale scale = new Scale(
        id,
        map.bilingual("name"),
        method == Method.IRT ? model(map) : keying(map),
        method,
        method == Method.COUNT
            ? map.required("count").flatMap(YamlValue::map).flatMap(this::counting)
            : Optional.empty(),
        map.required("missing").map(this::missingRule).orElse(MissingRule.STRICT),
        new TransformReader(places).transform(map),
        range.get(0),
        range.get(1),
        map.optional("bands").map(new BandsReader(places)::read).orElse(List.of()));
    map.close();
    places.put(scale, place, map, map.isSound());
    return scale;
  }

  /** {@code {at-or-above: 2}} or {@code {equal-to: 1}}. */
  private Optional<Counting> counting(YamlMap map) {
    Counting.Comparison comparison = map.has(Counting.Comparison.EQUAL_TO.word())
        ? Counting.Comparison.EQUAL_TO
        : Counting.Comparison.AT_OR_ABOVE;
    Optional<Counting> counting = map.required(comparison.word())
        .flatMap(YamlValue::decimal)
        .map(value -> new Counting(comparison, value));
    map.close();
    return counting;
  }

  private Keying model(YamlMap map) {
    List<ItemList.Reference> reversed = itemList.read(map.optional("reverse"));
    Keying.OfModel keying = map.required("irt")
        .flatMap(YamlValue::map)
        .map(irt -> new ModelReader(places).read(irt, reversed))
        .orElseGet(ModelReader::unreadable);
    reversed.forEach(reference -> reportUnkeyed(reference, keying.keys(), "reverse", "parameters"));
    return keying;
  }

  private Keying keying(YamlMap map) {
    if (map.has("scales") && map.has("items")) {
      found.add(Diagnostic.error(
              "scale.items-and-scales",
              map.keyPlace("items"),
              "a scale is made of items or of other scales, not of both")
          .hint("make a scale of the items, and name it among 'scales'"));
    }
    if (map.has("scales")) {
      map.optional("items");
      return new Keying.OfScales(parts(map));
    }
    return new Keying.OfItems(keys(map));
  }

  /** {@code scales: [a, b]}, each perhaps with a weight. */
  private List<Keying.Part> parts(YamlMap map) {
    Optional<YamlMap> weights = map.optional("weights").flatMap(YamlValue::map);
    Map<String, BigDecimal> weightOf = weights.map(ScaleReader::decimals).orElse(Map.of());
    List<Keying.Part> parts = new ArrayList<>();
    map.required("scales")
        .map(YamlValue::listOrOne)
        .orElse(List.of())
        .forEach(entry -> entry.id().ifPresent(scale -> {
          Keying.Part part = new Keying.Part(scale, weightOf.getOrDefault(scale, BigDecimal.ONE));
          places.put(part, entry.place());
          weights
              .filter(w -> w.has(scale))
              .ifPresent(w -> places.note(part, "weight", w.keyPlace(scale)));
          parts.add(part);
        }));
    List<String> named = parts.stream().map(Keying.Part::scale).toList();
    weightOf.keySet().stream()
        .filter(scale -> !named.contains(scale))
        .forEach(scale -> found.add(Diagnostic.error(
                "scale.unkeyed",
                weights.orElseThrow().keyPlace(scale),
                "'weights' names scale '%s', which is not among the scales of the composite",
                scale)
            .hint("add it to 'scales' or take it out of 'weights'")));
    return parts;
  }

  private List<Key> keys(YamlMap map) {
    List<ItemList.Reference> items = itemList.read(map.required("items"));
    List<ItemList.Reference> reversed = itemList.read(map.optional("reverse"));
    Map<String, Map<Integer, BigDecimal>> recodes = recodes(map);
    Optional<YamlMap> weights = map.optional("weights").flatMap(YamlValue::map);
    Map<String, BigDecimal> weightOf = weights.map(ScaleReader::decimals).orElse(Map.of());
    List<Key> keys = new ArrayList<>();
    for (ItemList.Reference reference : items) {
      Optional<ItemList.Reference> reverse =
          reversed.stream().filter(r -> r.item().equals(reference.item())).findFirst();
      Key key = new Key(
          reference.item(),
          reverse.isPresent(),
          recodes.getOrDefault(reference.item(), Map.of()),
          weightOf.getOrDefault(reference.item(), BigDecimal.ONE));
      places.put(key, reference.place());
      reverse.ifPresent(r -> places.note(key, "reverse", r.place()));
      weights
          .filter(w -> w.has(reference.item()))
          .ifPresent(w -> places.note(key, "weight", w.keyPlace(reference.item())));
      keys.add(key);
    }
    reversed.forEach(reference -> reportUnkeyed(reference, keys, "reverse", "items"));
    recodes.keySet().stream()
        .map(item -> new ItemList.Reference(item, map.keyPlace("recode")))
        .forEach(reference -> reportUnkeyed(reference, keys, "recode", "items"));
    weightOf.keySet().stream()
        .map(item -> new ItemList.Reference(item, weights.orElseThrow().keyPlace(item)))
        .forEach(reference -> reportUnkeyed(reference, keys, "weights", "items"));
    return keys;
  }

  /**
   * {@code recode: [{items: 1..26, values: {1: 3, 2: 2}}]}: what answers count as, by item; {@code shift: 1} is every
   * code as the one that is 1 higher.
   */
  private Map<String, Map<Integer, BigDecimal>> recodes(YamlMap map) {
    Map<String, Map<Integer, BigDecimal>> recodes = new LinkedHashMap<>();
    map.optional("recode")
        .map(YamlValue::someList)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(recode -> {
          Function<ItemList.Reference, Map<Integer, BigDecimal>> values =
              recode.has("shift") ? shift(recode) : values(recode);
          itemList
              .read(recode.required("items"))
              .forEach(reference -> putOnce(reference, values.apply(reference), recodes));
          recode.close();
        }));
    return recodes;
  }

  private static Function<ItemList.Reference, Map<Integer, BigDecimal>> values(YamlMap recode) {
    Map<Integer, BigDecimal> values = new LinkedHashMap<>();
    recode.required("values").flatMap(YamlValue::someMap).ifPresent(codes -> {
      for (Map.Entry<String, YamlValue> code : codes.entries()) {
        Optional<Integer> from = codes.code(code.getKey());
        Optional<BigDecimal> to = code.getValue().decimal();
        if (from.isPresent() && to.isPresent()) {
          values.put(from.get(), to.get());
        }
      }
    });
    return reference -> values;
  }

  private Function<ItemList.Reference, Map<Integer, BigDecimal>> shift(YamlMap recode) {
    int by = recode
        .required("shift")
        .flatMap(value -> value.integer(-LARGEST_SHIFT, LARGEST_SHIFT))
        .orElse(0);
    return reference -> {
      Map<Integer, BigDecimal> values = new LinkedHashMap<>();
      Optional<ResponseSet> responses = responsesOf.apply(reference.item());
      responses.ifPresent(set -> set.options()
          .forEach(option -> values.put(option.code(), BigDecimal.valueOf(option.code() + by))));
      if (responses.isPresent() && values.isEmpty()) {
        found.add(Diagnostic.error(
                "scale.shift-kind",
                reference.place(),
                "'shift' names item '%s', which takes %s",
                reference.item(),
                DefinitionWords.kind(responses.get()))
            .hint("take it out of 'recode'; only the codes of a single choice are shifted"));
      }
      return values;
    };
  }

  private void putOnce(
      ItemList.Reference reference,
      Map<Integer, BigDecimal> values,
      Map<String, Map<Integer, BigDecimal>> recodes) {
    if (recodes.put(reference.item(), values) != null) {
      found.add(Diagnostic.error(
              "scale.recode-twice",
              reference.place(),
              "item '%s' is recoded twice",
              reference.item())
          .hint("name each item in one entry of 'recode'"));
    }
  }

  private static Map<String, BigDecimal> decimals(YamlMap map) {
    Map<String, BigDecimal> decimals = new LinkedHashMap<>();
    for (Map.Entry<String, YamlValue> entry : map.entries()) {
      entry.getValue().decimal().ifPresent(value -> decimals.put(entry.getKey(), value));
    }
    return decimals;
  }

  private void reportUnkeyed(
      ItemList.Reference reference, List<Key> keys, String list, String items) {
    if (keys.stream().noneMatch(key -> key.item().equals(reference.item()))) {
      found.add(Diagnostic.error(
              "scale.unkeyed",
              reference.place(),
              "'%s' names item '%s', which is not among the items of the scale",
              list,
              reference.item())
          .hint("add it to '%s' or take it out of '%s'", items, list));
    }
  }

  private MissingRule missingRule(YamlValue value) {
    if (!value.isMap()) {
      value
          .text()
          .filter(word -> !word.equals("strict"))
          .ifPresent(word -> value.report(
              Diagnostic.error("value.word", value.place(), "'missing' cannot be '%s'", word)
                  .hint("write strict, or {allow: 1, then: …} with ignore, zero or prorate")));
      return MissingRule.STRICT;
    }
    YamlMap map = value.map().orElseThrow();
    MissingRule.Limit limit = map.has("allow-share")
        ? map.required("allow-share")
            .flatMap(share -> share.decimal(0, 1))
            .<MissingRule.Limit>map(MissingRule.Limit.Share::new)
            .orElse(new MissingRule.Limit.Count(0))
        : new MissingRule.Limit.Count(map.required("allow")
            .flatMap(v -> v.integer(0, QuestionnaireReader.MOST_ITEMS))
            .orElse(0));
    MissingRule.Then then = map.required("then")
        .flatMap(v -> v.word(MissingRule.Then.values(), MissingRule.Then::word))
        .orElse(MissingRule.Then.IGNORE);
    MissingRule rule = new MissingRule(
        limit,
        then,
        then.isFill() ? fill(map) : Rounding.Mode.NONE,
        map.optional("not-applicable")
            .flatMap(
                v -> v.word(MissingRule.NotApplicable.values(), MissingRule.NotApplicable::word))
            .orElse(MissingRule.NotApplicable.NO_SCORE));
    map.close();
    places.put(rule, map, map.isSound());
    return rule;
  }

  /** How the value that is filled in is rounded; to leave it unrounded is no choice. */
  private static Rounding.Mode fill(YamlMap map) {
    Rounding.Mode[] modes = Arrays.stream(Rounding.Mode.values())
        .filter(mode -> mode != Rounding.Mode.NONE)
        .toArray(Rounding.Mode[]::new);
    return map.required("fill")
        .flatMap(value -> value.word(modes, Rounding.Mode::word))
        .orElse(Rounding.Mode.HALF_UP);
  }
}
