package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.screening.ScreenedTable;

/** The method in the README. */
class TablesExampleTest {

  private static final Path README = Path.of("../../README.md");
  private static final Path PROGRAM = Path.of("src/test/java/org/xinheng/app/TablesExample.java");
  private static final int STUDENTS = 70_000;

  /** A third has all items at 0, a third at 3, and a third has a code that nobody declared. */
  @Test
  void scoresAndScreensColumnsOfCodes() throws IOException {
    ScreenedTable screened = TablesExample.screen(
        Map.of("gad-7", columns(7), "phq-2", columns(2)), STUDENTS, LocalDate.EPOCH);
    ScoreTable anxiety = screened.scores().get(0);
    double[] totals = anxiety.values("total");
    byte[] levels = anxiety.levels("total");
    byte[] tiers = screened.tiers();
    for (int student = 0; student < STUDENTS; student++) {
      // By hand: 7 · 0 and 7 · 3, which is severe from 15.
      switch (student % 3) {
        case 0 -> assertRow(totals[student], 0, levels[student], 0, tiers[student], 1);
        case 1 -> assertRow(totals[student], 21, levels[student], 3, tiers[student], 3);
        default -> assertRow(totals[student], Double.NaN, levels[student], -1, tiers[student], 0);
      }
    }
  }

  private static void assertRow(
      double total, double expectedTotal, int level, int expectedLevel, int tier, int expected) {
    assertThat(Double.valueOf(total)).isEqualTo(Double.valueOf(expectedTotal));
    assertThat(level).isEqualTo(expectedLevel);
    assertThat(tier).isEqualTo(expected);
  }

  private static byte[][] columns(int items) {
    byte[][] columns = new byte[items][STUDENTS];
    for (byte[] column : columns) {
      for (int student = 0; student < STUDENTS; student++) {
        column[student] = (byte) (student % 3 == 2 ? 77 : 3 * (student % 3));
      }
    }
    return columns;
  }

  @Test
  void isInTheReadme() throws IOException {
    List<String> program = Files.readAllLines(PROGRAM);
    List<String> body = program.subList(
        program.indexOf(
            "  /** Screens students by their codes: by questionnaire, item and student. */"),
        program.size() - 1);
    assertThat(body).hasSizeLessThan(25);
    assertThat(Files.readString(README)).contains(String.join("\n", body));
  }
}
