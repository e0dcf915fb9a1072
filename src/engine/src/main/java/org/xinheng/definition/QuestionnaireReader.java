package org.xinheng.definition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Licence;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Source;
import org.xinheng.instrument.ValidityIndex;
import org.xinheng.instrument.Verification;

/** Reads a questionnaire: shapes, words and numbers. What only shows between the parts is left to the rules. */
final class QuestionnaireReader {

  private static final Interval ANY_AGE = new Interval(0, 150);
  private static final Interval ANY_GRADE = new Interval(1, 12);
  static final int MOST_ITEMS = 2000;
  private static final int LOWEST_FIT = -100;

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
        validity(root, itemList));
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
            .flatMap(YamlValue::verification)
            .ifPresent(word -> verification.put(group, word));
      }
      map.close();
    });
    About about = new About(
        root.bilingual("name"),
        root.bilingual("measures"),
        informants,
        root.required("ages").flatMap(v -> v.interval(0, 150)).orElse(ANY_AGE),
        root.required("grades").flatMap(v -> v.interval(1, 12)).orElse(ANY_GRADE),
        root.bilingual("recall"),
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

  private List<ValidityIndex> validity(YamlMap root, ItemList itemList) {
    List<ValidityIndex> indices = new ArrayList<>();
    root.optional("validity")
        .map(YamlValue::list)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(map -> {
          Optional<ValidityIndex.Condition> condition = map.required("when")
              .flatMap(YamlValue::map)
              .flatMap(when -> condition(when, itemList));
          ValidityIndex index = new ValidityIndex(
              map.id("id"),
              map.bilingual("name"),
              condition.orElse(new ValidityIndex.Condition.SameAnswer(List.of())),
              map.required("verdict")
                  .flatMap(v -> v.word(ValidityIndex.Verdict.values(), ValidityIndex.Verdict::word))
                  .orElse(ValidityIndex.Verdict.SUSPECT),
              map.id("source"),
              map.required("verification")
                  .flatMap(YamlValue::verification)
                  .orElse(Verification.NONE));
          map.close();
          places.put(index, map, map.isSound());
          indices.add(index);
        }));
    return indices;
  }

  private Optional<ValidityIndex.Condition> condition(YamlMap map, ItemList itemList) {
    Optional<ValidityIndex.Condition> condition;
    List<ItemList.Reference> items = List.of();
    if (map.has("scale")) {
      String scale = map.id("scale");
      condition = map.required("at-or-above")
          .flatMap(YamlValue::decimal)
          .map(edge -> new ValidityIndex.Condition.ScaleAtOrAbove(scale, edge));
    } else if (map.has("unanswered")) {
      items = itemList.read(map.required("unanswered"));
      List<String> ids = ids(items);
      condition = map.required("at-or-above")
          .flatMap(v -> v.integer(1, MOST_ITEMS))
          .map(edge -> new ValidityIndex.Condition.UnansweredAtOrAbove(ids, edge));
    } else if (map.has("person-fit")) {
      String scale = map.id("person-fit");
      condition = map.required("below")
          .flatMap(value -> value.decimal(LOWEST_FIT, 0))
          .map(edge -> new ValidityIndex.Condition.PersonFitBelow(scale, edge));
    } else if (map.has("same-answer")) {
      items = itemList.read(map.required("same-answer"));
      condition = Optional.of(new ValidityIndex.Condition.SameAnswer(ids(items)));
    } else {
      condition = Optional.empty();
      found.add(Diagnostic.error("validity.no-condition", map.place(), "'when' says no condition")
          .hint("write 'scale' or 'unanswered' with 'at-or-above', 'person-fit' with 'below', or"
              + " 'same-answer'"));
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
}
