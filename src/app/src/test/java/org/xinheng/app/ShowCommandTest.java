package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.diagnostic.TerminalText;

class ShowCommandTest {

  private static final Path SMALL = Path.of("src/test/resources/show/calm-4.yaml");

  @TempDir
  private Path folder;

  private final TypedCommand xinheng = TypedCommand.wide(80);

  /** {@code -Dxinheng.golden=rewrite} writes the expected texts anew, to be read in the diff. */
  @ParameterizedTest
  @CsvSource({"text, calm-4.expected", "json, calm-4.json"})
  void aSmallQuestionnaireIsShownAsExpected(String format, String expected) throws IOException {
    assertThat(xinheng.run("show", SMALL.toString(), "--format", format)).isZero();
    Path golden = SMALL.resolveSibling(expected);
    if ("rewrite".equals(System.getProperty("xinheng.golden"))) {
      Files.writeString(golden, xinheng.out());
    }
    assertThat(xinheng.out()).isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"phq-9", "psc-17", "dass-21", "mht", "default", "junior-high", "psc-17-parent-us"})
  void noLineIsWiderThanTheTerminal(String id) {
    for (int columns : new int[] {80, 120}) {
      TypedCommand wide = TypedCommand.wide(columns);
      assertThat(wide.run("show", id)).isZero();
      assertThat(wide.lines())
          .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(columns));
    }
  }

  @Test
  void aQuestionnaireNamesTheNormSetsThatFit() {
    xinheng.run("show", "psc-17");
    assertThat(xinheng.out())
        .contains("norms     psc-17-parent-us")
        .contains("gives t to 0 decimals, half-up")
        .contains("verification: single-source");
  }

  @Test
  void everyKindOfItemIsShown() throws IOException {
    TypedCommand wide = TypedCommand.wide(120);
    assertThat(wide.run("show", example("tea-8").toString())).isZero();
    assertThat(wide.lines())
        .contains(
            "  days       a number, 0 to 365",
            "             unit days  天",
            "             999 missing (refused)",
            "  strength   a place on a line, 0 to 100 in steps of 5",
            "             low weak  淡",
            "  places     any number of options",
            "             0 excludes the others",
            "  own-words  a text",
            "             at most 500 characters, never scored and never kept")
        .anyMatch(line -> line.matches(" *welcome +what this is about +说明 +information"))
        .anyMatch(line -> line.matches(" *1 +days with tea +喝茶天数 +days +required"))
        .anyMatch(line -> line.matches(" *2 +where .*shown when item 1 at 1 or above"))
        .anyMatch(line -> line.matches(" *how-much +welcome..3 +How much  多少 +2 to a page"))
        .anyMatch(line -> line.matches(" *liking +4..6 +in random order"));
  }

  /** The example of the definition language, which has all of them. */
  @Test
  void recodingCountingAndSetsOfBandsAreShown() throws IOException {
    assertThat(xinheng.run("show", example("cups-3").toString())).isZero();
    assertThat(xinheng.lines())
        .contains(
            "  recoded   items 1..3: 2 as 4",
            "  counted   answers at or above 2",
            "  bands 'girls'  on the value; high scores are the risk; for sex female",
            "  bands 'boys'  on the value; high scores are the risk; for sex male")
        .anyMatch(line -> line.contains("counts as the"));
  }

  /** The example of the definition language again. */
  @Test
  void compositesAndTransformsAreShown() throws IOException {
    assertThat(xinheng.run("show", documented("beads-4"))).isZero();
    assertThat(xinheng.lines().stream().map(line -> line.replaceAll(" +", " ")))
        .contains(
            " ratio of 2 scales: of-several, several",
            " weights scale several: 0.5",
            " standard-deviation of 4 items: 1..4",
            " multiplied by 10",
            " divided by 3",
            " plus -10",
            " clamped to 5..25",
            " converted 2 as 38.2, 3 as 43.5, 4 as 50, 5 as 56.5, 6 as 62.1");
  }

  /** The example of the definition language, which has all of them. */
  @Test
  void everySignOfInvalidAnswersIsShown() throws IOException {
    String page = Files.readString(Path.of("../docs/definition-language.md"));
    int start = page.indexOf("questionnaire: days-12");
    Path file = folder.resolve("days-12.yaml");
    Files.writeString(file, page.substring(start, page.indexOf("```", start)));
    TypedCommand wide = TypedCommand.wide(200);
    assertThat(wide.run("show", file.toString())).isZero();
    assertThat(wide.lines())
        .anyMatch(line -> line.matches("  lie .* scale 'lie' at 7 or above .* invalid .*"))
        .anyMatch(line -> line.contains("opposite items 1 and 3"))
        .anyMatch(line -> line.matches("  hasty .* less than 40 seconds .* suspect .*"))
        .anyMatch(line -> line.matches("  .*过快 +speed *"));
  }

  /** The example of the definition language, which has all of them. */
  @Test
  void classificationsAndCriticalConditionsAreInWords() throws IOException {
    String page = Files.readString(Path.of("../docs/definition-language.md"));
    int start = page.indexOf("questionnaire: rule-5");
    Path file = folder.resolve("rule-5.yaml");
    Files.writeString(file, page.substring(start, page.indexOf("```", start)));
    TypedCommand wide = TypedCommand.wide(120);
    assertThat(wide.run("show", file.toString())).isZero();
    assertThat(wide.lines())
        .containsSubsequence(
            "Classification rule  published rule  公开规则",
            "    outcome  level  label            when",
            "    full     3      full   符合      all of ('core'; 'symptoms')",
            "    part     1      part   部分符合  any of ('symptoms'; scale 'total' at 8 or above)",
            "    none     0      none   不符合    always",
            "Conditions",
            "  core      any of items 1, 2 at 2",
            "  symptoms  at least 3 of (items 1..4 at 2; item 5 at 1 or above)");
    assertThat(wide.out()).contains("all of (item 4 at 2; item 5 at 1 or above)");
  }

  @Test
  void theModelOfAScaleIsShown() throws IOException {
    assertThat(xinheng.run("show", documented("calm-levels"))).isZero();
    assertThat(xinheng.lines())
        .contains(
            "  estimate       from 4 items: 1..4",
            "  reversed       4",
            "  model          graded",
            "  estimator      eap, prior mean 0, sd 1",
            "  parameters     item 1: a 2.1, b -0.5, 1.2",
            "                 item 4: a 0.9, b 0.4",
            "                 us, project-rule")
        .anyMatch(line -> line.contains("person fit lz"));
    assertThat(xinheng.run("show", documented("calm-levels"), "--format", "json"))
        .isZero();
    JsonNode keying = new JsonMapper().readTree(xinheng.out()).at("/scales/0/keying");
    assertThat(keying.path("shape").asText()).isEqualTo("of-model");
    assertThat(keying.at("/model/estimator").asText()).isEqualTo("eap");
    assertThat(keying.at("/items/0/thresholds/1").decimalValue()).isEqualTo("1.2");
  }

  /** A file with an example of the definition language. */
  private String documented(String id) throws IOException {
    String page = Files.readString(Path.of("../docs/definition-language.md"));
    int start = page.indexOf(": " + id + "\n");
    start = page.lastIndexOf("\n", start) + 1;
    Path file = folder.resolve(id + ".yaml");
    Files.writeString(file, page.substring(start, page.indexOf("```", start)));
    return file.toString();
  }

  @Test
  void itemsWithOneTopicShareARow() {
    xinheng.run("show", "mht");
    assertThat(xinheng.out()).contains("  1..15   study anxiety");
  }

  @Test
  void theRulesOfAPolicyAreInWords() {
    TypedCommand wide = TypedCommand.wide(120);
    wide.run("show", "default");
    assertThat(wide.out())
        .contains("when alert is same-day or worse or hold is yes: T3, provisional")
        .contains("when primary is 2 and (confirmed or severe-scales is 2 or more): T3")
        .contains("when no rule before it holds: T1")
        .contains("confirmed  teacher is 2 or more or impact is 2 or more or worsening is yes");
  }

  @Test
  void theColumnsOfAProfileAreShownWithWhatIsWrittenInThem() throws IOException {
    assertThat(xinheng.run("show", documented("calm-register"))).isZero();
    assertThat(xinheng.out())
        .contains("calm-register  Calm register  平静登记表")
        .contains("  student     column 'student' of the input")
        .contains("  calm        calm-4.total\n")
        .contains("  tier        tier; T1 as 1, T2 as 2, T3 as 3, nothing as 0")
        .contains("  most in need  T3");
  }

  @Test
  void aNormSetShowsMeanAndStandardDeviationOfEachGroup() {
    xinheng.run("show", "psc-17-parent-us");
    assertThat(xinheng.out())
        .contains("for            ages 6..16, informant guardian")
        .contains("gives          t to 0 decimals, half-up")
        .contains("total          mean 6.74, sd 5.62");
  }

  @Test
  void everyKindOfNormIsShown() throws IOException {
    Path norms = Files.writeString(folder.resolve("many.yaml"), """
        norm-set: many
        version: 1.0.0
        questionnaire: phq-9
        name: {en: n, zh-CN: n}
        sample: {en: nobody, zh-CN: 无}
        source: {citation: an invented example}
        verification: unverified
        for: {region: north, years: 2024..2025}
        gives: {percentile: {to: 1, mode: half-up}, stanine: whole, z: {mode: none}}
        percentile: normal
        groups:
          - id: girls
            sex: female
            ages: 8..12
            scales:
              total: {regression: {intercept: 4, age: 0.3, age-squared: -0.01, sd: 3}}
          - {id: others, scales: {total: {percentile: {0: 12, 9: 88.5}, between: interpolate}}}
        """);
    TypedCommand wide = TypedCommand.wide(200);
    assertThat(wide.run("show", norms.toString())).isZero();
    assertThat(wide.out())
        .contains("region north, years 2024..2025")
        .contains("z unrounded; percentile to 1 decimals, half-up; stanine;")
        .contains("a percentile is that of the normal curve")
        .contains("mean 4 + 0.3 age − 0.01 age², sd 3")
        .contains("percentile 0: 12, 9: 88.5; interpolated between");
  }

  @Test
  void systemsOfCutOffsAndSourcesOfEdgesAreShown() {
    xinheng.run("show", "ces-d");
    assertThat(xinheng.out())
        .contains("system 'china', in use if none is chosen; on the value")
        .contains("system 'general'; on the value")
        .containsPattern("16 +high +2 .* radloff-1977 +two-sources");
  }

  @Test
  void jsonHoldsTheWholeDefinitionInAFixedOrder() throws IOException {
    assertThat(xinheng.run("show", "mht", "--format", "json")).isZero();
    JsonNode mht = new JsonMapper().readTree(xinheng.out());
    assertThat(mht.fieldNames())
        .toIterable()
        .startsWith(
            "id",
            "version",
            "form",
            "hash",
            "about",
            "response-sets",
            "items",
            "sections",
            "scales");
    assertThat(mht.path("items")).hasSize(100);
    assertThat(mht.at("/validity/0/sign/shape").asText()).isEqualTo("scale-at-or-above");
    String first = xinheng.out();
    xinheng.run("show", "mht", "--format", "json");
    assertThat(xinheng.out()).isEqualTo(first);
  }

  @Test
  void anIdOfTwoKindsAsksWhich() throws IOException {
    Files.createDirectories(folder.resolve("batteries"));
    Files.writeString(
        folder.resolve("batteries/phq-9.yaml"),
        Files.readString(Path.of("../../instruments/batteries/junior-high.yaml"))
            .replace("battery: junior-high", "battery: phq-9"));
    String own = folder.toString();
    assertThat(xinheng.run("show", "phq-9", "--instruments", own)).isEqualTo(2);
    assertThat(xinheng.err()).contains("'phq-9' is a questionnaire and a battery; say which");
    assertThat(xinheng.run("show", "phq-9", "--kind", "battery", "--instruments", own))
        .isZero();
    assertThat(xinheng.out()).contains("primary         phq-9.total");
  }

  @Test
  void whatIsNotThereIsAFaultOfTheCall() {
    assertThat(xinheng.run("show", "phq9")).isEqualTo(2);
    assertThat(xinheng.err())
        .contains("there is no definition 'phq9'; there are: ")
        .contains("phq-9");
    assertThat(xinheng.run("show", "none.yaml")).isEqualTo(2);
    assertThat(xinheng.err()).contains("there is no file or folder 'none.yaml'");
  }

  @Test
  void aFileWithErrorsPrintsThem() throws IOException {
    Path file = folder.resolve("我的 问卷.yaml");
    Files.writeString(file, Files.readString(SMALL).replace("items: 1..4", "items: [1, 2, 5]"));
    assertThat(xinheng.run("show", file.toString())).isEqualTo(1);
    assertThat(xinheng.err()).contains("我的 问卷.yaml:").contains("error[scale.unknown-item]");
    assertThat(xinheng.out()).isEmpty();
  }

  @Test
  void isReadableOnAGbkConsole() {
    TypedCommand gbk = TypedCommand.onGbk();
    for (String id : new String[] {"phq-9", "dass-21", "default", "psc-17-parent-us"}) {
      assertThat(gbk.run("show", id)).isZero();
      assertThat(gbk.out()).doesNotContain("?", "U+").containsPattern("[一-龥]");
    }
  }

  /** A questionnaire of the definition language, as a file. */
  private Path example(String id) throws IOException {
    String page = Files.readString(Path.of("../docs/definition-language.md"));
    int start = page.indexOf(": " + id + "\n");
    start = page.lastIndexOf("\n", start) + 1;
    return Files.writeString(
        folder.resolve(id + ".yaml"), page.substring(start, page.indexOf("```", start)));
  }
}
