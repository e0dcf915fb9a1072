package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;
import org.xinheng.instrument.Verification;

/** Reads the validity indices of a questionnaire. */
final class ValidityReader {

  /** No two answers are further apart. */
  private static final int WIDEST = ResponseSet.HIGHEST_CODE - ResponseSet.LOWEST_CODE;

  private static final int LOWEST_FIT = -100;
  static final int SECONDS_OF_A_DAY = 86_400;

  private final ItemList itemList;
  private final List<Diagnostic> found;
  private final Places places;

  /** How signs are read, by the key that tells which one it is. */
  private final Map<String, SignReader> signs = new LinkedHashMap<>();

  /** Reads a sign; {@code named} gets what it names, {@code item 3} or {@code scale lie}, with its place. */
  private interface SignReader {
    Optional<? extends Sign> read(YamlMap map, Map<String, Place> named);
  }

  ValidityReader(ItemList itemList, List<Diagnostic> found, Places places) {
    this.itemList = itemList;
    this.found = found;
    this.places = places;
    signs.put("scale", ValidityReader::scale);
    signs.put("unanswered", this::unanswered);
    signs.put("same-answer", this::sameAnswer);
    signs.put("long-string", this::longString);
    signs.put("variability", this::variability);
    signs.put("pairs", this::pairs);
    signs.put("even-odd", this::evenOdd);
    signs.put("mahalanobis", this::mahalanobis);
    signs.put("person-fit", ValidityReader::personFit);
    signs.put("seconds-below", seconds("seconds-below", Sign.SecondsBelow::new));
    signs.put(
        "seconds-per-item-below", seconds("seconds-per-item-below", Sign.SecondsPerItemBelow::new));
  }

  List<ValidityIndex> indices(YamlMap root) {
    List<ValidityIndex> indices = new ArrayList<>();
    root.optional("validity")
        .map(YamlValue::list)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(map -> indices.add(index(map))));
    return indices;
  }

  private ValidityIndex index(YamlMap map) {
    Optional<Sign> sign = map.required("when").flatMap(YamlValue::map).flatMap(this::sign);
    ValidityIndex index = new ValidityIndex(
        map.id("id"),
        map.bilingual("name"),
        sign.orElse(new Sign.SameAnswer(List.of())),
        map.required("verdict")
            .flatMap(v -> v.word(ValidityIndex.Verdict.values(), ValidityIndex.Verdict::word))
            .orElse(ValidityIndex.Verdict.SUSPECT),
        map.id("source"),
        map.required("verification").flatMap(YamlValue::verification).orElse(Verification.NONE));
    map.close();
    places.put(index, map, map.isSound());
    return index;
  }

  private Optional<Sign> sign(YamlMap map) {
    Optional<SignReader> reader = signs.entrySet().stream()
        .filter(sign -> map.has(sign.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
    if (reader.isEmpty()) {
      found.add(Diagnostic.error("validity.no-condition", map.place(), "'when' names no sign")
          .hint("name one of: %s", String.join(", ", signs.keySet())));
      return Optional.empty();
    }
    Map<String, Place> named = new LinkedHashMap<>();
    Optional<Sign> sign = reader.get().read(map, named).map(read -> read);
    map.close();
    sign.ifPresent(read -> {
      places.put(read, map, map.isSound());
      named.forEach((name, place) -> places.note(read, name, place));
    });
    return sign;
  }

  private static Optional<Sign> scale(YamlMap map, Map<String, Place> named) {
    String scale = map.id("scale");
    map.optional("scale").ifPresent(value -> named.put("scale " + scale, value.place()));
    return map.required("at-or-above")
        .flatMap(YamlValue::decimal)
        .map(edge -> new Sign.ScaleAtOrAbove(scale, edge));
  }

  private Optional<? extends Sign> unanswered(YamlMap map, Map<String, Place> named) {
    List<String> items = items(map, "unanswered", named);
    return map.has("share-at-or-above")
        ? map.required("share-at-or-above")
            .flatMap(v -> v.decimal(0, 1))
            .map(share -> new Sign.UnansweredShare(items, share))
        : count(map).map(edge -> new Sign.UnansweredAtOrAbove(items, edge));
  }

  private Optional<Sign> sameAnswer(YamlMap map, Map<String, Place> named) {
    return Optional.of(new Sign.SameAnswer(items(map, "same-answer", named)));
  }

  private Optional<Sign> longString(YamlMap map, Map<String, Place> named) {
    List<String> items = items(map, "long-string", named);
    return count(map).map(edge -> new Sign.LongString(items, edge));
  }

  private Optional<Sign> variability(YamlMap map, Map<String, Place> named) {
    List<String> items = items(map, "variability", named);
    return map.required("at-or-below")
        .flatMap(v -> v.decimal(0, WIDEST))
        .map(edge -> new Sign.Variability(items, edge));
  }

  /** {@code pairs: {alike: [[2, 17]], opposite: [[5, 21]]}, apart: 2, at-or-above: 2}. */
  private Optional<Sign> pairs(YamlMap map, Map<String, Place> named) {
    List<Sign.Pair> pairs = new ArrayList<>();
    map.required("pairs").flatMap(YamlValue::someMap).ifPresent(kinds -> {
      pairs(kinds.optional("alike"), false, pairs, named);
      pairs(kinds.optional("opposite"), true, pairs, named);
      kinds.close();
    });
    Optional<Integer> apart = map.required("apart").flatMap(v -> v.integer(1, WIDEST));
    Optional<Integer> edge = count(map);
    return apart.isPresent() && edge.isPresent()
        ? Optional.of(new Sign.Pairs(pairs, apart.get(), edge.get()))
        : Optional.empty();
  }

  private void pairs(
      Optional<YamlValue> list, boolean opposite, List<Sign.Pair> to, Map<String, Place> named) {
    for (YamlValue entry : list.map(YamlValue::someList).orElse(List.of())) {
      List<YamlValue> ends = entry.list();
      if (ends.size() == 2) {
        pair(ends.get(0), ends.get(1), opposite, named).ifPresent(pair -> {
          places.put(pair, entry.place());
          to.add(pair);
        });
      } else if (entry.isList()) {
        found.add(Diagnostic.error(
                "validity.pair-size", entry.place(), "a pair has two items, not %d", ends.size())
            .hint("write [first, second]"));
      }
    }
  }

  private static Optional<Sign.Pair> pair(
      YamlValue first, YamlValue second, boolean opposite, Map<String, Place> named) {
    Optional<String> one = first.id();
    Optional<String> other = second.id();
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    named.put("item " + one.get(), first.place());
    named.put("item " + other.get(), second.place());
    return Optional.of(new Sign.Pair(one.get(), other.get(), opposite));
  }

  private Optional<Sign> evenOdd(YamlMap map, Map<String, Place> named) {
    List<String> scales = new ArrayList<>();
    for (YamlValue entry : map.required("even-odd").map(YamlValue::someOrOne).orElse(List.of())) {
      entry.id().ifPresent(scale -> {
        scales.add(scale);
        named.put("scale " + scale, entry.place());
      });
    }
    return map.required("below")
        .flatMap(v -> v.decimal(-1, 1))
        .map(edge -> new Sign.EvenOdd(scales, edge));
  }

  private Optional<Sign> mahalanobis(YamlMap map, Map<String, Place> named) {
    List<String> items = items(map, "mahalanobis", named);
    List<BigDecimal> means = map.required("means").map(ValidityReader::decimals).orElse(List.of());
    List<List<BigDecimal>> covariance = new ArrayList<>();
    List<YamlValue> lines = map.required("covariance").map(YamlValue::someList).orElse(List.of());
    for (YamlValue line : lines) {
      named.put("covariance line " + covariance.size(), line.place());
      covariance.add(decimals(line));
    }
    return map.required("quantile")
        .flatMap(v -> v.decimal(0, 1))
        .map(quantile -> new Sign.Mahalanobis(items, means, covariance, quantile));
  }

  private static Optional<Sign> personFit(YamlMap map, Map<String, Place> named) {
    String scale = map.id("person-fit");
    map.optional("person-fit").ifPresent(value -> named.put("scale " + scale, value.place()));
    return map.required("below")
        .flatMap(value -> value.decimal(LOWEST_FIT, 0))
        .map(edge -> new Sign.PersonFitBelow(scale, edge));
  }

  private static List<BigDecimal> decimals(YamlValue value) {
    return value.someList().stream().flatMap(each -> each.decimal().stream()).toList();
  }

  private static SignReader seconds(String key, Function<BigDecimal, Sign> sign) {
    return (map, named) ->
        map.required(key).flatMap(v -> v.decimal(0, SECONDS_OF_A_DAY)).map(sign);
  }

  private static Optional<Integer> count(YamlMap map) {
    return map.required("at-or-above").flatMap(v -> v.integer(1, QuestionnaireReader.MOST_ITEMS));
  }

  private List<String> items(YamlMap map, String key, Map<String, Place> named) {
    List<ItemList.Reference> items = itemList.read(map.required(key));
    note(items, named);
    return items.stream().map(ItemList.Reference::item).toList();
  }

  private static void note(List<ItemList.Reference> items, Map<String, Place> named) {
    items.forEach(item -> named.put("item " + item.item(), item.place()));
  }
}
