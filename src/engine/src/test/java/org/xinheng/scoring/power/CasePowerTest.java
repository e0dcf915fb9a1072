package org.xinheng.scoring.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.SourceText;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;

/**
 * Worked cases with too little power, each beside what is said about it, and the same with the case that was missing.
 * A file holds what is particular about a questionnaire, {@code ---}, and its cases. {@code -Dxinheng.golden=rewrite}
 * writes the expected files anew; read the difference like code.
 */
class CasePowerTest {

  private static final Path CASES = Path.of("src/test/resources/cases/power");
  private static final boolean REWRITE = "rewrite".equals(System.getProperty("xinheng.golden"));

  @TestFactory
  Stream<DynamicTest> says() throws IOException {
    return names(".yaml").stream().map(name -> DynamicTest.dynamicTest(name, () -> says(name)));
  }

  private static void says(String name) throws IOException {
    Path expected = CASES.resolve(name + ".expected");
    String[] parts = Files.readString(CASES.resolve(name + ".yaml")).split("---\n");
    SourceText questionnaire =
        SourceText.of("calm.yaml", Files.readString(CASES.resolve("head")) + parts[0]);
    Instrument instrument = Definitions.questionnaire(questionnaire).usable();
    String found = CasePower.run(
            instrument, Definitions.workedCases(SourceText.of("cases.yaml", parts[1])), Map.of())
        .stream()
        .map(CasePowerTest::line)
        .collect(Collectors.joining());
    if (REWRITE) {
      Files.writeString(expected, found);
    }
    assertThat(found).isEqualTo(Files.readString(expected));
  }

  /** So that no mistake is taken for noticed when its code is misspelt, and none is left without an example. */
  @Test
  void everyKindOfMistakeHasACaseThatLacksIt() throws IOException {
    NavigableSet<String> shown = new TreeSet<>();
    for (String name : names(".expected")) {
      Files.readString(CASES.resolve(name + ".expected"))
          .lines()
          .filter(line -> line.contains("warning["))
          .forEach(line -> shown.add(line.replaceAll(".*warning\\[(.*?)].*", "$1")));
    }
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            CasePower.KINDS.stream().map(Mistakes::code).toList());
  }

  @Test
  void everyFileHasItsPair() throws IOException {
    if (!REWRITE) {
      assertThat(names(".yaml")).isEqualTo(names(".expected"));
    }
    assertThat(
            names(".yaml").stream().filter(name -> !name.endsWith("-ok")).map(name -> name + "-ok"))
        .allMatch(name -> Files.exists(CASES.resolve(name + ".yaml")));
  }

  private static String line(Diagnostic found) {
    return "%d:%d %s[%s] %s\n  hint: %s\n"
        .formatted(
            found.place().line(),
            found.place().column(),
            found.severity().word(),
            found.code(),
            found.message(),
            found.hint());
  }

  private static NavigableSet<String> names(String ending) throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      return names.stream()
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
