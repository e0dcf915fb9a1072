package org.xinheng.scoring.power;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.xinheng.definition.WorkedCase;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.ValidityIndex;

/**
 * Forms that show a questionnaire from all sides. Every scale is walked from its lowest to its highest score, one
 * answer at a time, with nothing blank and around the limit of what may be; every validity index is walked to its edge;
 * and seeded random forms, with blanks and by all kinds of students that bands tell apart, show the rest.
 */
final class Sheets {

  private static final int RANDOM = 800;

  private final Instrument instrument;
  private final List<WorkedCase.Student> students;
  private final Sheet lowest;
  private final Set<Sheet> sheets = new LinkedHashSet<>();

  private Sheets(Instrument instrument) {
    this.instrument = instrument;
    students = students(instrument);
    lowest = new Sheet(
        instrument.items().stream().map(item -> responses(item).lowest()).toList(),
        WorkedCase.Student.UNKNOWN);
  }

  static List<Sheet> of(Instrument instrument) {
    Sheets all = new Sheets(instrument);
    instrument.scales().forEach(all::walk);
    instrument.validity().forEach(index -> all.walk(index.condition()));
    all.random();
    return List.copyOf(all.sheets);
  }

  private ResponseSet responses(Item item) {
    return instrument.responsesOf(item).orElseThrow();
  }

  private int column(String item) {
    return instrument.items().indexOf(instrument.item(item).orElseThrow());
  }

  private void walk(Scale scale) {
    List<List<Integer>> steps = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    keys(scale, instrument).forEach((item, ordered) -> {
      columns.add(column(item));
      steps.add(ordered);
    });
    int limit = scale.keying() instanceof Keying.OfItems items
        ? scale.missing().limit().of(items.keys().size())
        : 0;
    for (int blank : new TreeSet<>(List.of(0, 1, Math.max(0, limit - 1), limit, limit + 1))) {
      if (blank < columns.size()) {
        walk(columns, steps, blank, true);
        walk(columns, steps, blank, false);
      }
    }
  }

  /** The items of a scale, also of its parts, with their answers from the lowest contribution to the highest. */
  private static Map<String, List<Integer>> keys(Scale scale, Instrument instrument) {
    Map<String, List<Integer>> keys = new LinkedHashMap<>();
    if (scale.keying() instanceof Keying.OfItems items) {
      for (Key key : items.keys()) {
        ResponseSet responses =
            instrument.responsesOf(instrument.item(key.item()).orElseThrow()).orElseThrow();
        keys.put(
            key.item(),
            responses.options().stream()
                .map(Option::code)
                .sorted(Comparator.comparing(
                    (Integer code) -> scale.contribution(key, responses, code)))
                .toList());
      }
    } else if (scale.keying() instanceof Keying.OfScales composite) {
      for (Keying.Part part : composite.parts()) {
        keys(instrument.scale(part.scale()).orElseThrow(), instrument).forEach(keys::putIfAbsent);
      }
    }
    return keys;
  }

  /** One answer after the other, from the lowest contribution to the highest, with some of the first or last blank. */
  private void walk(
      List<Integer> columns, List<List<Integer>> steps, int blank, boolean firstBlank) {
    Sheet sheet = lowest;
    for (int i = 0; i < columns.size(); i++) {
      boolean isBlank = firstBlank ? i < blank : i >= columns.size() - blank;
      sheet = sheet.with(columns.get(i), isBlank ? Sheet.BLANK : steps.get(i).get(0));
    }
    add(sheet);
    for (int i = 0; i < columns.size(); i++) {
      if (sheet.cells().get(columns.get(i)) != Sheet.BLANK) {
        for (int code : steps.get(i)) {
          sheet = sheet.with(columns.get(i), code);
          add(sheet);
        }
      }
    }
  }

  private void walk(ValidityIndex.Condition condition) {
    if (condition instanceof ValidityIndex.Condition.UnansweredAtOrAbove unanswered) {
      Sheet sheet = lowest;
      for (String item : unanswered.items()) {
        sheet = sheet.with(column(item), Sheet.BLANK);
        add(sheet);
      }
    } else if (condition instanceof ValidityIndex.Condition.SameAnswer same) {
      for (Option option :
          responses(instrument.item(same.items().get(0)).orElseThrow()).options()) {
        Sheet sheet = lowest;
        for (String item : same.items()) {
          sheet = sheet.with(column(item), option.code());
        }
        add(sheet);
        for (String item : same.items()) {
          add(sheet.with(column(item), Sheet.BLANK));
        }
      }
    }
  }

  private void random() {
    Random random = new Random(1);
    for (int i = 0; i < RANDOM; i++) {
      double blank = List.of(0.0, 0.0, 0.05, 0.3).get(i % 4);
      double notApplicable = i % 8 == 7 ? 0.1 : 0;
      List<Integer> cells = new ArrayList<>();
      for (Item item : instrument.items()) {
        List<Option> options = responses(item).options();
        int code = options.get(random.nextInt(options.size())).code();
        double drawn = random.nextDouble();
        cells.add(
            drawn < blank
                ? Sheet.BLANK
                : drawn < blank + notApplicable ? Sheet.NOT_APPLICABLE : code);
      }
      sheets.add(new Sheet(cells, students.get(random.nextInt(students.size()))));
    }
  }

  private void add(Sheet sheet) {
    students.forEach(student -> sheets.add(sheet.by(student)));
  }

  /** Students on both sides of everything that bands ask; the one of whom nothing is known goes first. */
  private static List<WorkedCase.Student> students(Instrument instrument) {
    Set<WorkedCase.Student> students = new LinkedHashSet<>();
    students.add(WorkedCase.Student.UNKNOWN);
    instrument.scales().stream()
        .flatMap(scale -> scale.bandSets().stream())
        .map(Bands::audience)
        .filter(audience -> !audience.isEverybody())
        .forEach(audience -> students(audience).forEach(students::add));
    return List.copyOf(students);
  }

  private static Stream<WorkedCase.Student> students(Audience audience) {
    List<Optional<Sex>> sexes = audience.sex().isPresent()
        ? List.of(Optional.of(Sex.MALE), Optional.of(Sex.FEMALE))
        : List.of(Optional.empty());
    return sexes.stream()
        .flatMap(sex -> around(audience.ages())
            .flatMap(age -> around(audience.grades())
                .map(grade -> new WorkedCase.Student(sex, age, grade, audience.informant()))));
  }

  private static Stream<Optional<Integer>> around(Optional<Interval> interval) {
    return interval
        .map(range -> Stream.of(range.first() - 1, range.first(), range.last(), range.last() + 1)
            .distinct()
            .filter(value -> value >= 0)
            .map(Optional::of))
        .orElse(Stream.of(Optional.empty()));
  }
}
