package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.StandardScore;

/** Reads {@code cases.yaml}. */
final class WorkedCaseReader {

  private static final Set<String> NOT_A_SCALE = Set.of("critical", "alert", "validity");

  // The words of results, which belong to a package that this one cannot see.
  private static final String[] STATUSES = {"scored", "prorated", "not-scored"};
  private static final String[] REASONS = {
    "nothing-answered",
    "too-many-missing",
    "undeclared-answer",
    "not-applicable-item",
    "no-estimate",
    "part-not-scored",
    "too-few-answers",
    "divided-by-zero",
    "not-in-table",
    "answer-missing",
    "scale-not-scored"
  };
  private static final String[] NOT_NORMED = {
    "not-scored", "no-group", "not-known", "outside-table", "not-listed"
  };
  private static final String[] VALIDITIES = {"valid", "suspect", "invalid", "unknown"};
  private static final int MOST_REPEATS = 2000;

  private final Places places;

  private WorkedCaseReader(Places places) {
    this.places = places;
  }

  static Read<WorkedCases> read(SourceText source) {
    List<Diagnostic> found = new ArrayList<>();
    Places places = new Places(source.file());
    Optional<WorkedCases> cases =
        YamlDocument.root(source, found).map(root -> new WorkedCaseReader(places).cases(root));
    return new Read<>(cases, places, found);
  }

  private WorkedCases cases(YamlMap root) {
    WorkedCases cases = new WorkedCases(
        root.id("cases"),
        root.required("list").map(YamlValue::list).orElse(List.of()).stream()
            .flatMap(entry -> entry.map().stream())
            .map(this::workedCase)
            .toList());
    root.close();
    places.put(cases, root, root.isSound());
    return cases;
  }

  private WorkedCase workedCase(YamlMap map) {
    Optional<YamlMap> expect = map.required("expect").flatMap(YamlValue::map);
    Map<String, WorkedCase.Expected> scales = new LinkedHashMap<>();
    expect.ifPresent(expected -> {
      for (Map.Entry<String, YamlValue> entry : expected.entries()) {
        if (!NOT_A_SCALE.contains(entry.getKey())) {
          Place name = expected.keyPlace(entry.getKey());
          entry
              .getValue()
              .map()
              .ifPresent(scale -> scales.put(entry.getKey(), expected(name, scale)));
        }
      }
    });
    WorkedCase workedCase = new WorkedCase(
        map.text("name"),
        map.text("origin"),
        map.optional("student")
            .flatMap(YamlValue::map)
            .map(WorkedCaseReader::student)
            .orElse(WorkedCase.Student.UNKNOWN),
        map.optional("norms").flatMap(YamlValue::id),
        map.optional("bands").flatMap(YamlValue::map).map(YamlMap::ids).orElse(Map.of()),
        answers(map),
        map.optional("seconds").flatMap(value -> value.decimal(0, ValidityReader.SECONDS_OF_A_DAY)),
        scales,
        expect
            .flatMap(e -> e.optional("critical"))
            .map(value ->
                value.list().stream().flatMap(item -> item.id().stream()).toList()),
        expect
            .flatMap(e -> e.optional("alert"))
            .flatMap(value -> value.word(Alert.values(), Alert::word))
            .map(Alert::word),
        expect.flatMap(e -> e.optional("validity")).flatMap(value -> word(value, VALIDITIES)),
        map.place());
    map.close();
    places.put(workedCase, map, map.isSound());
    expect
        .flatMap(e -> e.optional("critical"))
        .ifPresent(value -> places.note(workedCase, "critical", value.place()));
    return workedCase;
  }

  private static WorkedCase.Student student(YamlMap map) {
    WorkedCase.Student student = new WorkedCase.Student(
        map.optional("sex").flatMap(value -> value.word(Sex.values(), Sex::word)),
        map.optional("grade").flatMap(value -> value.integer(1, AudienceReader.LAST_GRADE)),
        map.optional("age").flatMap(value -> value.integer(0, AudienceReader.OLDEST)),
        map.optional("informant").flatMap(value -> value.word(Informant.values(), Informant::word)),
        map.optional("language").flatMap(YamlValue::language),
        map.optional("region").flatMap(YamlValue::text),
        map.optional("year")
            .flatMap(value -> value.integer(AudienceReader.FIRST_YEAR, AudienceReader.LAST_YEAR)));
    map.close();
    return student;
  }

  private static Optional<String> word(YamlValue value, String[] words) {
    return value.word(words, word -> word);
  }

  private WorkedCase.Expected expected(Place name, YamlMap map) {
    WorkedCase.Expected expected = new WorkedCase.Expected(
        map.optional("outcome").flatMap(YamlValue::id),
        map.optional("value").flatMap(YamlValue::decimal),
        map.optional("se").flatMap(YamlValue::decimal),
        map.optional("band").flatMap(YamlValue::id),
        map.optional("level").flatMap(value -> value.integer(0, 3)),
        map.optional("answered").flatMap(value -> value.integer(0, MOST_REPEATS)),
        map.optional("status").flatMap(value -> word(value, STATUSES)),
        map.optional("reason").flatMap(value -> word(value, REASONS)),
        standard(map),
        map.optional("norm").flatMap(YamlValue::id),
        map.optional("not-normed").flatMap(value -> word(value, NOT_NORMED)));
    map.close();
    places.put(expected, name, map, map.isSound());
    return expected;
  }

  private static Map<StandardScore, BigDecimal> standard(YamlMap map) {
    Map<StandardScore, BigDecimal> standard = new LinkedHashMap<>();
    for (StandardScore score : StandardScore.values()) {
      map.optional(score.word())
          .flatMap(YamlValue::decimal)
          .ifPresent(value -> standard.put(score, value));
    }
    return standard;
  }

  /** {@code 1 0 2*7 -}: words, {@code code*times} for a run. */
  private static List<String> answers(YamlMap map) {
    List<String> answers = new ArrayList<>();
    for (String word : map.text("answers").strip().split("\\s+")) {
      int star = word.indexOf('*');
      if (star > 0 && word.substring(star + 1).matches("[0-9]{1,4}")) {
        answers.addAll(Collections.nCopies(
            Integer.parseInt(word.substring(star + 1)), word.substring(0, star)));
      } else {
        answers.add(word);
      }
    }
    return answers;
  }
}
