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
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.diagnostic.TerminalText;

class ListCommandTest {

  private static final Path SMALL = Path.of("src/test/resources/show/calm-4.yaml");

  @TempDir
  private Path folder;

  private final TypedCommand xinheng = TypedCommand.wide(100);

  @Test
  void namesEveryShippedDefinitionUnderItsKind() {
    assertThat(xinheng.run("list")).isZero();
    assertThat(xinheng.out())
        .contains("Questionnaires (")
        .contains("phq-9   ")
        .contains("患者健康问卷")
        .contains("Norm sets (")
        .contains("psc-17-parent-us")
        .contains("Batteries (")
        .contains("junior-high")
        .contains("Policies (")
        .contains("default");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 100, 120})
  void noLineIsWiderThanTheTerminal(int columns) {
    TypedCommand narrow = TypedCommand.wide(columns);
    narrow.run("list");
    assertThat(narrow.lines())
        .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(columns));
  }

  @Test
  void columnsStandUnderTheirHeadingsBesideChineseText() {
    xinheng.run("list", "default");
    // Each Chinese character takes two columns, so the version stands 3 × 9 − 24 columns further
    // left in characters.
    assertThat(xinheng.lines())
        .containsExactly(
            "Policies (1)",
            "id       name                      version",
            "default  Three tiers and an alert  1.4.0",
            "         三级支持与危机预警");
  }

  @Test
  void aWordIsLookedForInIdsNamesAndTopics() {
    xinheng.run("list", "--kind", "questionnaire", "SLEEP");
    assertThat(xinheng.out()).contains("phq-9").doesNotContain("who-5", "Batteries");
    xinheng.run("list", "--kind", "questionnaire", "恐怖倾向");
    assertThat(xinheng.out()).startsWith("Questionnaires (1)").contains("mht");
  }

  @Test
  void filtersHoldTogether() {
    xinheng.run("list", "--informant", "guardian", "--grade", "3");
    assertThat(xinheng.out()).contains("psc-17").doesNotContain("phq-9", "Policies", "Batteries");
    xinheng.run("list", "--licence", "no");
    assertThat(xinheng.out()).contains("mht").doesNotContain("phq-9", "Norm sets");
    xinheng.run("list", "--language", "zh-cn", "--licence", "redistributable");
    assertThat(xinheng.out())
        .contains("phq-9", "dass-21 ")
        .doesNotContain("mht", "who-5", "Norm sets");
    xinheng.run("list", "--language", "es");
    assertThat(xinheng.out()).contains("psc-17").doesNotContain("phq-9");
    xinheng.run("list", "--kind", "battery", "--grade", "11");
    assertThat(xinheng.out()).contains("senior-high").doesNotContain("junior-high");
  }

  @Test
  void aTopicIsLookedForInWhatIsMeasuredAndNotInNames() {
    xinheng.run("list", "--topic", "Bullying");
    assertThat(xinheng.out()).contains("student-check-in").doesNotContain("phq-9");
    xinheng.run("list", "--kind", "battery", "--topic", "焦虑");
    assertThat(xinheng.out()).contains("junior-high").doesNotContain("upper-primary-core");
    // In the name of the PHQ-9, and in no topic.
    xinheng.run("list", "--topic", "health questionnaire");
    assertThat(xinheng.out()).isEqualTo("nothing fits\n");
  }

  @Test
  void formsSayWhoReadsThem() {
    xinheng.run("list", "--kind", "form");
    assertThat(xinheng.out())
        .startsWith("Forms (")
        .contains("read by", "help-page", "有人愿意听你说", "guardian, clinician");
  }

  @Test
  void whatFitsNothingSaysSo() {
    assertThat(xinheng.run("list", "no-such-word")).isZero();
    assertThat(xinheng.out()).isEqualTo("nothing fits\n");
  }

  @Test
  void jsonIsOneObjectALine() throws IOException {
    assertThat(xinheng.run("list", "--format", "json", "--kind", "questionnaire", "phq-9"))
        .isZero();
    assertThat(xinheng.lines()).hasSize(1);
    JsonNode entry = new JsonMapper().readTree(xinheng.out());
    assertThat(entry.fieldNames())
        .toIterable()
        .containsExactly(
            "kind",
            "id",
            "version",
            "name",
            "informants",
            "languages",
            "grades",
            "form",
            "items",
            "minutes",
            "wording",
            "verification",
            "verified",
            "obtain");
    assertThat(entry.at("/name/zh-CN").asText()).isEqualTo("患者健康问卷抑郁量表");
    assertThat(entry.at("/obtain/en").asText()).contains("OpenScales");
  }

  @Test
  void aSchoolsOwnDefinitionsAreListedToo() throws IOException {
    Path own = folder.resolve("我的 问卷/questionnaires/calm-4");
    Files.createDirectories(own);
    Files.copy(SMALL, own.resolve("calm-4.yaml"));
    assertThat(
            xinheng.run("list", "calm", "--instruments", folder.resolve("我的 问卷").toString()))
        .isZero();
    assertThat(xinheng.out()).contains("calm-4").contains("平静四项").contains("project-rule");
  }

  @Test
  void aDefinitionWithErrorsIsNamedAndTheOthersAreListed() throws IOException {
    Path own = folder.resolve("questionnaires/broken");
    Files.createDirectories(own);
    Files.writeString(own.resolve("broken.yaml"), "questionnaire: broken\n");
    assertThat(xinheng.run("list", "--instruments", folder.toString())).isEqualTo(1);
    assertThat(xinheng.out()).contains("phq-9");
    assertThat(xinheng.err())
        .isEqualTo("xinheng: questionnaire 'broken' has errors; xinheng check names them\n");
  }

  @Test
  void anUnknownFilterValueIsAFaultOfTheCall() {
    assertThat(xinheng.run("list", "--kind", "letter")).isEqualTo(2);
    assertThat(xinheng.err())
        .contains("'letter' is none of questionnaire, norm-set, battery, policy, profile, form");
  }

  @Test
  void isReadableOnAGbkConsole() {
    TypedCommand gbk = TypedCommand.onGbk();
    assertThat(gbk.run("list")).isZero();
    assertThat(gbk.out()).contains("小学高年级").doesNotContain("?", "U+");
  }
}
