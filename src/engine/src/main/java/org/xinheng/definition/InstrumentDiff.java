package org.xinheng.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.NamedCondition;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Section;
import org.xinheng.instrument.Text;
import org.xinheng.instrument.Transform;
import org.xinheng.instrument.ValidityIndex;

/**
 * What changed between two versions of a questionnaire.
 *
 * <p>Parts are matched by id. Each part is compared key by key; a key that has no sentence of its own here is reported
 * with its values, so that a difference is never passed over in silence. Only keys that are known to be for people
 * (names, topics, labels, sources, licences, what the questionnaire is for) count as texts.
 */
public final class InstrumentDiff {

  /** What of a response set is only shown. */
  private static final Set<String> SHOWN_WITH_ANSWERS = Set.of("unit", "longest");

  /** What of a response set is in its kind, its codes or its labels. */
  private static final Set<String> IN_CODES_OR_LABELS = Set.of(
      "shape",
      "id",
      "options",
      "none",
      "missing",
      "lowest",
      "highest",
      "decimals",
      "step",
      "low",
      "high");

  private final Instrument before;
  private final Instrument after;
  private final List<Change> changes = new ArrayList<>();

  private InstrumentDiff(Instrument before, Instrument after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The changes, in the order of a definition.
   *
   * @throws IllegalArgumentException if they are two questionnaires
   */
  public static List<Change> between(Instrument before, Instrument after) {
    if (!before.id().equals(after.id())) {
      throw new IllegalArgumentException(
          "'" + before.id() + "' and '" + after.id() + "' are two questionnaires");
    }
    InstrumentDiff diff = new InstrumentDiff(before, after);
    diff.questionnaire();
    diff.items();
    diff.sections();
    diff.responses();
    diff.match(before.scales(), after.scales(), Scale::id).forEach(diff::scale);
    diff.match(before.conditions(), after.conditions(), NamedCondition::id)
        .forEach(diff::condition);
    diff.match(before.classifications(), after.classifications(), Classification::id)
        .forEach(diff::classification);
    diff.critical();
    diff.match(before.validity(), after.validity(), ValidityIndex::id).forEach(diff::validity);
    return List.copyOf(diff.changes);
  }

  private void questionnaire() {
    Set<String> compared = Set.of(
        "id",
        "version",
        "form",
        "hash",
        "about",
        "response-sets",
        "items",
        "sections",
        "scales",
        "conditions",
        "classifications",
        "critical",
        "validity");
    differences(before, after)
        .without(compared)
        .forEach((key, values) ->
            changes.add(new Change.OfQuestionnaire("'" + key + "' " + values.text())));
    if (!before.form().equals(after.form())) {
      changes.add(new Change.OfText("form", values(before.form(), after.form())));
    }
    differences(before.about(), after.about())
        .forEach((key, values) -> changes.add(new Change.OfText(key, values.text())));
  }

  private void items() {
    List<String> old = before.items().stream().map(Item::id).toList();
    List<String> now = after.items().stream().map(Item::id).toList();
    now.stream()
        .filter(item -> !old.contains(item))
        .forEach(item -> changes.add(new Change.OfItems("item '" + item + "' is new")));
    old.stream()
        .filter(item -> !now.contains(item))
        .forEach(item -> changes.add(new Change.OfItems("item '" + item + "' is gone")));
    if (isReordered(before.items(), after.items(), Item::id)) {
      changes.add(new Change.OfItems("the items stand in another order"));
    }
    Map<String, List<String>> shown = new LinkedHashMap<>();
    Map<String, List<String>> required = new LinkedHashMap<>();
    match(before.items(), after.items(), Item::id).forEach((id, pair) -> {
      if (pair.isInBoth()) {
        visible(pair.old().visibleWhen(), pair.now().visibleWhen())
            .ifPresent(
                what -> shown.computeIfAbsent(what, any -> new ArrayList<>()).add(id));
        required(pair.old(), pair.now())
            .ifPresent(
                what -> required.computeIfAbsent(what, any -> new ArrayList<>()).add(id));
        item(id, differences(pair.old(), pair.now()));
      }
    });
    shown.forEach((what, items) -> changes.add(new Change.OfItems(named(items) + ": " + what)));
    required.forEach((what, items) ->
        changes.add(new Change.OfAdministration("an answer to " + named(items) + " " + what)));
  }

  private static Optional<String> required(Item old, Item now) {
    if (old.required() == now.required()) {
      return Optional.empty();
    }
    return Optional.of(now.required() ? "is now required" : "is no longer required");
  }

  private void item(String id, Differences found) {
    found
        .without(Set.of("id", "topic", "responses", "visible-when", "required"))
        .forEach((key, values) ->
            changes.add(new Change.OfItems("item '" + id + "': '" + key + "' " + values.text())));
    text("item '" + id + "': topic", found, "topic");
  }

  /** {@code item 3}, {@code items 1..4}. */
  private String named(List<String> items) {
    return (items.size() == 1 ? "item " : "items ") + DefinitionWords.items(items, after);
  }

  /** What has become of the condition on which something is shown; empty if it is the same. */
  private Optional<String> visible(Optional<Condition> old, Optional<Condition> now) {
    if (old.equals(now)) {
      return Optional.empty();
    }
    return old.isPresent() && now.isPresent()
        ? when(old.get(), now.get()).map(what -> "shown when " + what)
        : Optional.of("shown when "
            + values(
                old.map(condition -> DefinitionWords.condition(condition, before))
                    .orElse("always"),
                now.map(condition -> DefinitionWords.condition(condition, after))
                    .orElse("always")));
  }

  /** Sections say how a form is given; only what they hide changes scores. */
  private void sections() {
    match(before.sections(), after.sections(), Section::id).forEach((id, pair) -> {
      String section = "section '" + id + "'";
      visible(pair.before(Section::visibleWhen), pair.after(Section::visibleWhen))
          .ifPresent(what -> changes.add(new Change.OfItems(section + ": " + what)));
      if (!pair.isInBoth()) {
        changes.add(new Change.OfAdministration(section + " " + pair.newOrGone()));
        return;
      }
      section(section, pair.old(), pair.now());
    });
    if (isReordered(before.sections(), after.sections(), Section::id)) {
      changes.add(new Change.OfAdministration("the sections stand in another order"));
    }
  }

  private void section(String section, Section old, Section now) {
    if (!old.items().equals(now.items())) {
      String what = section + ": items "
          + values(
              DefinitionWords.items(old.items(), before),
              DefinitionWords.items(now.items(), after));
      // Which items are hidden may have changed.
      changes.add(
          old.visibleWhen().isPresent() || now.visibleWhen().isPresent()
              ? new Change.OfItems(what)
              : new Change.OfAdministration(what));
    }
    Differences found = differences(old, now);
    found
        .without(Set.of("id", "title", "items", "visible-when"))
        .forEach((key, values) ->
            changes.add(new Change.OfAdministration(section + ": '" + key + "' " + values.text())));
    text(section + ": title", found, "title");
  }

  /** The responses of each item that is in both, whatever their sets are called; items with the same change together. */
  private void responses() {
    Map<String, List<String>> itemsOf = new LinkedHashMap<>();
    Set<String> labels = new LinkedHashSet<>();
    match(before.items(), after.items(), Item::id).forEach((id, pair) -> {
      if (pair.isInBoth()) {
        Optional<ResponseSet> old = before.responsesOf(pair.old());
        Optional<ResponseSet> now = after.responsesOf(pair.now());
        codes(old, now)
            .forEach(
                what -> itemsOf.computeIfAbsent(what, any -> new ArrayList<>()).add(id));
        if (old.isPresent() && now.isPresent()) {
          labels.addAll(labels(old.get(), now.get()));
        }
      }
    });
    itemsOf.forEach((what, items) -> changes.add(new Change.OfResponses(named(items), what)));
    labels.forEach(what -> changes.add(new Change.OfText("responses", what)));
  }

  private static List<String> codes(Optional<ResponseSet> old, Optional<ResponseSet> now) {
    List<String> what = new ArrayList<>();
    String took = kind(old);
    String takes = kind(now);
    if (!took.equals(takes)) {
      what.add("what is taken " + values(took, takes));
    }
    Map<Integer, String> meant = meanings(old);
    Map<Integer, String> means = meanings(now);
    Set<Integer> codes = new TreeSet<>(meant.keySet());
    codes.addAll(means.keySet());
    for (int code : codes) {
      String was = meant.getOrDefault(code, "not declared");
      String is = means.getOrDefault(code, "not declared");
      if (!was.equals(is)) {
        what.add("code " + code + " " + values(was, is));
      }
    }
    if (old.isPresent() && now.isPresent()) {
      settings(old.get(), now.get())
          .without(SHOWN_WITH_ANSWERS)
          .forEach((key, values) -> what.add("'" + key + "' " + values.text()));
    }
    return what;
  }

  private static String kind(Optional<ResponseSet> set) {
    return set.map(DefinitionWords::kind).orElse("no answer");
  }

  private static Map<Integer, String> meanings(Optional<ResponseSet> set) {
    Map<Integer, String> meanings = new TreeMap<>();
    if (set.isPresent() && set.get() instanceof ResponseSet.Scorable scorable) {
      scorable.options().forEach(option -> meanings.put(option.code(), "an answer"));
      scorable
          .missing()
          .forEach((code, kind) -> meanings.put(code, "missing (" + kind.word() + ")"));
    }
    if (set.isPresent() && set.get() instanceof ResponseSet.SeveralChoices several) {
      several.none().ifPresent(code -> meanings.put(code, "none of the others"));
    }
    return meanings;
  }

  /** The settings of one kind of responses that have no sentence of their own. */
  private static Differences settings(ResponseSet old, ResponseSet now) {
    return old.getClass().equals(now.getClass())
        ? differences((Record) old, (Record) now).without(IN_CODES_OR_LABELS)
        : new Differences(Map.of());
  }

  /** What is shown with the answers. */
  private static List<String> labels(ResponseSet old, ResponseSet now) {
    List<String> what = new ArrayList<>();
    old.labels().forEach((label, was) -> {
      Text is = now.labels().getOrDefault(label, was);
      if (!is.equals(was)) {
        what.add("'" + now.id() + "': label of " + label + " "
            + new Values(DefinitionJson.of(was), DefinitionJson.of(is)).text());
      }
    });
    for (String key : new TreeSet<>(SHOWN_WITH_ANSWERS)) {
      settings(old, now)
          .only(key)
          .ifPresent(values -> what.add("'" + now.id() + "': " + key + " " + values.text()));
    }
    return what;
  }

  private void scale(String id, Pair<Scale> pair) {
    if (!pair.isInBoth()) {
      changes.add(new Change.OfQuestionnaire("scale '" + id + "' " + pair.newOrGone()));
      return;
    }
    Scale old = pair.old();
    Scale now = pair.now();
    setting(id, "method", old.method().word(), now.method().word());
    setting(id, "count", counted(old), counted(now));
    keying(id, old.keying(), now.keying());
    order(id, old, now);
    if (!old.missing().equals(now.missing())) {
      String was = DefinitionWords.missing(old);
      String is = DefinitionWords.missing(now);
      setting(
          id,
          "missing rule",
          was.equals(is) ? DefinitionJson.line(DefinitionJson.of(old.missing())) : was,
          was.equals(is) ? DefinitionJson.line(DefinitionJson.of(now.missing())) : is);
    }
    transform(id, old.transform(), now.transform());
    setting(id, "range", DefinitionWords.range(old), DefinitionWords.range(now));
    bandSets(id, old, now);
    Differences found = differences(old, now);
    found
        .without(Set.of(
            "id",
            "name",
            "keying",
            "method",
            "counting",
            "missing",
            "transform",
            "lowest",
            "highest",
            "band-sets"))
        .forEach(
            (key, values) -> changes.add(new Change.OfScale(id, "'" + key + "' " + values.text())));
    text("scale '" + id + "': name", found, "name");
  }

  private void transform(String id, Transform old, Transform now) {
    number(id, "multiplication", "by ", old.multiplier(), now.multiplier());
    number(id, "division", "by ", old.divisor(), now.divisor());
    number(id, "addition", "of ", old.addend(), now.addend());
    setting(
        id,
        "rounding",
        DefinitionWords.rounding(old.rounding()),
        DefinitionWords.rounding(now.rounding()));
    setting(id, "clamp", DefinitionWords.clamp(old), DefinitionWords.clamp(now));
    setting(id, "conversion", DefinitionWords.conversion(old), DefinitionWords.conversion(now));
    differences(old, now)
        .without(Set.of("multiplier", "divisor", "addend", "rounding", "clamp", "conversion"))
        .forEach(
            (key, values) -> changes.add(new Change.OfScale(id, "'" + key + "' " + values.text())));
  }

  private void number(String id, String name, String by, BigDecimal old, BigDecimal now) {
    if (old.compareTo(now) != 0) {
      setting(id, name, by + old.toPlainString(), by + now.toPlainString());
    }
  }

  private static String counted(Scale scale) {
    return scale.counting().map(DefinitionWords::counting).orElse("nothing");
  }

  private void keying(String id, Keying old, Keying now) {
    if (old instanceof Keying.OfItems was && now instanceof Keying.OfItems is) {
      match(was.keys(), is.keys(), Key::item).forEach((item, pair) -> key(id, item, pair));
    } else if (old instanceof Keying.OfModel was && now instanceof Keying.OfModel is) {
      model(id, was, is);
    } else if (old instanceof Keying.OfScales was && now instanceof Keying.OfScales is) {
      match(was.parts(), is.parts(), Keying.Part::scale)
          .forEach((part, pair) -> part(id, part, pair));
    } else if (!old.equals(now)) {
      setting(
          id,
          "key",
          DefinitionJson.line(DefinitionJson.node(old)),
          DefinitionJson.line(DefinitionJson.node(now)));
    }
  }

  /** Which of two scales is the first matters to a difference and to a ratio. */
  private void order(String id, Scale old, Scale now) {
    if (now.method().isOfTwo()
        && old.keying() instanceof Keying.OfScales was
        && now.keying() instanceof Keying.OfScales is
        && isReordered(was.parts(), is.parts(), Keying.Part::scale)) {
      changes.add(new Change.OfScale(id, "its two scales have changed places"));
    }
  }

  private void model(String id, Keying.OfModel old, Keying.OfModel now) {
    setting(id, "model", old.model().kind().word(), now.model().kind().word());
    setting(
        id,
        "estimator",
        DefinitionWords.estimator(old.model()),
        DefinitionWords.estimator(now.model()));
    match(old.keys(), now.keys(), Key::item).forEach((item, pair) -> key(id, item, pair));
    match(old.items(), now.items(), item -> item.key().item()).forEach((item, pair) -> {
      if (pair.isInBoth()) {
        setting(
            id,
            "parameters of item '" + item + "'",
            DefinitionWords.parameters(pair.old()),
            DefinitionWords.parameters(pair.now()));
        differences(pair.old(), pair.now())
            .without(Set.of("key", "discrimination", "thresholds"))
            .forEach((key, values) -> changes.add(
                new Change.OfScale(id, "item '" + item + "' '" + key + "' " + values.text())));
      }
    });
    Differences found = differences(old.model(), now.model());
    found
        .without(Set.of("kind", "estimator", "prior", "source", "verification"))
        .forEach(
            (key, values) -> changes.add(new Change.OfScale(id, "'" + key + "' " + values.text())));
    text("scale '" + id + "': source of the parameters", found, "source");
    text("scale '" + id + "': verification of the parameters", found, "verification");
  }

  private void key(String id, String item, Pair<Key> pair) {
    String subject = "item '" + item + "' ";
    if (!pair.isInBoth()) {
      changes.add(
          new Change.OfScale(id, subject + (pair.isNew() ? "is now counted" : "no longer counts")));
      return;
    }
    Differences found = differences(pair.old(), pair.now());
    if (pair.old().reversed() != pair.now().reversed()) {
      changes.add(new Change.OfScale(
          id, subject + (pair.now().reversed() ? "is now reversed" : "is no longer reversed")));
    }
    if (pair.old().weight().compareTo(pair.now().weight()) != 0) {
      changes.add(new Change.OfScale(
          id,
          subject + "now has weight " + pair.now().weight().toPlainString() + ", was "
              + pair.old().weight().toPlainString()));
    }
    String was = DefinitionWords.recoded(pair.old());
    String is = DefinitionWords.recoded(pair.now());
    if (!was.equals(is)) {
      changes.add(new Change.OfScale(id, subject + "recoding " + values(was, is)));
    }
    found
        .without(Set.of("item", "reversed", "weight", "values"))
        .forEach((key, values) ->
            changes.add(new Change.OfScale(id, subject + "'" + key + "' " + values.text())));
  }

  private void part(String id, String part, Pair<Keying.Part> pair) {
    String subject = "scale '" + part + "' ";
    if (!pair.isInBoth()) {
      changes.add(new Change.OfScale(
          id, subject + (pair.isNew() ? "is now a part" : "is no longer a part")));
      return;
    }
    if (pair.old().weight().compareTo(pair.now().weight()) != 0) {
      changes.add(new Change.OfScale(
          id,
          subject + "now has weight " + pair.now().weight().toPlainString() + ", was "
              + pair.old().weight().toPlainString()));
    }
    differences(pair.old(), pair.now())
        .without(Set.of("scale", "weight"))
        .forEach((key, values) ->
            changes.add(new Change.OfScale(id, subject + "'" + key + "' " + values.text())));
  }

  private void bandSets(String id, Scale old, Scale now) {
    String scale = "scale '" + id + "'";
    Map<String, Pair<Bands>> sets = match(old.bandSets(), now.bandSets(), Bands::id);
    sets.forEach((set, pair) -> {
      String where = sets.size() == 1 ? scale : scale + ", bands '" + set + "'";
      if (pair.isInBoth()) {
        bands(where, pair.old(), pair.now());
      } else {
        changes.add(new Change.OfBands(where, pair.isNew() ? "bands are new" : "bands are gone"));
      }
    });
    if (isReordered(old.bandSets(), now.bandSets(), Bands::id)) {
      changes.add(new Change.OfBands(scale, "the sets of bands are tried in another order"));
    }
  }

  private void bands(String where, Bands was, Bands is) {
    bandSetting(
        where,
        "audience",
        DefinitionWords.audience(was.audience()),
        DefinitionWords.audience(is.audience()));
    bandSetting(where, "system", was.system(), is.system());
    bandSetting(where, "stage", was.stage().word(), is.stage().word());
    bandSetting(where, "risk", was.risk().word(), is.risk().word());
    Differences found = differences(was, is);
    found
        .without(
            Set.of("id", "system", "audience", "stage", "risk", "bands", "source", "verification"))
        .forEach((key, values) ->
            changes.add(new Change.OfBands(where, "bands: '" + key + "' " + values.text())));
    match(was.bands(), is.bands(), Band::id).forEach((band, pair) -> band(where, band, pair));
    text(where + ": source of the bands", found, "source");
    text(where + ": verification of the bands", found, "verification");
  }

  private void bandSetting(String where, String name, String was, String is) {
    if (!was.equals(is)) {
      changes.add(new Change.OfBands(where, name + " of the bands " + values(was, is)));
    }
  }

  private void band(String where, String band, Pair<Band> pair) {
    String subject = "band '" + band + "' ";
    if (!pair.isInBoth()) {
      Band only = pair.any();
      changes.add(new Change.OfBands(
          where,
          subject + pair.newOrGone() + " (from " + only.from().toPlainString() + ", level "
              + only.level() + ")"));
      return;
    }
    Band old = pair.old();
    Band now = pair.now();
    if (old.from().compareTo(now.from()) != 0) {
      changes.add(new Change.OfBands(
          where,
          subject + "now starts at " + now.from().toPlainString() + ", was "
              + old.from().toPlainString()));
    }
    Differences found = differences(old, now);
    found
        .without(Set.of("id", "from", "label", "source", "verification"))
        .forEach((key, values) -> changes.add(
            new Change.OfBands(where, subject + "has another " + key + ": " + values.text())));
    for (String key : List.of("label", "source", "verification")) {
      text(where + ": " + key + " of band '" + band + "'", found, key);
    }
  }

  private void condition(String id, Pair<NamedCondition> pair) {
    if (!pair.isInBoth()) {
      changes.add(new Change.OfCondition(
          id, pair.newOrGone() + " (" + words(pair.any().condition(), pair) + ")"));
    } else {
      when(pair.old().condition(), pair.now().condition())
          .ifPresent(what -> changes.add(new Change.OfCondition(id, what)));
      differences(pair.old(), pair.now())
          .without(Set.of("id", "condition"))
          .forEach((key, values) ->
              changes.add(new Change.OfCondition(id, "'" + key + "' " + values.text())));
    }
  }

  /** What has become of a condition; empty if it is the same. */
  private Optional<String> when(Condition old, Condition now) {
    if (old.equals(now)) {
      return Optional.empty();
    }
    String was = DefinitionWords.condition(old, before);
    String is = DefinitionWords.condition(now, after);
    return Optional.of(
        was.equals(is)
            ? values(
                DefinitionJson.line(DefinitionJson.node(old)),
                DefinitionJson.line(DefinitionJson.node(now)))
            : values(was, is));
  }

  private String words(Condition condition, Pair<?> pair) {
    return DefinitionWords.condition(condition, pair.isNew() ? after : before);
  }

  private void classification(String id, Pair<Classification> pair) {
    if (!pair.isInBoth()) {
      changes.add(new Change.OfClassification(id, pair.newOrGone()));
      return;
    }
    Classification old = pair.old();
    Classification now = pair.now();
    match(old.outcomes(), now.outcomes(), Classification.Outcome::id)
        .forEach((outcome, outcomes) -> outcome(id, outcome, outcomes));
    if (isReordered(old.outcomes(), now.outcomes(), Classification.Outcome::id)) {
      changes.add(new Change.OfClassification(id, "the outcomes are tried in another order"));
    }
    Differences found = differences(old, now);
    found
        .without(Set.of("id", "name", "outcomes", "source", "verification"))
        .forEach((key, values) ->
            changes.add(new Change.OfClassification(id, "'" + key + "' " + values.text())));
    for (String key : List.of("name", "source", "verification")) {
      text("classification '" + id + "': " + key, found, key);
    }
  }

  private void outcome(String id, String outcome, Pair<Classification.Outcome> pair) {
    String subject = "outcome '" + outcome + "' ";
    if (!pair.isInBoth()) {
      Classification.Outcome only = pair.any();
      changes.add(new Change.OfClassification(
          id,
          subject + pair.newOrGone() + " (" + words(only.when(), pair) + ": level " + only.level()
              + ")"));
      return;
    }
    when(pair.old().when(), pair.now().when())
        .ifPresent(what -> changes.add(new Change.OfClassification(id, subject + what)));
    Differences found = differences(pair.old(), pair.now());
    found
        .without(Set.of("id", "when", "label"))
        .forEach((key, values) -> changes.add(new Change.OfClassification(
            id, subject + "has another " + key + ": " + values.text())));
    text("classification '" + id + "': label of outcome '" + outcome + "'", found, "label");
  }

  /** An item may be critical at more than one answer; such entries are told apart by what they compare with. */
  private void critical() {
    Map<String, Long> entries = Stream.of(before, after)
        .flatMap(instrument -> instrument.critical().stream()
            .collect(Collectors.groupingBy(CriticalItem::id, Collectors.counting()))
            .entrySet()
            .stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::max));
    Function<CriticalItem, String> key = item -> entries.getOrDefault(item.id(), 1L) == 1
        ? item.id()
        : item.id() + "' '" + DefinitionWords.answer(item).orElse(item.when().toString());
    match(before.critical(), after.critical(), key).forEach(this::critical);
  }

  private void critical(String id, Pair<CriticalItem> pair) {
    if (!pair.isInBoth()) {
      changes.add(new Change.OfCriticalItem(
          id,
          pair.newOrGone() + " (" + words(pair.any().when(), pair) + ": alert "
              + pair.any().alert().word() + ")"));
      return;
    }
    CriticalItem old = pair.old();
    CriticalItem now = pair.now();
    when(old.when(), now.when())
        .ifPresent(what -> changes.add(new Change.OfCriticalItem(id, "condition " + what)));
    if (old.alert() != now.alert()) {
      changes.add(new Change.OfCriticalItem(
          id, "now raises alert " + now.alert().word() + ", was " + old.alert().word()));
    }
    Differences found = differences(old, now);
    found
        .without(Set.of("id", "when", "alert", "topic", "source", "verification"))
        .forEach((key, values) ->
            changes.add(new Change.OfCriticalItem(id, "'" + key + "' " + values.text())));
    for (String key : List.of("topic", "source", "verification")) {
      text("critical item '" + id + "': " + key, found, key);
    }
  }

  private void validity(String id, Pair<ValidityIndex> pair) {
    if (!pair.isInBoth()) {
      changes.add(new Change.OfValidity(id, pair.newOrGone()));
      return;
    }
    ValidityIndex old = pair.old();
    ValidityIndex now = pair.now();
    Differences found = differences(old, now);
    found.only("sign").ifPresent(values -> {
      String was = DefinitionWords.sign(old.sign(), before);
      String is = DefinitionWords.sign(now.sign(), after);
      changes.add(new Change.OfValidity(
          id,
          was.equals(is)
              ? "has other numbers: " + values.text()
              : "is now met by " + is + ", was " + was));
    });
    if (old.verdict() != now.verdict()) {
      changes.add(new Change.OfValidity(
          id, "now says " + now.verdict().word() + ", was " + old.verdict().word()));
    }
    found
        .without(Set.of("id", "name", "sign", "verdict", "source", "verification"))
        .forEach((key, values) ->
            changes.add(new Change.OfValidity(id, "'" + key + "' " + values.text())));
    for (String key : List.of("name", "source", "verification")) {
      text("validity index '" + id + "': " + key, found, key);
    }
  }

  private void setting(String scale, String name, String was, String is) {
    if (!was.equals(is)) {
      changes.add(new Change.OfScale(scale, name + " " + values(was, is)));
    }
  }

  private void text(String where, Differences found, String key) {
    found.only(key).ifPresent(values -> changes.add(new Change.OfText(where, values.text())));
  }

  private static String values(String was, String is) {
    return "is now: " + is + "; was: " + was;
  }

  /** The same part of the two versions; one of them may lack it. */
  private record Pair<T>(@Nullable T before, @Nullable T after) {

    boolean isInBoth() {
      return before != null && after != null;
    }

    boolean isNew() {
      return before == null;
    }

    String newOrGone() {
      return isNew() ? "is new" : "is gone";
    }

    T old() {
      return Optional.ofNullable(before).orElseThrow();
    }

    T now() {
      return Optional.ofNullable(after).orElseThrow();
    }

    T any() {
      return isNew() ? now() : old();
    }

    /** Something of the old version that it may lack. */
    <P> Optional<P> before(Function<T, Optional<P>> part) {
      return Optional.ofNullable(before).flatMap(part);
    }

    /** Something of the new version that it may lack. */
    <P> Optional<P> after(Function<T, Optional<P>> part) {
      return Optional.ofNullable(after).flatMap(part);
    }
  }

  /** Parts by id: those of the new version in its order, then those that are gone. */
  private <T> Map<String, Pair<T>> match(List<T> old, List<T> now, Function<T, String> idOf) {
    Map<String, T> oldById = new LinkedHashMap<>();
    old.forEach(part -> oldById.put(idOf.apply(part), part));
    Map<String, Pair<T>> pairs = new LinkedHashMap<>();
    now.forEach(part -> {
      String id = idOf.apply(part);
      pairs.put(id, new Pair<>(oldById.remove(id), part));
    });
    oldById.forEach((id, part) -> pairs.put(id, new Pair<>(part, null)));
    return pairs;
  }

  /** Whether the parts that are in both versions stand in another order. */
  private static <T> boolean isReordered(List<T> old, List<T> now, Function<T, String> idOf) {
    List<String> oldIds = new ArrayList<>(old.stream().map(idOf).toList());
    List<String> nowIds = new ArrayList<>(now.stream().map(idOf).toList());
    oldIds.retainAll(nowIds);
    nowIds.retainAll(oldIds);
    return !oldIds.equals(nowIds);
  }

  private static Differences differences(Record old, Record now) {
    ObjectNode was = DefinitionJson.of(old);
    ObjectNode is = DefinitionJson.of(now);
    Set<String> keys = new LinkedHashSet<>();
    is.fieldNames().forEachRemaining(keys::add);
    was.fieldNames().forEachRemaining(keys::add);
    Map<String, Values> found = new LinkedHashMap<>();
    for (String key : keys) {
      if (!is.path(key).equals(was.path(key))) {
        found.put(key, new Values(was.path(key), is.path(key)));
      }
    }
    return new Differences(found);
  }

  /** The keys of a part that differ. */
  private record Differences(Map<String, Values> byKey) {

    Optional<Values> only(String key) {
      return Optional.ofNullable(byKey.get(key));
    }

    Differences without(Set<String> keys) {
      Map<String, Values> rest = new LinkedHashMap<>(byKey);
      rest.keySet().removeAll(keys);
      return new Differences(rest);
    }

    void forEach(BiConsumer<String, Values> action) {
      byKey.forEach(action);
    }
  }

  private record Values(JsonNode old, JsonNode now) {

    String text() {
      return values(plain(old), plain(now));
    }

    private static String plain(JsonNode node) {
      if (node.isMissingNode()) {
        return "nothing";
      }
      if (node.has("en") && node.has("zh-CN")) {
        return node.path("en").asText() + " / " + node.path("zh-CN").asText();
      }
      if (node.has("first") && node.has("last")) {
        return node.path("first").asInt() + ".." + node.path("last").asInt();
      }
      return node.isTextual() ? node.asText() : DefinitionJson.line(node);
    }
  }
}
