package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Counting;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Licence;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.Source;
import org.xinheng.instrument.Text;
import org.xinheng.instrument.ValidityIndex;
import org.xinheng.instrument.Verification;

/** Reads a questionnaire: shapes, words and numbers. What only shows between the parts is left to the rules. */
final class QuestionnaireReader {

  private static final Text NO_TEXT = new Text("", "");
  private static final Interval ANY_AGE = new Interval(0, 150);
  private static final Interval ANY_GRADE = new Interval(1, 12);
  private static final int MOST_ITEMS = 2000;

  /** Runs are short to write, so that a small file could name more items than memory holds. */
  private static final int MOST_REFERENCES = 100_000;

  private final String hash;
  private final List<Diagnostic> found;
  private final Places places;
  private final List<String> itemOrder = new ArrayList<>();
  private int referenceCount;

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
    items.forEach(item -> itemOrder.add(item.id()));
    Instrument instrument = new Instrument(
        root.id("questionnaire"),
        root.text("version"),
        root.text("form"),
        hash,
        about(root),
        responseSets,
        items,
        scales(root),
        critical(root),
        validity(root));
    root.close();
    places.put(instrument, root, root.isSound());
    return instrument;
  }

  private About about(YamlMap root) {
    Set<Informant> informants = EnumSet.noneOf(Informant.class);
    root.required("informants")
        .ifPresent(value -> value
            .someOrOne()
            .forEach(entry ->
                entry.word(Informant.values(), Informant::word).ifPresent(informants::add)));
    Map<String, Verification> verification = new LinkedHashMap<>();
    root.required("verification").flatMap(YamlValue::map).ifPresent(map -> {
      for (String group : List.of("key", "bands", "norms", "licence")) {
        map.required(group)
            .flatMap(this::verification)
            .ifPresent(word -> verification.put(group, word));
      }
      map.close();
    });
    About about = new About(
        bilingual(root, "name"),
        bilingual(root, "measures"),
        informants,
        root.required("ages").flatMap(v -> v.interval(0, 150)).orElse(ANY_AGE),
        root.required("grades").flatMap(v -> v.interval(1, 12)).orElse(ANY_GRADE),
        bilingual(root, "recall"),
        root.required("minutes").flatMap(v -> v.integer(1, 600)).orElse(1),
        licence(root),
        sources(root),
        verification);
    places.put(about, root, root.isSound());
    return about;
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
        sources.add(source(name(map, entry.getKey()), map, entry.getValue()));
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

  /** A key that names a part; reported if it is not a name. */
  private static String name(YamlMap map, String key) {
    map.key(key).id();
    return key;
  }

  private List<ResponseSet> responseSets(YamlMap root) {
    List<ResponseSet> sets = new ArrayList<>();
    root.required("responses").flatMap(YamlValue::someMap).ifPresent(map -> {
      for (Map.Entry<String, YamlValue> entry : map.entries()) {
        String id = name(map, entry.getKey());
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
        code(codes, entry.getKey())
            .ifPresent(code ->
                options.add(new Option(code, entry.getValue().bilingual().orElse(NO_TEXT))));
      }
    });
    Map<Integer, Missing> missing = new HashMap<>();
    Map<String, Place> missingPlaces = new HashMap<>();
    map.optional("missing").flatMap(YamlValue::map).ifPresent(codes -> {
      for (Map.Entry<String, YamlValue> entry : codes.entries()) {
        Optional<Integer> code = code(codes, entry.getKey());
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

  /** A code written as a key; reported where the key stands. */
  private static Optional<Integer> code(YamlMap map, String key) {
    return map.key(key).integer(ResponseSet.LOWEST_CODE, ResponseSet.HIGHEST_CODE);
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
    Text topic = bilingual(map, "topic");
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

  private List<Scale> scales(YamlMap root) {
    List<Scale> scales = new ArrayList<>();
    root.required("scales").flatMap(YamlValue::someMap).ifPresent(map -> {
      for (Map.Entry<String, YamlValue> entry : map.entries()) {
        String id = name(map, entry.getKey());
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
        NO_TEXT,
        new Keying.OfItems(List.of()),
        Method.SUM,
        Optional.empty(),
        MissingRule.STRICT,
        BigDecimal.ONE,
        Rounding.NONE,
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
        bilingual(map, "name"),
        keying(map),
        method,
        method == Method.COUNT
            ? map.required("count").flatMap(YamlValue::map).flatMap(this::counting)
            : Optional.empty(),
        map.required("missing").map(this::missingRule).orElse(MissingRule.STRICT),
        map.optional("multiply").flatMap(YamlValue::decimal).orElse(BigDecimal.ONE),
        map.optional("round").map(QuestionnaireReader::rounding).orElse(Rounding.NONE),
        range.get(0),
        range.get(1),
        map.optional("bands").map(this::bandSets).orElse(List.of()));
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
      List<Keying.Part> parts = new ArrayList<>();
      map.required("scales")
          .map(YamlValue::listOrOne)
          .orElse(List.of())
          .forEach(entry -> entry.id().ifPresent(scale -> {
            Keying.Part part = new Keying.Part(scale);
            places.put(part, entry.place());
            parts.add(part);
          }));
      return new Keying.OfScales(parts);
    }
    List<ItemList.Reference> items = references(map.required("items"));
    List<ItemList.Reference> reversed = references(map.optional("reverse"));
    Map<String, Map<Integer, BigDecimal>> recodes = recodes(map);
    Optional<YamlMap> weights = map.optional("weights").flatMap(YamlValue::map);
    Map<String, BigDecimal> weightOf =
        weights.map(QuestionnaireReader::decimals).orElse(Map.of());
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
    reversed.forEach(reference -> reportUnkeyed(reference, keys, "reverse"));
    recodes.keySet().stream()
        .map(item -> new ItemList.Reference(item, map.keyPlace("recode")))
        .forEach(reference -> reportUnkeyed(reference, keys, "recode"));
    weightOf.keySet().stream()
        .map(item -> new ItemList.Reference(item, weights.orElseThrow().keyPlace(item)))
        .forEach(reference -> reportUnkeyed(reference, keys, "weights"));
    return new Keying.OfItems(keys);
  }

  /** {@code recode: [{items: 1..26, values: {1: 3, 2: 2}}]}: what answers count as, by item. */
  private Map<String, Map<Integer, BigDecimal>> recodes(YamlMap map) {
    Map<String, Map<Integer, BigDecimal>> recodes = new LinkedHashMap<>();
    map.optional("recode")
        .map(YamlValue::someList)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(recode -> {
          Map<Integer, BigDecimal> values = new LinkedHashMap<>();
          recode.required("values").flatMap(YamlValue::someMap).ifPresent(codes -> {
            for (Map.Entry<String, YamlValue> code : codes.entries()) {
              Optional<Integer> from = code(codes, code.getKey());
              Optional<BigDecimal> to = code.getValue().decimal();
              if (from.isPresent() && to.isPresent()) {
                values.put(from.get(), to.get());
              }
            }
          });
          references(recode.required("items"))
              .forEach(reference -> putOnce(reference, values, recodes));
          recode.close();
        }));
    return recodes;
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

  private void reportUnkeyed(ItemList.Reference reference, List<Key> keys, String list) {
    if (keys.stream().noneMatch(key -> key.item().equals(reference.item()))) {
      found.add(Diagnostic.error(
              "scale.unkeyed",
              reference.place(),
              "'%s' names item '%s', which is not among the items of the scale",
              list,
              reference.item())
          .hint("add it to 'items' or take it out of '%s'", list));
    }
  }

  private List<ItemList.Reference> references(Optional<YamlValue> value) {
    if (value.isEmpty() || referenceCount > MOST_REFERENCES) {
      return List.of();
    }
    List<ItemList.Reference> references = ItemList.read(value.get(), itemOrder);
    referenceCount += references.size();
    if (referenceCount > MOST_REFERENCES) {
      found.add(Diagnostic.error(
              "definition.too-large",
              value.get().place(),
              "the scales name more than %d items together",
              MOST_REFERENCES)
          .hint("split the questionnaire"));
    }
    return references;
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
        : new MissingRule.Limit.Count(
            map.required("allow").flatMap(v -> v.integer(0, MOST_ITEMS)).orElse(0));
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

  static Rounding rounding(YamlValue value) {
    return value
        .map()
        .map(map -> {
          Rounding.Mode mode = map.required("mode")
              .flatMap(v -> v.word(Rounding.Mode.values(), Rounding.Mode::word))
              .orElse(Rounding.Mode.NONE);
          int decimals = mode == Rounding.Mode.NONE
              ? 0
              : map.required("to").flatMap(v -> v.integer(0, 6)).orElse(0);
          map.optional("to");
          map.close();
          return new Rounding(mode, decimals);
        })
        .orElse(Rounding.NONE);
  }

  /** One set of bands, or a list of sets, each with an id. */
  private List<Bands> bandSets(YamlValue value) {
    return value.isList()
        ? value.list().stream()
            .flatMap(entry -> entry.map().stream())
            .map(map -> bands(map.id("id"), map))
            .toList()
        : value.map().map(map -> bands("default", map)).stream().toList();
  }

  /** {@code for: {sex: female, ages: 12..15}}; everybody if it is not there. */
  static Audience audience(YamlMap map) {
    return new Audience(
        map.optional("sex").flatMap(v -> v.word(Sex.values(), Sex::word)),
        map.optional("grades").flatMap(v -> v.interval(1, 12)),
        map.optional("ages").flatMap(v -> v.interval(0, 150)),
        map.optional("informant").flatMap(v -> v.word(Informant.values(), Informant::word)));
  }

  private Bands bands(String id, YamlMap map) {
    List<Band> bands = new ArrayList<>();
    map.required("edges")
        .map(YamlValue::list)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(band -> bands.add(band(band))));
    Optional<YamlMap> audience = map.optional("for").flatMap(YamlValue::map);
    Bands all = new Bands(
        id,
        audience.map(QuestionnaireReader::audience).orElse(Audience.EVERYBODY),
        map.optional("on")
            .flatMap(v -> v.word(Bands.Stage.values(), Bands.Stage::word))
            .orElse(Bands.Stage.VALUE),
        map.required("risk")
            .flatMap(v -> v.word(Bands.Risk.values(), Bands.Risk::word))
            .orElse(Bands.Risk.HIGH),
        bands,
        map.id("source"),
        map.required("verification").flatMap(this::verification).orElse(Verification.NONE));
    audience.ifPresent(YamlMap::close);
    map.close();
    places.put(all, map, map.isSound());
    return all;
  }

  private Band band(YamlMap map) {
    Band band = new Band(
        map.id("id"),
        map.required("from").flatMap(YamlValue::decimal).orElse(BigDecimal.ZERO),
        map.required("level").flatMap(v -> v.integer(0, 3)).orElse(0),
        bilingual(map, "label"));
    map.close();
    places.put(band, map, map.isSound());
    return band;
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
              bilingual(map, "topic"),
              map.id("source"),
              map.required("verification").flatMap(this::verification).orElse(Verification.NONE));
          map.close();
          places.put(item, map, map.isSound());
          critical.add(item);
        }));
    return critical;
  }

  private List<ValidityIndex> validity(YamlMap root) {
    List<ValidityIndex> indices = new ArrayList<>();
    root.optional("validity")
        .map(YamlValue::list)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(map -> {
          Optional<ValidityIndex.Condition> condition =
              map.required("when").flatMap(YamlValue::map).flatMap(this::condition);
          ValidityIndex index = new ValidityIndex(
              map.id("id"),
              bilingual(map, "name"),
              condition.orElse(new ValidityIndex.Condition.SameAnswer(List.of())),
              map.required("verdict")
                  .flatMap(v -> v.word(ValidityIndex.Verdict.values(), ValidityIndex.Verdict::word))
                  .orElse(ValidityIndex.Verdict.SUSPECT),
              map.id("source"),
              map.required("verification").flatMap(this::verification).orElse(Verification.NONE));
          map.close();
          places.put(index, map, map.isSound());
          indices.add(index);
        }));
    return indices;
  }

  private Optional<ValidityIndex.Condition> condition(YamlMap map) {
    Optional<ValidityIndex.Condition> condition;
    List<ItemList.Reference> items = List.of();
    if (map.has("scale")) {
      String scale = map.id("scale");
      condition = map.required("at-or-above")
          .flatMap(YamlValue::decimal)
          .map(edge -> new ValidityIndex.Condition.ScaleAtOrAbove(scale, edge));
    } else if (map.has("unanswered")) {
      items = references(map.required("unanswered"));
      List<String> ids = ids(items);
      condition = map.required("at-or-above")
          .flatMap(v -> v.integer(1, MOST_ITEMS))
          .map(edge -> new ValidityIndex.Condition.UnansweredAtOrAbove(ids, edge));
    } else if (map.has("same-answer")) {
      items = references(map.required("same-answer"));
      condition = Optional.of(new ValidityIndex.Condition.SameAnswer(ids(items)));
    } else {
      condition = Optional.empty();
      found.add(Diagnostic.error("validity.no-condition", map.place(), "'when' says no condition")
          .hint("write 'scale' or 'unanswered' with 'at-or-above', or 'same-answer'"));
      return condition;
    }
    map.close();
    for (ValidityIndex.Condition made : condition.stream().toList()) {
      places.put(made, map, map.isSound());
      items.forEach(item -> places.note(made, "item " + item.item(), item.place()));
    }
    return condition;
  }

  private static List<String> ids(List<ItemList.Reference> references) {
    return references.stream().map(ItemList.Reference::item).toList();
  }

  private Optional<Verification> verification(YamlValue value) {
    return value.word(Verification.values(), Verification::word);
  }

  private static Text bilingual(YamlMap map, String key) {
    return map.required(key).flatMap(YamlValue::bilingual).orElse(NO_TEXT);
  }
}
