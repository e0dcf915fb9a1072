package org.xinheng.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinheng.diagnostic.Diagnostic;

/** Reads {@code cases.yaml}. */
final class WorkedCaseReader {

  private static final Set<String> NOT_A_SCALE = Set.of("critical", "alert", "validity");
  private static final int MOST_REPEATS = 2000;

  private WorkedCaseReader() {}

  static Read<List<WorkedCase>> read(SourceText source) {
    List<Diagnostic> found = new ArrayList<>();
    Places places = new Places(source.file());
    Optional<List<WorkedCase>> cases = YamlDocument.root(source, found).map(root -> {
      root.id("cases");
      List<WorkedCase> list = root.required("list").map(YamlValue::list).orElse(List.of()).stream()
          .flatMap(entry -> entry.map().stream())
          .map(WorkedCaseReader::workedCase)
          .toList();
      root.close();
      return list;
    });
    return new Read<>(cases, places, found);
  }

  private static WorkedCase workedCase(YamlMap map) {
    Optional<YamlMap> expect = map.required("expect").flatMap(YamlValue::map);
    Map<String, WorkedCase.Expected> scales = new LinkedHashMap<>();
    expect.ifPresent(expected -> {
      for (Map.Entry<String, YamlValue> entry : expected.entries()) {
        if (!NOT_A_SCALE.contains(entry.getKey())) {
          entry.getValue().map().ifPresent(scale -> scales.put(entry.getKey(), expected(scale)));
        }
      }
    });
    WorkedCase workedCase = new WorkedCase(
        map.text("name"),
        map.text("origin"),
        answers(map),
        scales,
        expect
            .flatMap(e -> e.optional("critical"))
            .map(value ->
                value.list().stream().flatMap(item -> item.id().stream()).toList()),
        expect.flatMap(e -> e.optional("alert")).flatMap(YamlValue::text),
        expect.flatMap(e -> e.optional("validity")).flatMap(YamlValue::text),
        map.place());
    map.close();
    return workedCase;
  }

  private static WorkedCase.Expected expected(YamlMap map) {
    WorkedCase.Expected expected = new WorkedCase.Expected(
        map.optional("value").flatMap(YamlValue::decimal),
        map.optional("band").flatMap(YamlValue::id),
        map.optional("answered").flatMap(value -> value.integer(0, MOST_REPEATS)),
        map.optional("status").flatMap(YamlValue::id),
        map.optional("reason").flatMap(YamlValue::id));
    map.close();
    return expected;
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
