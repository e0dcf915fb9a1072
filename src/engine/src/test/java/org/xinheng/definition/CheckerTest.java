package org.xinheng.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.diagnostic.Diagnostic;

/** What files of text cannot show: bytes, sizes, names of files, and that the shipped definitions are sound. */
class CheckerTest {

  private static final Path SHIPPED = Path.of("../../instruments");

  @TestFactory
  Stream<DynamicTest> findsNothingInTheShippedFiles() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.startsWith(SHIPPED.resolve("target")))
          .sorted()
          .toList()
          .stream()
          .map(file -> DynamicTest.dynamicTest(
              SHIPPED.relativize(file).toString(),
              () -> assertThat(Checker.check(SourceText.read(file), InstrumentLibrary.shipped()))
                  .isEmpty()));
    }
  }

  @Test
  void refusesTextThatIsNotUtf8(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("calm-4.yaml");
    Files.write(file, "questionnaire: calm-4 # 平静\n".getBytes(Charset.forName("GB18030")));

    assertThat(Checker.check(SourceText.read(file)))
        .extracting(CheckCasesTest::line)
        .containsExactly("""
            1:1 error[file.encoding] the file is not UTF-8 text
              hint: save it as UTF-8
            """);
  }

  @Test
  void refusesAFileOfMoreThanOneMebibyte(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("calm-4.yaml");
    Files.writeString(file, "questionnaire: calm-4\n# " + "x".repeat(1 << 20));

    assertThat(Checker.check(SourceText.read(file)))
        .extracting(CheckCasesTest::line)
        .containsExactly("""
            1:1 error[file.size] the file has 1048600 bytes, more than 1048576
              hint: split it; a definition is a few kilobytes
            """);
  }

  @Test
  void asksAFileInALibraryToBeCalledLikeItsQuestionnaire() throws IOException {
    String text =
        InstrumentLibrary.shipped().source(Kind.QUESTIONNAIRE, "gad-7").text();

    assertThat(Checker.check(SourceText.of("my/questionnaires/gad7/gad7.yaml", text)))
        .extracting(CheckCasesTest::line)
        .containsExactly("""
            1:16 error[definition.file-name] the file defines the questionnaire 'gad-7', but is \
            not called 'questionnaires/gad-7/gad-7.yaml'
              hint: rename the file, or correct the id
            """);
  }

  @Test
  void leavesTheNameOfAFileElsewhereAlone() throws IOException {
    String text =
        InstrumentLibrary.shipped().source(Kind.QUESTIONNAIRE, "gad-7").text();

    assertThat(Checker.check(SourceText.of("draft.yaml", text))).isEmpty();
    assertThat(Checker.check(SourceText.of("questionnaires/draft.yaml", text))).isEmpty();
  }

  @Test
  void findsAQuestionnaireOfTheSchoolWithErrors(@TempDir Path school) throws IOException {
    Path folder = Files.createDirectories(school.resolve("questionnaires/calm-4"));
    Files.writeString(folder.resolve("calm-4.yaml"), "questionnaire: calm-4\n");
    SourceText cases = SourceText.of("cases.yaml", "cases: calm-4\nlist: []\n");

    assertThat(Checker.check(cases, InstrumentLibrary.shipped().with(school)))
        .extracting(Diagnostic::code)
        .containsExactly("reference.faulty");
  }

  @Test
  void survivesScalesThatAreNestedWithoutEnd() {
    StringBuilder text = new StringBuilder("questionnaire: calm-4\nscales:\n");
    for (int i = 0; i < 2_000; i++) {
      text.append(
              "  s%d: {name: {en: s, zh-CN: 分}, method: sum, scales: [s%d], ".formatted(i, i + 1))
          .append("missing: strict, range: 0..1}\n");
    }

    assertThat(Checker.check(SourceText.of("calm-4.yaml", text.toString())))
        .extracting(Diagnostic::code)
        .contains("scale.depth");
  }

  @Test
  void survivesRunsThatNameMoreItemsThanMemoryHolds() {
    String item = "  - {ids: 1..2000, topic: {en: t, zh-CN: 题}, responses: often}\n";
    StringBuilder text =
        new StringBuilder("questionnaire: calm-4\nitems:\n").append(item.repeat(100));
    text.append("scales:\n");
    for (int i = 0; i < 100; i++) {
      text.append("  s").append(i).append(": {items: 1..2000}\n");
    }

    assertThat(Checker.check(SourceText.of("calm-4.yaml", text.toString())))
        .filteredOn(found -> found.code().equals("definition.too-large"))
        .extracting(Diagnostic::message)
        .containsExactly(
            "the questionnaire has more than 2000 items",
            "scales and conditions name more than 100000 items together");
  }

  @Test
  void survivesConditionsThatDoubleWithoutEnd() {
    StringBuilder text = new StringBuilder("questionnaire: calm-4\nconditions:\n");
    for (int i = 0; i < 2_000; i++) {
      text.append("  c%d: {all: [c%d, c%d]}\n".formatted(i, i + 1, i + 1));
    }
    text.append("  c2000: {not: {item: 1, at-or-above: 1}}\n");

    assertThat(Checker.check(SourceText.of("calm-4.yaml", text.toString())))
        .extracting(Diagnostic::code)
        .contains("condition.depth");
  }

  @Test
  void restsNoBatteryOnAnUnverifiedClassification(@TempDir Path school) throws IOException {
    InstrumentLibrary shipped = InstrumentLibrary.shipped();
    Path folder = Files.createDirectories(school.resolve("questionnaires/phq-9"));
    String algorithm = "source: kroenke-2001\n    verification: ";
    Files.writeString(
        folder.resolve("phq-9.yaml"),
        shipped
            .source(Kind.QUESTIONNAIRE, "phq-9")
            .text()
            .replace(algorithm + "two-sources", algorithm + "unverified"));
    SourceText battery = SourceText.of("battery.yaml", """
        battery: junior
        version: 1.0.0
        name: {en: Junior, zh-CN: 初中}
        grades: 7..9
        questionnaires: [phq-9]
        primary: phq-9.algorithm
        """);

    assertThat(Checker.check(battery, shipped)).isEmpty();
    assertThat(Checker.check(battery, shipped.with(school)))
        .extracting(CheckCasesTest::line)
        .containsExactly("""
            6:10 error[battery.unverified] the primary classification 'phq-9.algorithm' would drive \
            tiers, but its verification is 'unverified'
              hint: verify it and name the source, or name a scale
            """);
  }

  @Test
  void survivesConditionsThatDoubleEachOther() throws IOException {
    StringBuilder conditions = new StringBuilder("conditions:\n  c0: {any: [{teacher: 2+}]}\n");
    for (int i = 1; i < 60; i++) {
      conditions.append("  c%d: {any: [{c%d: yes}, {c%d: yes}]}\n".formatted(i, i - 1, i - 1));
    }
    String policy = InstrumentLibrary.shipped().source(Kind.POLICY, "default").text();

    assertThat(Checker.check(SourceText.of(
            "mine.yaml", policy.replaceFirst("conditions:\n", conditions.toString()))))
        .extracting(Diagnostic::message)
        .containsExactly("the rules make more than 10000 comparisons");
  }

  @Test
  void survivesConditionsOfAQuestionnaireThatDoubleEachOther() throws IOException {
    StringBuilder conditions =
        new StringBuilder("conditions:\n  c0: {items: 1..9, at-or-above: 1, at-least: 2}\n");
    for (int i = 1; i < 60; i++) {
      conditions.append(
          "  c%d: {all: [c%d, {any: [c%d, {item: 9, equal-to: 1}]}]}\n".formatted(i, i - 1, i - 1));
    }
    conditions.append("  last: c59\n");
    String text =
        InstrumentLibrary.shipped().source(Kind.QUESTIONNAIRE, "gad-7").text();

    assertThat(Checker.check(SourceText.of("mine.yaml", text + conditions)))
        .extracting(Diagnostic::code)
        .contains("condition.depth");
  }
}
