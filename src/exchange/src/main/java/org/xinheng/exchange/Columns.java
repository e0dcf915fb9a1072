package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.definition.ColumnMap;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.FullWidth;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;

/**
 * What each column of a file means.
 *
 * @param items the columns of items whose answers are kept, in file order
 * @param seconds the columns that say how long a form took, of questionnaires that ask for it
 * @param people reads the known columns
 * @param own the fields of all columns that are no items and not personal, known ones among them, in file order
 * @param diagnostics what is wrong with the headings or the map
 */
record Columns(
    List<ItemColumn> items,
    List<SecondsColumn> seconds,
    PersonReader people,
    List<Integer> own,
    List<Diagnostic> diagnostics) {

  Columns {
    items = List.copyOf(items);
    seconds = List.copyOf(seconds);
    own = List.copyOf(own);
    diagnostics = List.copyOf(diagnostics);
  }

  static Columns find(Table table, List<Instrument> instruments, ColumnMap map) {
    return new Finder(table, instruments, map).find();
  }

  /** Those of some questionnaires that a table has at least one item of. */
  static List<Instrument> held(Table table, List<Instrument> candidates, ColumnMap map) {
    return new Finder(table, candidates, map).held();
  }

  /**
   * Goes over the headings once. The map goes first; then a heading that names an item; then one that names a known
   * column. Everything else passes through.
   */
  private static final class Finder {

    private static final int NO_FIELD = -1;

    private final Table table;
    private final List<Heading> headings;
    private final List<Instrument> instruments;
    private final ColumnMap map;
    private final List<Diagnostic> found = new ArrayList<>();

    /** Such as {@code phq-9.1}, to where it stands. */
    private final Map<String, ItemPlace> itemsByName = new HashMap<>();

    /** The field of each item of each questionnaire. */
    private final int[][] fields;

    private final SecondsColumns seconds;

    private final Map<KnownColumn, List<Integer>> mapped = new EnumMap<>(KnownColumn.class);
    private final Map<KnownColumn, List<Integer>> spelled = new EnumMap<>(KnownColumn.class);

    /** The fields of columns that say who somebody is. */
    private final Set<Integer> personal = new TreeSet<>();

    private record ItemPlace(int instrument, int item) {}

    Finder(Table table, List<Instrument> instruments, ColumnMap map) {
      this.table = table;
      this.headings = table.headings();
      this.instruments = instruments;
      this.map = map;
      this.fields = new int[instruments.size()][];
      this.seconds = new SecondsColumns(headings, instruments, found);
      for (int i = 0; i < instruments.size(); i++) {
        List<Item> items = instruments.get(i).items();
        fields[i] = IntStream.generate(() -> NO_FIELD).limit(items.size()).toArray();
        for (int item = 0; item < items.size(); item++) {
          itemsByName.put(nameOf(i, item), new ItemPlace(i, item));
        }
      }
    }

    Columns find() {
      for (int field = 0; field < headings.size(); field++) {
        Heading heading = headings.get(field);
        @Nullable String target = map.columns().get(heading.text());
        if (target == null) {
          spelled(field, heading.text());
        } else {
          mapped(field, heading, target);
        }
      }
      mappedColumnsThatAreNotThere();
      missingItems();
      Map<KnownColumn, Integer> known = known();
      List<ItemColumn> items = itemColumns();
      List<SecondsColumn> times =
          seconds.columns(Optional.ofNullable(known.get(KnownColumn.SECONDS)));
      PersonReader people = new PersonReader(known, headings, table.dateSystem());
      codes(items, people);
      Set<Integer> ofItems =
          Arrays.stream(fields).flatMapToInt(Arrays::stream).boxed().collect(Collectors.toSet());
      List<Integer> own = IntStream.range(0, headings.size())
          .filter(field -> !ofItems.contains(field) && !isPersonal(field, known))
          .boxed()
          .toList();
      return new Columns(items, times, people, own, found);
    }

    /** A column that says who somebody is goes nowhere, unless it is the one by which the student is known. */
    private boolean isPersonal(int field, Map<KnownColumn, Integer> known) {
      boolean isNamed = personal.contains(field);
      return isNamed && !Integer.valueOf(field).equals(known.get(KnownColumn.STUDENT));
    }

    List<Instrument> held() {
      Set<Integer> held = new TreeSet<>();
      for (Heading heading : headings) {
        item(map.target(heading.text())).ifPresent(place -> held.add(place.instrument()));
      }
      return held.stream().map(instruments::get).toList();
    }

    private void spelled(int field, String heading) {
      Optional<ItemPlace> item = item(heading);
      if (item.isPresent()) {
        assign(field, item.get());
      } else if (!seconds.take(field, heading)) {
        KnownColumn.ofHeading(heading).ifPresent(column -> add(spelled, column, field));
      }
    }

    private void mapped(int field, Heading heading, String target) {
      Optional<ItemPlace> item = item(target);
      Optional<KnownColumn> known = KnownColumn.of(target);
      if (item.isEmpty() && seconds.take(field, target)) {
        return;
      }
      if (item.isPresent()) {
        assign(field, item.get());
      } else if (known.isPresent()) {
        add(mapped, known.get(), field);
      } else if (isOfAnotherQuestionnaire(target)) {
        found.add(Diagnostic.warning(
                "map.other-questionnaire",
                heading.place(),
                "column '%s' is mapped to '%s', which is not scored here",
                heading.text(),
                target)
            .hint("the column passes through; the questionnaires are %s", ids()));
      } else {
        found.add(Diagnostic.error(
                "map.unknown-target",
                heading.place(),
                "column '%s' is mapped to '%s', which is no known column and no item",
                heading.text(),
                target)
            .hint("write %s, or an item such as '%s'", knownWords(), nameOf(0, 0)));
      }
    }

    /** The item that a heading or target names as {@code phq-9.1} or {@code phq-9_1}. */
    private Optional<ItemPlace> item(String name) {
      String narrow = FullWidth.toNarrow(name);
      int separator = separator(narrow);
      return separator < 0
          ? Optional.empty()
          : Optional.ofNullable(
              itemsByName.get(narrow.substring(0, separator).toLowerCase(Locale.ROOT)
                  + "."
                  + narrow.substring(separator + 1)));
    }

    private boolean isOfAnotherQuestionnaire(String target) {
      int separator = separator(target);
      return separator > 0 && !isScored(target.substring(0, separator));
    }

    private boolean isScored(String questionnaire) {
      return instruments.stream()
          .anyMatch(instrument -> instrument.id().equalsIgnoreCase(questionnaire));
    }

    private static int separator(String name) {
      int dot = name.indexOf('.');
      return dot >= 0 ? dot : name.indexOf('_');
    }

    private void assign(int field, ItemPlace item) {
      int first = fields[item.instrument()][item.item()];
      if (first == NO_FIELD) {
        fields[item.instrument()][item.item()] = field;
        return;
      }
      found.add(Diagnostic.error(
              "column.item-twice",
              headings.get(field).place(),
              "columns '%s' and '%s' are both item '%s'",
              headings.get(first).text(),
              headings.get(field).text(),
              nameOf(item.instrument(), item.item()))
          .hint("rename one of them, or take it out of the map"));
    }

    private void mappedColumnsThatAreNotThere() {
      for (String heading : new TreeSet<>(map.columns().keySet())) {
        if (headings.stream().noneMatch(there -> there.text().equals(heading))) {
          found.add(Diagnostic.error(
                  "map.unknown-column",
                  table.headerPlace(),
                  "the map names column '%s', which the file does not have",
                  heading)
              .hint(
                  "the headings are %s",
                  quoted(headings.stream().map(Heading::text).toList())));
        }
      }
    }

    private void missingItems() {
      for (int i = 0; i < instruments.size(); i++) {
        Instrument instrument = instruments.get(i);
        int[] fieldOf = fields[i];
        List<Item> kept = instrument.keptItems();
        List<String> missing = Arrays.stream(instrument.keptColumns())
            .filter(column -> fieldOf[column] == NO_FIELD)
            .mapToObj(column -> instrument.items().get(column).id())
            .toList();
        if (!missing.isEmpty() && missing.size() == kept.size()) {
          found.add(Diagnostic.error(
                  "column.no-items",
                  table.headerPlace(),
                  "no column holds an item of '%s'",
                  instrument.id())
              .hint(
                  "name the columns '%s' to '%s', or map them",
                  nameOf(instrument, kept.get(0)), nameOf(instrument, kept.get(kept.size() - 1))));
        } else if (!missing.isEmpty()) {
          found.add(Diagnostic.error(
                  "column.missing-items",
                  table.headerPlace(),
                  "no column holds %s %s of '%s'",
                  missing.size() == 1 ? "item" : "items",
                  quoted(missing),
                  instrument.id())
              .hint(
                  "add the columns, named such as '%s.%s', or map them",
                  instrument.id(), missing.get(0)));
        }
      }
    }

    private Map<KnownColumn, Integer> known() {
      Map<KnownColumn, Integer> known = new EnumMap<>(KnownColumn.class);
      for (KnownColumn column : KnownColumn.values()) {
        boolean isAsked = switch (column) {
          case SECONDS -> seconds.isNeeded();
          // What rosters alone say may stand twice in a table of answers.
          case SCHOOL_KIND, BOARDING, DORMITORY, ROOM, CONSENT, FROM, UNTIL ->
            instruments.isEmpty();
          case STUDENT,
              REGISTER,
              NAME,
              SCHOOL,
              GRADE,
              CLASS,
              SEX,
              AGE,
              BIRTHDATE,
              ETHNICITY,
              GUARDIAN,
              PHONE,
              ADDRESS,
              IDENTITY,
              DATE,
              INFORMANT,
              LANGUAGE,
              REGION,
              HELP -> true;
        };
        if (!isAsked) {
          continue;
        }
        List<Integer> candidates =
            mapped.getOrDefault(column, spelled.getOrDefault(column, List.of()));
        if (column.isPersonal()) {
          personal.addAll(mapped.getOrDefault(column, List.of()));
          personal.addAll(spelled.getOrDefault(column, List.of()));
          candidates = candidates.stream().limit(1).toList();
        }
        if (!candidates.isEmpty()) {
          known.put(column, candidates.get(0));
        }
        for (int second : candidates.subList(Math.min(1, candidates.size()), candidates.size())) {
          found.add(Diagnostic.error(
                  "column.ambiguous",
                  headings.get(second).place(),
                  "columns '%s' and '%s' could both be '%s'",
                  headings.get(candidates.get(0)).text(),
                  headings.get(second).text(),
                  column.word())
              .hint("map the one that is meant to '%s'", column.word()));
        }
      }
      Optional.ofNullable(known.get(KnownColumn.REGISTER))
          .ifPresent(register -> known.putIfAbsent(KnownColumn.STUDENT, register));
      if (known.containsKey(KnownColumn.BIRTHDATE)
          && !known.containsKey(KnownColumn.DATE)
          && !known.containsKey(KnownColumn.AGE)) {
        found.add(Diagnostic.warning(
                "column.birthdate-without-date",
                headings.get(known.getOrDefault(KnownColumn.BIRTHDATE, 0)).place(),
                "the age is not known without the date of the answers")
            .hint("add a column 'date', or a column 'age'"));
      }
      return known;
    }

    /** The columns of items that keep an answer. */
    private List<ItemColumn> itemColumns() {
      List<ItemColumn> items = new ArrayList<>();
      for (int i = 0; i < instruments.size(); i++) {
        for (int position : instruments.get(i).keptColumns()) {
          if (fields[i][position] != NO_FIELD) {
            items.add(itemColumn(fields[i][position], i, position));
          }
        }
      }
      items.sort((a, b) -> Integer.compare(a.field(), b.field()));
      return items;
    }

    private ItemColumn itemColumn(int field, int instrument, int item) {
      Instrument of = instruments.get(instrument);
      String heading = headings.get(field).text();
      String id = nameOf(instrument, item);
      return new ItemColumn(
          field,
          instrument,
          item,
          of.scorable(of.items().get(item)).orElseThrow(),
          heading.equals(id)
              ? "item '" + id + "'"
              : "item '" + id + "' in column '" + heading + "'");
    }

    private void codes(List<ItemColumn> items, PersonReader people) {
      for (ItemColumn item : items) {
        String id = nameOf(item.instrument(), item.item());
        new TreeMap<>(map.codesOf(id)).forEach((cell, meaning) -> {
          if (!item.translate(cell, meaning)) {
            found.add(unknownMeaning(id, meaning)
                .hint("write a code of the definition, or missing. and the kind of missing"));
          }
        });
      }
      for (String target : new TreeSet<>(map.codes().keySet())) {
        Optional<Words<?>> words = KnownColumn.of(target).flatMap(people::wordsOf);
        if (words.isPresent()) {
          codes(target, words.get());
        } else if (!isScored(target) && item(target).isEmpty()) {
          found.add(Diagnostic.warning(
                  "map.unused-codes",
                  table.headerPlace(),
                  "the map has codes of '%s', which is not used here",
                  target)
              .hint("codes belong to sex, grade, age, informant, language, region, boarding,"
                  + " consent, a questionnaire or an item"));
        }
      }
    }

    private void codes(String target, Words<?> words) {
      new TreeMap<>(map.codesOf(target)).forEach((cell, meaning) -> {
        if (!words.translate(cell, meaning)) {
          found.add(unknownMeaning(target, meaning)
              .hint("write a word that the column '%s' takes", target));
        }
      });
    }

    private Diagnostic unknownMeaning(String target, String meaning) {
      return Diagnostic.error(
          "map.unknown-meaning",
          table.headerPlace(),
          "the map gives a code of '%s' the meaning '%s', which is not known",
          target,
          meaning);
    }

    private String nameOf(int instrument, int item) {
      Instrument of = instruments.get(instrument);
      return nameOf(of, of.items().get(item));
    }

    private static String nameOf(Instrument of, Item item) {
      return of.id() + "." + item.id();
    }

    private String ids() {
      return quoted(instruments.stream().map(Instrument::id).toList());
    }

    private static String knownWords() {
      List<String> words = new ArrayList<>();
      for (KnownColumn column : KnownColumn.values()) {
        words.add(column.word());
      }
      return String.join(", ", words);
    }

    private static void add(
        Map<KnownColumn, List<Integer>> columns, KnownColumn column, int field) {
      columns.computeIfAbsent(column, unused -> new ArrayList<>()).add(field);
    }

    private static String quoted(List<String> names) {
      return "'" + String.join("', '", names) + "'";
    }
  }
}
