package org.xinheng.scoring.power;

import java.math.BigDecimal;
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
import java.util.function.Function;
import java.util.stream.Collectors;
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

/**
 * Forms that show a questionnaire from all sides. Every scale is walked from its lowest to its highest score, one
 * answer at a time, with nothing blank and around the limit of what may be; every validity index is walked to its edge;
 * and seeded random forms, with blanks and by all kinds of students that bands tell apart, show the rest.
 */
final class Sheets {

  private static final int RANDOM = 800;

  private final Instrument instrument;
  private final List<Item> items;
  private final List<WorkedCase.Student> students;
  private final Sheet lowest;
  private final Set<Sheet> sheets = new LinkedHashSet<>();

  private Sheets(Instrument instrument) {
    this.instrument = instrument;
    items = instrument.keptItems();
    students = students(instrument);
    lowest = all(ResponseSet.Scorable::lowest);
  }

  static List<Sheet> of(Instrument instrument) {
    Sheets all = new Sheets(instrument);
    all.walk(all.lowest);
    if (all.hasSkips()) {
      all.walk(all.all(ResponseSet.Scorable::highest));
    }
    instrument
        .validity()
        .forEach(
            index -> index.sign().accept(new SignSheets(instrument, all.lowest)).forEach(all::add));
    all.random();
    return List.copyOf(all.sheets);
  }

  /** With skip logic, what is shown only after a high answer is reached from the highest form. */
  private boolean hasSkips() {
    return items.stream().anyMatch(item -> !instrument.visibleWhen(item).isEmpty());
  }

  private Sheet all(Function<ResponseSet.Scorable, BigDecimal> answer) {
    return new Sheet(
        items.stream()
            .map(this::responses)
            .map(responses -> word(answer.apply(responses), responses))
            .toList(),
        Optional.empty(),
        WorkedCase.Student.UNKNOWN);
  }

  private ResponseSet.Scorable responses(Item item) {
    return instrument.scorable(item).orElseThrow();
  }

  private ResponseSet.Scorable responses(String item) {
    return responses(instrument.item(item).orElseThrow());
  }

  private int column(String item) {
    return items.indexOf(instrument.item(item).orElseThrow());
  }

  /** An answer that counts as a number, as a worked case writes it: of several choices, as many as that. */
  static String word(BigDecimal answer, ResponseSet.Scorable responses) {
    if (!(responses instanceof ResponseSet.SeveralChoices several)) {
      return answer.stripTrailingZeros().toPlainString();
    }
    List<Integer> chosen = several.options().stream()
        .map(Option::code)
        .filter(code -> !several.none().equals(Optional.of(code)))
        .limit(answer.intValueExact())
        .toList();
    return word(chosen.isEmpty() ? several.none().stream().toList() : chosen);
  }

  private static String word(List<Integer> chosen) {
    return chosen.stream().map(String::valueOf).collect(Collectors.joining(";"));
  }

  private void walk(Sheet from) {
    instrument.scales().forEach(scale -> walk(scale, from));
  }

  private void walk(Scale scale, Sheet from) {
    List<List<String>> steps = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    steps(scale).forEach((item, ordered) -> {
      columns.add(column(item));
      steps.add(ordered);
    });
    int size = scale.keying().keys().size();
    int limit = size == 0 ? 0 : scale.missing().limit().of(size);
    for (int blank : new TreeSet<>(List.of(0, 1, Math.max(0, limit - 1), limit, limit + 1))) {
      if (blank < columns.size()) {
        walk(from, columns, steps, blank, true);
        walk(from, columns, steps, blank, false);
      }
    }
  }

  /** The items of a scale, also of its parts, with their answers from the lowest contribution to the highest. */
  private Map<String, List<String>> steps(Scale scale) {
    Map<String, List<String>> steps = new LinkedHashMap<>();
    for (Key key : scale.keying().keys()) {
      ResponseSet.Scorable responses = responses(key.item());
      steps.put(
          key.item(),
          scale.telling(key, responses).stream()
              .sorted(Comparator.comparing(
                  (BigDecimal answer) -> scale.contribution(key, responses, answer)))
              .map(answer -> word(answer, responses))
              .toList());
    }
    if (scale.keying() instanceof Keying.OfScales composite) {
      for (Keying.Part part : composite.parts()) {
        steps(instrument.scale(part.scale()).orElseThrow()).forEach(steps::putIfAbsent);
      }
    }
    return steps;
  }

  /** One answer after the other, from the lowest contribution to the highest, with some of the first or last blank. */
  private void walk(
      Sheet from, List<Integer> columns, List<List<String>> steps, int blank, boolean firstBlank) {
    Sheet sheet = from;
    for (int i = 0; i < columns.size(); i++) {
      boolean isBlank = firstBlank ? i < blank : i >= columns.size() - blank;
      sheet = sheet.with(columns.get(i), isBlank ? Sheet.BLANK : steps.get(i).get(0));
    }
    add(sheet);
    for (int i = 0; i < columns.size(); i++) {
      if (!sheet.answers().get(columns.get(i)).equals(Sheet.BLANK)) {
        for (String answer : steps.get(i)) {
          sheet = sheet.with(columns.get(i), answer);
          add(sheet);
        }
      }
    }
  }

  private void random() {
    Random random = new Random(1);
    for (int i = 0; i < RANDOM; i++) {
      double blank = List.of(0.0, 0.0, 0.05, 0.3).get(i % 4);
      double notApplicable = i % 8 == 7 ? 0.1 : 0;
      List<String> answers = new ArrayList<>();
      for (Item item : items) {
        String answer = drawn(responses(item), random);
        double drawn = random.nextDouble();
        answers.add(
            drawn < blank
                ? Sheet.BLANK
                : drawn < blank + notApplicable ? Sheet.NOT_APPLICABLE : answer);
      }
      sheets.add(
          new Sheet(answers, Optional.empty(), students.get(random.nextInt(students.size()))));
    }
  }

  private static String drawn(ResponseSet.Scorable responses, Random random) {
    if (responses instanceof ResponseSet.Numeric numeric) {
      int steps = numeric
          .highest()
          .subtract(numeric.lowest())
          .divideToIntegralValue(numeric.step())
          .intValueExact();
      BigDecimal step = numeric.step().multiply(BigDecimal.valueOf(random.nextInt(steps + 1)));
      return word(numeric.lowest().add(step), responses);
    }
    List<Integer> codes = responses.options().stream().map(Option::code).toList();
    if (!(responses instanceof ResponseSet.SeveralChoices several)) {
      return String.valueOf(codes.get(random.nextInt(codes.size())));
    }
    List<Integer> chosen = codes.stream()
        .filter(code -> !several.none().equals(Optional.of(code)) && random.nextBoolean())
        .toList();
    return chosen.isEmpty() ? Sheet.BLANK : word(chosen);
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
                .flatMap(grade -> around(audience.years())
                    .flatMap(year -> withAndWithout(audience.language())
                        .flatMap(language -> withAndWithout(audience.region())
                            .map(region -> new WorkedCase.Student(
                                sex,
                                grade,
                                age,
                                audience.informant(),
                                language,
                                region,
                                year)))))));
  }

  private static Stream<Optional<String>> withAndWithout(Optional<String> word) {
    return word.isPresent() ? Stream.of(word, Optional.empty()) : Stream.of(word);
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
