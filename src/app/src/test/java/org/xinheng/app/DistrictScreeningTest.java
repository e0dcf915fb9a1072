package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A district as a user makes and screens it: {@code xinheng demo --district}. Every mistyped row is reported or read rightly and
 * nothing else is reported. {@code -Dxinheng.schools=40 -Dxinheng.students=60000} asks for the whole county.
 */
class DistrictScreeningTest {

  private static final String SCHOOLS = System.getProperty("xinheng.schools", "6");
  private static final String STUDENTS = System.getProperty("xinheng.students", "3000");

  @TempDir
  private static Path folder;

  private static List<Map<String, String>> roster;
  private static List<Map<String, String>> outcomes;

  @BeforeAll
  static void screen() throws IOException {
    TypedCommand command = TypedCommand.wide(100);
    int code = command.run(
        "demo",
        "--district",
        "--schools",
        SCHOOLS,
        "--students",
        STUDENTS,
        "--seed",
        "7",
        "--out",
        folder.toString());
    assertThat(code).as(command.err()).isZero();
    roster = read(year().resolve("roster.csv"));
    outcomes = read(folder.resolve("results/outcomes.csv"));
  }

  private static Path year() {
    return folder.resolve("district/2026-2027");
  }

  private static int digit(String cell) {
    return Character.digit(cell.charAt(0), 10);
  }

  /** A row that is cut short has no cell for its last columns, and none of its answers counts. */
  private static List<Map<String, String>> read(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder()
        .detectBomHeader(true)
        .allowMissingFields(true)
        .ofCsvRecord(file, StandardCharsets.UTF_8)) {
      List<String> header = List.of();
      for (CsvRecord of : csv) {
        if (header.isEmpty()) {
          header = of.getFields();
        } else {
          Map<String, String> row = new LinkedHashMap<>();
          for (int field = 0; field < header.size(); field++) {
            boolean isWhole = of.getFieldCount() == header.size();
            row.put(header.get(field), isWhole ? of.getField(field) : "");
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  @Test
  void everyMistypedRowIsReportedOrReadAndNothingElseIsReported() throws IOException {
    Set<String> reported = new LinkedHashSet<>();
    for (JsonNode found : run().get("diagnostics")) {
      String file = year().relativize(Path.of(found.get("file").asText())).toString();
      reported.add(file.replace('\\', '/') + ":" + found.get("line").asInt());
    }
    Set<String> expected = new LinkedHashSet<>();
    Map<String, Integer> slips = new TreeMap<>();
    for (Map<String, String> slip : read(year().resolve("mistyped.csv"))) {
      slips.merge(slip.get("slip"), 1, Integer::sum);
      if (slip.get("expected").equals("reported")) {
        expected.add(slip.get("file") + ":" + slip.get("line"));
      }
    }
    assertThat(reported).isEqualTo(expected);
    assertThat(slips).hasSizeGreaterThanOrEqualTo(15);
  }

  /** The rows that are to be read rightly are typed as they should be, and the district is screened again. */
  @Test
  void mistypedRowsThatAreReadChangeNoOutcome() throws IOException {
    Path corrected = folder.resolve("district/corrected");
    Files.createDirectories(corrected.resolve("answers"));
    Map<String, Map<Integer, String>> slips = new HashMap<>();
    for (Map<String, String> slip : read(year().resolve("mistyped.csv"))) {
      if (slip.get("expected").equals("read")) {
        slips
            .computeIfAbsent(slip.get("file"), file -> new HashMap<>())
            .put(Integer.parseInt(slip.get("line")), slip.get("slip"));
      }
    }
    int changed = 0;
    try (Stream<Path> files = Files.walk(year())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = year().relativize(file).toString().replace('\\', '/');
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        for (Map.Entry<Integer, String> slip :
            slips.getOrDefault(name, Map.of()).entrySet()) {
          String line = lines.get(slip.getKey() - 1);
          lines.set(slip.getKey() - 1, corrected(line));
          changed += line.equals(corrected(line)) ? 0 : 1;
        }
        Files.write(corrected.resolve(name), lines);
      }
    }
    TypedCommand command = TypedCommand.wide(100);
    Path again = folder.resolve("again");
    assertThat(command.run(
            "screen", corrected.resolve("campaign.yaml").toString(), "--out", again.toString()))
        .isZero();
    assertThat(again.resolve("outcomes.csv"))
        .hasSameBinaryContentAs(folder.resolve("results/outcomes.csv"));
    assertThat(changed).isGreaterThan(10);
  }

  private static String corrected(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split(",", -1)) {
      String text = cell.strip();
      if (text.matches("[０-９]")) {
        text = Integer.toString(digit(text));
      } else if (text.matches("\\d{4}年\\d+月\\d+日|\\d{4}/\\d+/\\d+")) {
        String[] parts = text.split("[年月日/]");
        text = parts[0] + "-" + ("0" + parts[1]).replaceAll("0(..)", "$1") + "-"
            + ("0" + parts[2]).replaceAll("0(..)", "$1");
      } else if (text.matches("20\\d{6}")) {
        text = text.replaceAll("(....)(..)(..)", "$1-$2-$3");
      } else if (!grade(text).isEmpty() && !text.matches("\\d+")) {
        text = grade(text);
      }
      cells.add(text);
    }
    return String.join(",", cells);
  }

  /** Of two rows of the roster with one id the first counts; a row without id or readable grade is left out. */
  @Test
  void everyUsableRowOfTheRosterHasOneOutcomeInItsOrder() {
    Map<String, String> expected = new LinkedHashMap<>();
    for (Map<String, String> row : roster) {
      String id = row.get("student").strip();
      String grade = grade(row.get("grade"));
      if (!id.isEmpty() && !grade.isEmpty()) {
        expected.putIfAbsent(id, row.get("school") + "/" + grade + "/" + row.get("class"));
      }
    }
    Map<String, String> found = new LinkedHashMap<>();
    for (Map<String, String> row : outcomes.subList(0, expected.size())) {
      found.put(
          row.get("student"), row.get("school") + "/" + row.get("grade") + "/" + row.get("class"));
    }
    assertThat(List.copyOf(found.entrySet()))
        .containsExactlyElementsOf(List.copyOf(expected.entrySet()));
    assertThat(outcomes.subList(expected.size(), outcomes.size())).isNotEmpty().allSatisfy(row -> {
      assertThat(row.get("school")).isEmpty();
      assertThat(expected).doesNotContainKey(row.get("student"));
    });
    assertThat(run().get("students").asInt()).isEqualTo(outcomes.size());
  }

  private static String grade(String cell) {
    Map<String, String> words = Map.of(
        "四年级", "4", "五年级", "5", "六年级", "6", "七年级", "7", "初二", "8", "九年级", "9", "高一", "10", "十一年级",
        "11", "高三", "12");
    String word = words.getOrDefault(cell, cell);
    if (word.length() == 1 && 0 <= digit(word)) {
      return Integer.toString(digit(word));
    }
    return word.matches("1[0-2]") ? word : "";
  }

  @Test
  void nobodyWithoutACompletePrimaryScaleHasTierOne() {
    assertThat(outcomes)
        .filteredOn(row -> row.get("tier").equals("T1"))
        .allSatisfy(row -> assertThat(isComplete(row)).isTrue());
  }

  private static boolean isComplete(Map<String, String> row) {
    String grade = row.get("grade");
    String primary = List.of("4", "5", "6").contains(grade)
        ? row.get("mht.total")
        : grade.equals("0")
            ? row.get("mht.total") + row.get("phq-9.total")
            : row.get("phq-9.total");
    return !primary.isEmpty();
  }

  private static JsonNode run() {
    try {
      return new ObjectMapper()
          .readTree(Files.readString(folder.resolve("results/run.json"), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
