package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

  private static final Path SMALL = Path.of("src/test/resources/show/calm-4.yaml");

  @TempDir
  private Path folder;

  private final TypedCommand xinheng = TypedCommand.wide(100);
  private Path old = SMALL;
  private Path now = SMALL;
  private String text = "";

  @BeforeEach
  void copy() throws IOException {
    Path there = Files.createDirectories(folder.resolve("我的 问卷"));
    text = Files.readString(SMALL);
    old = Files.copy(SMALL, there.resolve("old.yaml"));
    now = there.resolve("new.yaml");
  }

  @Test
  void nothingForScoresExitsWithZero() throws IOException {
    Files.writeString(
        now, text.replace("en: tense, zh-CN: 紧张}, resp", "en: tense, zh-CN: 绷紧}, resp"));
    assertThat(diff()).isZero();
    assertThat(xinheng.lines())
        .contains("changes for scores: none", "texts only (1)")
        .contains("  item '1': topic is now: tense / 绷紧; was: tense / 紧张");
  }

  @Test
  void aChangeForScoresExitsWithOne() throws IOException {
    Files.writeString(now, text.replace("reverse: [2]", "reverse: [2, 3]"));
    assertThat(diff()).isEqualTo(1);
    assertThat(xinheng.lines())
        .contains("changes for scores (1)", "  scale 'total': item '3' is now reversed");
  }

  @Test
  void anIdIsComparedWithAFile() throws IOException {
    Path phq9 = folder.resolve("phq-9.yaml");
    Files.writeString(
        phq9,
        Files.readString(Path.of("../../instruments/questionnaires/phq-9/phq-9.yaml"))
            .replace("from: 10, id: moderate", "from: 11, id: moderate"));
    assertThat(xinheng.run("diff", "phq-9", phq9.toString())).isEqualTo(1);
    assertThat(xinheng.out()).contains("scale 'total': band 'moderate' now starts at 11, was 10");
    assertThat(xinheng.run("diff", "phq-9", "phq-9")).isZero();
    assertThat(xinheng.run("diff", "phq-9", "gad-7")).isEqualTo(2);
    assertThat(xinheng.err()).contains("'phq-9' and 'gad-7' are two questionnaires");
  }

  @Test
  void dataSayWhichRowsGetAnotherResult() throws IOException {
    Files.writeString(
        now, text.replace("from: 5", "from: 6").replace("at-or-above: 2", "at-or-above: 1"));
    // Item 2 is reversed. Lines 2 to 5: 2+2+1+0 = 5, now below 6; 0; item 4 at 1, now an alert;
    // unreadable.
    Path data = folder.resolve("学生 answers.csv");
    Files.writeString(data, """
        student,calm-4.1,calm-4.2,calm-4.3,calm-4.4
        Zhang,2,0,1,0
        Li,0,2,0,0
        Wang,0,2,0,1
        Zhao,x,2,0,0
        """);
    assertThat(xinheng.run("diff", old.toString(), now.toString(), "--data", data.toString()))
        .isEqualTo(1);
    assertThat(xinheng.lines())
        .contains(
            "4 rows scored with both",
            "  calm-4.total: another band in 1 row (line 2)",
            "  calm-4: another alert in 1 row (line 4)")
        .noneMatch(line -> line.contains("another score") || line.contains("another validity"));
    assertThat(xinheng.out() + xinheng.err()).doesNotContain("Zhang", "Wang");
  }

  @Test
  void dataSayWhichRowsGetAnotherOutcome() throws IOException {
    Path phq9 = Path.of("../../instruments/questionnaires/phq-9/phq-9.yaml");
    Path edited = folder.resolve("phq-9.yaml");
    Files.writeString(
        edited,
        Files.readString(phq9).replace("symptoms-5: {at-least: 5", "symptoms-5: {at-least: 6"));
    // Five symptoms in line 2, six in line 3, none in line 4.
    Path data = folder.resolve("answers.csv");
    Files.writeString(data, """
        student,phq-9.1,phq-9.2,phq-9.3,phq-9.4,phq-9.5,phq-9.6,phq-9.7,phq-9.8,phq-9.9
        a,2,2,2,2,2,0,0,0,0
        b,2,2,2,2,2,2,0,0,0
        c,0,0,0,0,0,0,0,0,0
        """);
    assertThat(xinheng.run("diff", "phq-9", edited.toString(), "--data", data.toString()))
        .isEqualTo(1);
    assertThat(xinheng.lines()).contains("  phq-9.algorithm: another outcome in 1 row (line 2)");
  }

  @Test
  void atMostTwentyLinesAreNamed() throws IOException {
    Files.writeString(now, text.replace("reverse: [2]", "reverse: [3]"));
    StringBuilder rows = new StringBuilder("student,calm-4.1,calm-4.2,calm-4.3,calm-4.4\n");
    for (int row = 0; row < 25; row++) {
      rows.append("s").append(row).append(",0,2,0,0\n");
    }
    Path data = folder.resolve("answers.csv");
    Files.writeString(data, rows);
    xinheng.run("diff", old.toString(), now.toString(), "--data", data.toString());
    // With item 2 reversed the row scores 0, with item 3 reversed 2 + 2 = 4; neither reaches 5.
    assertThat(xinheng.lines())
        .anyMatch(line -> line.startsWith("  calm-4.total: another score in 25 rows (lines 2, 3, ")
            && line.endsWith(" 21 and 5 more)"));
  }

  @Test
  void dataWithoutADifferenceSaySo() throws IOException {
    Files.copy(old, now);
    Path data = folder.resolve("answers.csv");
    Files.writeString(data, "nr,a,b,c,d\n1,0,0,0,0\n");
    Path map = folder.resolve("map.yaml");
    Files.writeString(
        map, "columns: {nr: student, a: calm-4.1, b: calm-4.2, c: calm-4.3, d: calm-4.4}\n");
    assertThat(xinheng.run(
            "diff",
            old.toString(),
            now.toString(),
            "--data",
            data.toString(),
            "--map",
            map.toString()))
        .isZero();
    assertThat(xinheng.out())
        .contains("every row gets the same scores, bands, outcomes, alert and validity");
  }

  @Test
  void aMapWithoutDataIsAFaultOfTheCall() {
    assertThat(xinheng.run("diff", "phq-9", "phq-9", "--map", "map.yaml")).isEqualTo(2);
    assertThat(xinheng.err()).contains("--map needs --data");
  }

  @Test
  void helpSaysWhatTheExitCodesMean() {
    assertThat(xinheng.run("diff", "--help")).isZero();
    assertThat(xinheng.out()).contains("1").contains("something changes for scores");
  }

  @Test
  void isReadableOnAGbkConsole() throws IOException {
    Files.writeString(now, text.replace("zh-CN: 紧张", "zh-CN: 绷紧"));
    TypedCommand gbk = TypedCommand.onGbk();
    assertThat(gbk.run("diff", old.toString(), now.toString())).isZero();
    assertThat(gbk.out()).contains("绷紧").doesNotContain("?", "U+");
  }

  private int diff() {
    return xinheng.run("diff", old.toString(), now.toString());
  }
}
