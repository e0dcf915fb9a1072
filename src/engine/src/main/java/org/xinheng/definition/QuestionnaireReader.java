package org.xinheng.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Licence;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Setting;
import org.xinheng.instrument.Verification;

/** Reads a questionnaire: shapes, words and numbers. What only shows between the parts is left to the rules. */
final class QuestionnaireReader {

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
    List<ResponseSet> responseSets = new ResponseSetReader(places).responseSets(root);
    ItemReader itemReader = new ItemReader(root, found, places);
    ItemList itemList = new ItemList(itemReader.ids(), found);
    ConditionReader conditions = new ConditionReader(itemList, found, places);
    List<Item> items = itemReader.items(conditions);
    Instrument instrument = new Instrument(
        root.id("questionnaire"),
        root.text("version"),
        root.text("form"),
        hash,
        about(root),
        responseSets,
        items,
        new SectionReader(itemList, conditions, places).sections(root),
        new ScaleReader(itemList, item -> responsesOf(item, items, responseSets), found, places)
            .scales(root),
        conditions.named(root),
        new ClassificationReader(conditions, places).classifications(root),
        new CriticalItemReader(conditions, places).critical(root),
        new ValidityReader(itemList, found, places).indices(root));
    root.close();
    places.put(instrument, root, root.isSound());
    return instrument;
  }

  private static Optional<ResponseSet> responsesOf(
      String itemId, List<Item> items, List<ResponseSet> responseSets) {
    return items.stream()
        .filter(item -> item.id().equals(itemId))
        .flatMap(item -> item.responses().stream())
        .flatMap(id -> responseSets.stream().filter(set -> set.id().equals(id)))
        .findFirst();
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
        root.optional("validated").flatMap(YamlValue::yesOrNo),
        root.required("minutes").flatMap(v -> v.integer(1, 600)).orElse(1),
        licence(root),
        root.required("sources")
            .flatMap(YamlValue::map)
            .map(map -> SourceReader.sources(map, places))
            .orElse(List.of()),
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
      return new Licence("", "", Licence.Wording.UNCLEAR, "", Optional.empty());
    }
    Licence licence = new Licence(
        map.get().text("paper"),
        map.get().text("electronic"),
        map.get()
            .required("wording")
            .flatMap(v -> v.word(Licence.Wording.values(), Licence.Wording::word))
            .orElse(Licence.Wording.UNCLEAR),
        map.get().optional("note").flatMap(YamlValue::textOrEmpty).orElse(""),
        map.get().optional("obtain").flatMap(YamlValue::bilingual));
    map.get().close();
    return licence;
  }
}
