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
    assertThat(xinheng.out()).contains("norms     psc-17-parent-us");
  }

  /** The example of the definition language, which has all of them. */
  @Test
  void recodingCountingAndSetsOfBandsAreShown() throws IOException {
    String page = Files.readString(Path.of("../docs/definition-language.md"));
    int start = page.indexOf("questionnaire: cups-3");
    Path file = folder.resolve("cups-3.yaml");
    Files.writeString(file, page.substring(start, page.indexOf("```", start)));
    assertThat(xinheng.run("show", file.toString())).isZero();
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
    String page = Files.readString(Path.of("../docs/definition-language.md"));
    int start = page.indexOf("questionnaire: beads-4");
    Path file = folder.resolve("beads-4.yaml");
    Files.writeString(file, page.substring(start, page.indexOf("```", start)));
    assertThat(xinheng.run("show", file.toString())).isZero();
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
  void aNormSetShowsMeanAndStandardDeviationOfEachGroup() {
    xinheng.run("show", "psc-17-parent-us");
    assertThat(xinheng.out()).contains("ages 6..16").contains("total          mean 6.74, sd 5.62");
  }

  @Test
  void jsonHoldsTheWholeDefinitionInAFixedOrder() throws IOException {
    assertThat(xinheng.run("show", "mht", "--format", "json")).isZero();
    JsonNode mht = new JsonMapper().readTree(xinheng.out());
    assertThat(mht.fieldNames())
        .toIterable()
        .startsWith("id", "version", "form", "hash", "about", "response-sets", "items", "scales");
    assertThat(mht.path("items")).hasSize(100);
    assertThat(mht.at("/validity/0/condition/shape").asText()).isEqualTo("scale-at-or-above");
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
}
