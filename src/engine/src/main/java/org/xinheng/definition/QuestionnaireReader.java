package org.xinheng.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Licence;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Setting;
import org.xinheng.instrument.Source;
import org.xinheng.instrument.Text;
import org.xinheng.instrument.Verification;

/** Reads a questionnaire: shapes, words and numbers. What only shows between the parts is left to the rules. */
final class QuestionnaireReader {

  private static final Text NO_TEXT = new Text("", "");
  private static final int OLDEST = 150;
  private static final Interval ANY_AGE = new Interval(0, OLDEST);
  private static final Interval ANY_GRADE = new Interval(1, 12);
  static final int MOST_ITEMS = 2000;

  private final String hash;
  private final List<Diagnostic> found;
  private final Places places;

  private QuestionnaireReader(String hash, List<Diagnostic> found, Places places) {
    this.hash = hash;
    this.found = found;
    this.places = places;
  }

  static Read<Instrument> read(SourceText source) {
    List<Diagnostic> found = new ArrayList<>();
    Places places = new Places(source.file());
    Optional<Instrument> instrument = YamlDocument.root(source, found)
        .map(root -> new QuestionnaireReader(source.hash(), found, places).questionnaire(root));
    return new Read<>(instrument, places, found);
  }

  private Instrument questionnaire(YamlMap root) {
    List<ResponseSet> responseSets = responseSets(root);
    List<Item> items = items(root);
    ItemList itemList = new ItemList(items.stream().map(Item::id).toList(), found);
    Instrument instrument = new Instrument(
        root.id("questionnaire"),
        root.text("version"),
        root.text("form"),
        hash,
        about(root),
        responseSets,
        items,
        new ScaleReader(itemList, found, places).scales(root),
        critical(root),
        new ValidityReader(itemList, found, places).indices(root));
    root.close();
    places.put(instrument, root, root.isSound());
    return instrument;
  }

  private About about(YamlMap root) {
    Map<String, Verification> verification = new LinkedHashMap<>();
    root.required("verification").flatMap(YamlValue::map).ifPresent(map -> {
      for (String group : List.of("key", "bands", "norms", "licence")) {
        map.required(group)
            .flatMap(YamlValue::verification)
            .ifPresent(word -> verification.put(group, word));
      }
      map.close();
    });
    About about = new About(
        root.bilingual("name"),
        root.bilingual("measures"),
        each(root.required("informants"), v -> v.word(Informant.values(), Informant::word)),
        each(root.required("languages"), YamlValue::language),
        each(root.optional("settings"), v -> v.word(Setting.values(), Setting::word)),
        root.required("ages").flatMap(v -> v.interval(0, OLDEST)).orElse(ANY_AGE),
        root.required("grades").flatMap(v -> v.interval(1, 12)).orElse(ANY_GRADE),
        root.bilingual("recall"),
        root.optional("reading-age").flatMap(v -> v.integer(1, OLDEST)),
        root.required("minutes").flatMap(v -> v.integer(1, 600)).orElse(1),
        licence(root),
        sources(root),
        verification);
    places.put(about, root, root.isSound());
    root.optional("languages")
        .map(YamlValue::listOrOne)
        .orElse(List.of())
        .forEach(entry -> entry
            .textOrEmpty()
            .ifPresent(tag -> places.note(about, "language " + tag, entry.place())));
    return about;
  }

  /** The entries of a list that must not be empty. */
  private static <T> Set<T> each(
      Optional<YamlValue> list, Function<YamlValue, Optional<T>> reading) {
    Set<T> entries = new LinkedHashSet<>();
    list.map(YamlValue::someOrOne)
        .orElse(List.of())
        .forEach(entry -> reading.apply(entry).ifPresent(entries::add));
    return entries;
  }

  private Licence licence(YamlMap root) {
    Optional<YamlMap> map = root.required("licence").flatMap(YamlValue::map);
    if (map.isEmpty()) {
      return new Licence("", "", Licence.Wording.UNCLEAR, "");
    }
    Licence licence = new Licence(
        map.get().text("paper"),
        map.get().text("electronic"),
        map.get()
            .required("wording")
            .flatMap(v -> v.word(Licence.Wording.values(), Licence.Wording::word))
            .orElse(Licence.Wording.UNCLEAR),
        map.get().optional("note").flatMap(YamlValue::textOrEmpty).orElse(""));
    map.get().close();
    return licence;
  }

  private List<Source> sources(YamlMap root) {
    List<Source> sources = new ArrayList<>();
    root.required("sources").flatMap(YamlValue::map).ifPresent(map -> {
      for (Map.Entry<String, YamlValue> entry : map.entries()) {
        sources.add(source(map.name(entry.getKey()), map, entry.getValue()));
      }
    });
    return sources;
  }

  private Source source(String id, YamlMap sources, YamlValue value) {
    Optional<YamlMap> map = value.map();
    Source source = new Source(
        id,
        map.map(m -> m.text("citation")).orElse(""),
        map.flatMap(m -> m.optional("link")).flatMap(YamlValue::textOrEmpty).orElse(""));
    map.ifPresent(YamlMap::close);
    map.ifPresent(m -> places.put(source, sources.keyPlace(id), m, m.isSound()));
    return source;
  }

  private List<ResponseSet> responseSets(YamlMap root) {
    List<ResponseSet> sets = new ArrayList<>();
    root.required("responses").flatMap(YamlValue::someMap).ifPresent(map -> {
      for (Map.Entry<String, YamlValue> entry : map.entries()) {
        String id = map.name(entry.getKey());
        sets.add(entry
            .getValue()
            .map()
            .map(set -> responseSet(id, map.keyPlace(id), set))
            .orElse(new ResponseSet(id, List.of(), Map.of())));
      }
    });
    return sets;
  }

  private ResponseSet responseSet(String id, Place place, YamlMap map) {
    List<Option> options = new ArrayList<>();
    map.required("options").flatMap(YamlValue::map).ifPresent(codes -> {
      for (Map.Entry<String, YamlValue> entry : codes.entries()) {
        codes
            .code(entry.getKey())
            .ifPresent(code ->
                options.add(new Option(code, entry.getValue().bilingual().orElse(NO_TEXT))));
      }
    });
    Map<Integer, Missing> missing = new HashMap<>();
    Map<String, Place> missingPlaces = new HashMap<>();
    map.optional("missing").flatMap(YamlValue::map).ifPresent(codes -> {
      for (Map.Entry<String, YamlValue> entry : codes.entries()) {
        Optional<Integer> code = codes.code(entry.getKey());
        Optional<Missing> kind = missingKind(entry.getValue());
        if (code.isPresent() && kind.isPresent()) {
          missing.put(code.get(), kind.get());
          missingPlaces.put("missing " + code.get(), codes.keyPlace(entry.getKey()));
        }
      }
    });
    map.close();
    ResponseSet set = new ResponseSet(id, options, missing);
    places.put(set, place, map, map.isSound());
    missingPlaces.forEach((key, codePlace) -> places.note(set, key, codePlace));
    return set;
  }

  private static Optional<Missing> missingKind(YamlValue value) {
    Missing[] declarable = Arrays.stream(Missing.values())
        .filter(kind -> kind != Missing.UNDECLARED)
        .toArray(Missing[]::new);
    return value.word(declarable, Missing::word);
  }

  private List<Item> items(YamlMap root) {
    List<Item> items = new ArrayList<>();
    root.required("items")
        .map(YamlValue::someList)
        .orElse(List.of())
        .forEach(entry -> addItems(entry, items));
    return items;
  }

  private void addItems(YamlValue entry, List<Item> items) {
    boolean fits = items.size() <= MOST_ITEMS;
    if (fits) {
      items.addAll(entry.map().map(this::entry).orElse(List.of(new Item("", NO_TEXT, ""))));
    }
    if (fits && items.size() > MOST_ITEMS) {
      found.add(Diagnostic.error(
              "definition.too-large",
              entry.place(),
              "the questionnaire has more than %d items",
              MOST_ITEMS)
          .hint("split it"));
    }
  }

  /** One item, or a run of them. An item without a readable id has an empty one. */
  private List<Item> entry(YamlMap map) {
    List<String> ids = map.has("ids") ? idRun(map) : List.of(map.id("id"));
    Text topic = map.bilingual("topic");
    String responses = map.id("responses");
    map.close();
    List<Item> items = ids.stream().map(id -> new Item(id, topic, responses)).toList();
    items.forEach(item -> places.put(item, map, map.isSound()));
    return items;
  }

  /** {@code ids: 1..15}: numbered items that share topic and responses. */
  private static List<String> idRun(YamlMap map) {
    Optional<Interval> run = map.required("ids").flatMap(value -> value.interval(1, MOST_ITEMS));
    List<String> ids = new ArrayList<>();
    run.ifPresent(interval -> {
      for (int id = interval.first(); id <= interval.last(); id++) {
        ids.add(Integer.toString(id));
      }
    });
    return ids.isEmpty() ? List.of("") : ids;
  }

  private List<CriticalItem> critical(YamlMap root) {
    List<CriticalItem> critical = new ArrayList<>();
    root.optional("critical")
        .map(YamlValue::list)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(map -> {
          CriticalItem item = new CriticalItem(
              map.id("item"),
              map.required("at-or-above")
                  .flatMap(v -> v.integer(ResponseSet.LOWEST_CODE, ResponseSet.HIGHEST_CODE))
                  .orElse(0),
              map.required("alert")
                  .flatMap(v -> v.word(
                      new Alert[] {Alert.NONE, Alert.SAME_DAY, Alert.IMMEDIATE}, Alert::word))
                  .orElse(Alert.NONE),
              map.bilingual("topic"),
              map.id("source"),
              map.required("verification")
                  .flatMap(YamlValue::verification)
                  .orElse(Verification.NONE));
          map.close();
          places.put(item, map, map.isSound());
          critical.add(item);
        }));
    return critical;
  }
}
