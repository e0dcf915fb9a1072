package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.definition.InstrumentLibrary;

/**
 * The sheet of a class in which some have a PHQ-9 of 10, which is tier 2, and the others nothing. R40: a class with 30 % gets
 * the notice, one with exactly a fifth does not.
 */
class ClassSheetTest {

  private static final String RAISED = "2,2,2,2,2,0,0,0,0" + ",0".repeat(24);
  private static final String NOTHING = "0" + ",0".repeat(32);

  @TempDir
  private Path folder;

  @BeforeEach
  void writePolicy() throws IOException {
    Files.createDirectories(folder.resolve("policies"));
    Path shipped = Path.of("../../instruments/policies/default.yaml");
    Files.writeString(
        folder.resolve("policies/own.yaml"),
        Files.readString(shipped)
            .replace("policy: default", "policy: own")
            .replace("{en: Class, zh-CN: 班级}", "{en: Company, zh-CN: 中队}")
            .replace("{en: Grade, zh-CN: 年级}", "{en: Year group, zh-CN: 年级组}"));
  }

  @ParameterizedTest
  @CsvSource({"6, 14, 1", "5, 20, 0"})
  void wholeClassActionStandsWhereTheNoticeHolds(int raised, int others, int actions)
      throws IOException {
    assertThat(sheet("default", raised, others))
        .filteredOn(row -> row.contains("For the whole class"))
        .hasSize(actions);
  }

  @Test
  void wholeClassActionSaysNeitherHowManyNorWhatOf() throws IOException {
    // 30 school days after 30 October, a Friday: six weeks later. The need, PHQ-9, is not for class
    // teachers.
    assertThat(sheet("default", 6, 14))
        .filteredOn(row -> row.contains("For the whole class"))
        .singleElement()
        .asString()
        .startsWith(",一中,7,1,,2026-12-11,面向整个班级：")
        .doesNotContainPattern("\\b6\\b|\\b20\\b|%|PHQ|T2|tier|级支持");
  }

  @Test
  void levelsAreCalledAsThePolicySays() throws IOException {
    assertThat(sheet("own", 6, 14))
        .anyMatch(row -> row.contains("面向整个中队：") && row.contains("For the whole company:"));
    try (SheetTable sheet =
        SheetTable.open(TableFile.of(folder.resolve("out/results.xlsx#参与 Coverage")))) {
      assertThat(sheet.headings().stream().map(Heading::text))
          .contains("学校 School", "年级组 Year group", "中队 Company");
    }
  }

  private List<String> sheet(String policy, int raised, int others) throws IOException {
    StringBuilder roster = new StringBuilder("学号,学校,年级,班级\n");
    StringBuilder answers = new StringBuilder("student");
    addItems(answers, "phq-9", 9);
    addItems(answers, "gad-7", 7);
    addItems(answers, "psc-17", 17);
    answers.append('\n');
    for (int student = 0; student < raised + others; student++) {
      roster.append("s%02dx,一中,初一,1%n".formatted(student));
      answers.append("s%02dx,%s%n".formatted(student, student < raised ? RAISED : NOTHING));
    }
    write("roster.csv", roster.toString());
    write("answers.csv", answers.toString());
    write("campaign.yaml", """
        campaign: test
        name: {en: Test, zh-CN: 测试}
        school-year: 2026-2027
        window: {from: 2026-10-12, to: 2026-10-30}
        policy: %s
        batteries: [junior-high]
        files: {roster: roster.csv, responses: answers.csv}
        """.formatted(policy));
    CampaignRun run = CampaignRun.of(
        folder.resolve("campaign.yaml"), InstrumentLibrary.shipped().with(folder));
    CampaignFiles.write(run, folder.resolve("out"), "test");
    return Files.readAllLines(folder.resolve("out/classes/一中-7-1.csv"));
  }

  private static void addItems(StringBuilder to, String questionnaire, int items) {
    for (int item = 1; item <= items; item++) {
      to.append(',').append(questionnaire).append('.').append(item);
    }
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
