package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.ColumnMap;

/** Real answers of many people, where they are at hand. */
class PublicDataTest {

  @TempDir
  Path folder;

  /**
   * NHANES 2017–2018. The expected counts were taken from the file itself: rows with all nine items 0–3, totals of at
   * least 10 among them, rows with item 9 at 1, 2 or 3.
   */
  @Test
  void scoresPhq9OfNhanesWithoutLosingARow() throws IOException {
    ColumnMap map = Example.map("""
        columns:
          SEQN: student
          RIAGENDR: sex
          RIDAGEYR: age
          DPQ010: phq-9.1
          DPQ020: phq-9.2
          DPQ030: phq-9.3
          DPQ040: phq-9.4
          DPQ050: phq-9.5
          DPQ060: phq-9.6
          DPQ070: phq-9.7
          DPQ080: phq-9.8
          DPQ090: phq-9.9
        codes:
          sex: {1: male, 2: female}
          phq-9: {7: missing.refused, 9: missing.unknown}
        """);
    Path output = folder.resolve("scores.csv");
    RunRecord record = ScoreRun.run(
        ScoreOptions.of(data("nhanes-2017-2018-dpq.csv"), List.of(Example.plan("phq-9")), output)
            .withMap(map));

    List<Map<String, String>> rows = Example.rows(output);
    assertThat(rows.size()).isEqualTo(5533);
    assertThat(count(rows, row -> !row.get("phq-9.total").isEmpty())).isEqualTo(5068);
    assertThat(count(rows, row -> number(row.get("phq-9.total")) >= 10)).isEqualTo(459);
    assertThat(count(rows, row -> row.get("phq-9.critical").equals("9"))).isEqualTo(192);
    assertThat(count(rows, row -> row.get("row.status").equals("ok"))).isEqualTo(5533);
    assertThat(record.counts().read()).isEqualTo(5533);
    assertThat(record.counts().withFaults()).isZero();
  }

  /** 223 rows and a blank line by direct count; totals by hand: D1–D9 and A1–A7 of lines 2 and 3. */
  @Test
  void scoresTwoQuestionnairesInOneRun() throws IOException {
    StringBuilder map = new StringBuilder("columns:\n");
    for (int item = 1; item <= 9; item++) {
      map.append("  D%d: phq-9.%d\n".formatted(item, item));
    }
    for (int item = 1; item <= 7; item++) {
      map.append("  A%d: gad-7.%d\n".formatted(item, item));
    }
    Path output = folder.resolve("scores.csv");
    RunRecord record = ScoreRun.run(ScoreOptions.of(
            data("ukm-students-phq9-gad7-pss10.csv"),
            List.of(Example.plan("phq-9"), Example.plan("gad-7")),
            output)
        .withMap(Example.map(map.toString())));

    List<Map<String, String>> rows = Example.rows(output);
    assertThat(rows.size()).isEqualTo(223);
    assertThat(record.counts().blankSkipped()).isEqualTo(1);
    assertThat(count(rows, row -> row.get("row.status").equals("ok"))).isEqualTo(223);
    assertThat(rows.get(0)).containsEntry("phq-9.total", "2").containsEntry("gad-7.total", "0");
    assertThat(rows.get(1)).containsEntry("phq-9.total", "6").containsEntry("gad-7.total", "3");
    assertThat(rows.get(0)).containsEntry("S4", "1").containsEntry("BMI", "19.15708812");
    assertThat(record.inputForm())
        .isEqualTo(new TableForm.Text(TextEncoding.UTF_8_WITH_MARK, Delimiter.COMMA));
  }

  private static int number(String cell) {
    return cell.isEmpty() ? -1 : Integer.parseInt(cell);
  }

  private static long count(
      List<Map<String, String>> rows, Predicate<Map<String, String>> condition) {
    return rows.stream().filter(condition).count();
  }

  private static Path data(String name) {
    Path file = Path.of(System.getProperty("xinheng.shared", ""), "data", name);
    assumeTrue(Files.exists(file), () -> "the public data are not at hand: " + name);
    return file;
  }
}
