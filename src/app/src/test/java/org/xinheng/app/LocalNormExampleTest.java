package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.app.demo.SyntheticSchool;

/**
 * The example of a local norm set is what the invented school gives: mean and standard deviation (n − 1) of the PHQ-9 by
 * sex and grade, of forms that are complete and valid, in groups of forty at least. {@code -Dxinheng.golden=rewrite} writes
 * it anew.
 */
class LocalNormExampleTest {

  private static final Path SHIPPED = Path.of("../../instruments/norms/phq-9-invented-school.yaml");
  private static final int SMALLEST_GROUP = 40;
  private static final long SEED = 42;

  @TempDir
  private Path folder;

  private final TypedCommand xinheng = TypedCommand.wide(100);

  @Test
  void theShippedExampleIsWhatTheInventedSchoolGives() throws IOException {
    SyntheticSchool.write(folder, SEED);
    Map<String, List<Integer>> totals = new TreeMap<>();
    Map<String, String> groups = groups();
    for (String stage : List.of("junior-high", "senior-high")) {
      addTotals(stage, groups, totals);
    }
    totals.forEach(
        (group, all) -> assertThat(all).as(group).hasSizeGreaterThanOrEqualTo(SMALLEST_GROUP));
    String text = text(totals);
    if ("rewrite".equals(System.getProperty("xinheng.golden"))) {
      Files.writeString(SHIPPED, text);
    }
    assertThat(SHIPPED).hasContent(text);
  }

  /** {@code 07-girls} by student, of the roster. */
  private Map<String, String> groups() throws IOException {
    Map<String, String> groups = new HashMap<>();
    for (Map<String, String> row : table(folder.resolve("roster.csv"))) {
      int grade = Integer.parseInt(row.getOrDefault("grade", ""));
      String sex = "female".equals(row.get("sex")) ? "girls" : "boys";
      groups.put(row.getOrDefault("student", ""), "%02d-%s".formatted(grade, sex));
    }
    return groups;
  }

  private void addTotals(
      String stage, Map<String, String> groups, Map<String, List<Integer>> totals)
      throws IOException {
    Path scores = folder.resolve("scores-" + stage + ".csv");
    xinheng.run(
        "score",
        folder.resolve("answers-" + stage + ".csv").toString(),
        "--with",
        "phq-9",
        "--out",
        scores.toString());
    for (Map<String, String> row : table(scores)) {
      boolean complete = "scored".equals(row.get("phq-9.total.status"))
          && "valid".equals(row.get("phq-9.validity"));
      String group = groups.getOrDefault(row.getOrDefault("student", ""), "");
      if (complete && !group.isEmpty()) {
        totals
            .computeIfAbsent(group, name -> new ArrayList<>())
            .add(Integer.valueOf(row.getOrDefault("phq-9.total", "")));
      }
    }
  }

  /** The rows of a table without quotes. */
  private static List<Map<String, String>> table(Path file) throws IOException {
    List<String> lines = Files.readString(file).replace("\uFEFF", "").lines().toList();
    String[] headings = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < Math.min(headings.length, cells.length); i++) {
        row.put(headings[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static String text(Map<String, List<Integer>> totals) {
    int n = totals.values().stream().mapToInt(List::size).sum();
    StringBuilder text = new StringBuilder("""
        # An example of local norms, from answers that were invented: nobody may be compared with it. LocalNormExampleTest makes it from
        # the school of `xinheng demo --seed %d`: mean and standard deviation by sex and grade, no group smaller than %d.
        norm-set: phq-9-invented-school
        version: 1.0.0
        questionnaire: phq-9
        name: {en: "PHQ-9, invented school, an example of local norms", zh-CN: PHQ-9虚构学校（本地常模示例）}
        sample:
          en: the invented school of the demonstration, %d complete and valid forms of grades 7 to 12
          zh-CN: 演示用虚构学校，七至十二年级完整有效答卷%d份
        source: {citation: "Xinheng, invented answers of `xinheng demo --seed %d`", link: ""}
        verification: unverified
        for: {grades: 7..12}
        gives: {t: {to: 0, mode: half-up}}
        groups:
        """.formatted(SEED, SMALLEST_GROUP, n, n, SEED));
    totals.forEach((group, all) -> text.append("""
          - id: %s                    # n = %d
            sex: %s
            grades: %d
            scales:
              total: {mean: %s, sd: %s}
        """.formatted(
            group.substring(3) + "-" + Integer.parseInt(group.substring(0, 2)),
            all.size(),
            group.endsWith("girls") ? "female" : "male",
            Integer.parseInt(group.substring(0, 2)),
            mean(all).setScale(2, RoundingMode.HALF_UP).toPlainString(),
            sd(all).setScale(2, RoundingMode.HALF_UP).toPlainString())));
    return text.toString();
  }

  private static BigDecimal mean(List<Integer> all) {
    return BigDecimal.valueOf(all.stream().mapToInt(Integer::intValue).sum())
        .divide(BigDecimal.valueOf(all.size()), MathContext.DECIMAL64);
  }

  private static BigDecimal sd(List<Integer> all) {
    BigDecimal squares = all.stream()
        .map(value -> BigDecimal.valueOf(value).subtract(mean(all)).pow(2))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    return squares
        .divide(BigDecimal.valueOf(all.size() - 1L), MathContext.DECIMAL64)
        .sqrt(MathContext.DECIMAL64);
  }
}
