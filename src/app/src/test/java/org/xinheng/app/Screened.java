package org.xinheng.app;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An invented school or district as files, and the tables that {@code screen} made of it, read as plainly as they are written. What is
 * counted in them is counted by loops over these rows.
 *
 * @param school the folder of the campaign
 * @param results the folder of the tables
 * @param roster usable rows of the roster by id, the first of an id
 * @param outcomes rows of {@code outcomes.csv}
 * @param responded who gave at least one answer that can be read
 */
record Screened(
    Path school,
    Path results,
    Map<String, Map<String, String>> roster,
    List<Map<String, String>> outcomes,
    Set<String> responded) {

  private static final Map<String, String> GRADES = Map.of(
      "四年级", "4", "五年级", "5", "六年级", "6", "七年级", "7", "初二", "8", "九年级", "9", "高一", "10", "十一年级",
      "11", "高三", "12");

  static Screened read(Path school, Path results) throws IOException {
    Map<String, Map<String, String>> roster = new LinkedHashMap<>();
    for (Map<String, String> row : table(school.resolve("roster.csv"))) {
      String id = cell(row, "student").strip();
      if (!id.isEmpty() && !grade(cell(row, "grade")).isEmpty()) {
        roster.putIfAbsent(id, row);
      }
    }
    Set<String> responded = new HashSet<>();
    try (Stream<Path> files = Files.walk(school)) {
      for (Path file : files
          .filter(path -> path.getFileName().toString().contains("answers")
              || path.getParent().endsWith("answers"))
          .filter(Files::isRegularFile)
          .toList()) {
        for (Map<String, String> row : table(file)) {
          if (row.entrySet().stream()
              .anyMatch(answer -> isAnswer(answer.getKey(), answer.getValue()))) {
            responded.add(cell(row, "student").strip());
          }
        }
      }
    }
    return new Screened(school, results, roster, table(results.resolve("outcomes.csv")), responded);
  }

  /** The rows of a CSV; a row that is cut short has no cells. */
  static List<Map<String, String>> table(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder()
        .detectBomHeader(true)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(file, StandardCharsets.UTF_8)) {
      List<String> header = List.of();
      for (CsvRecord record : csv) {
        if (header.isEmpty()) {
          header = record.getFields();
        } else {
          Map<String, String> row = new HashMap<>();
          for (int field = 0; field < header.size(); field++) {
            boolean isWhole = record.getFieldCount() == header.size();
            row.put(header.get(field), isWhole ? record.getField(field) : "");
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  List<Map<String, String>> result(String name) throws IOException {
    return table(results.resolve(name));
  }

  static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  /** The rows of the outcomes that are of the roster. */
  List<Map<String, String>> ofRoster() {
    return outcomes.subList(0, roster.size());
  }

  boolean hasResponded(Map<String, String> outcome) {
    return responded.contains(cell(outcome, "student"));
  }

  /** One of refused, not-consented, absent, started, invalid, complete. */
  String participation(Map<String, String> outcome) {
    if (cell(outcome, "status").equals("invalid")) {
      return "invalid";
    }
    if (hasResponded(outcome)) {
      String primary = Integer.parseInt(cell(outcome, "grade")) <= 6 ? "mht.total" : "phq-9.total";
      return cell(outcome, primary).isEmpty() ? "started" : "complete";
    }
    return switch (consent(outcome)) {
      case "refused" -> "refused";
      case "none" -> "not-consented";
      default -> "absent";
    };
  }

  String consent(Map<String, String> outcome) {
    return ofRoster(outcome).getOrDefault("consent", "");
  }

  /** The row of the roster. */
  Map<String, String> ofRoster(Map<String, String> outcome) {
    return Objects.requireNonNull(roster.get(cell(outcome, "student")));
  }

  static boolean needsSupport(Map<String, String> outcome) {
    return isRaised(outcome) || Set.of("T2", "T3").contains(cell(outcome, "at-least"));
  }

  static boolean isRaised(Map<String, String> outcome) {
    return Set.of("same-day", "immediate").contains(cell(outcome, "alert"));
  }

  /** The registered students. */
  Set<String> registered() throws IOException {
    Set<String> registered = new LinkedHashSet<>();
    if (Files.exists(school.resolve("registry.csv"))) {
      for (Map<String, String> row : table(school.resolve("registry.csv"))) {
        boolean isKind = Set.of("family", "health", "mind").contains(cell(row, "kind"));
        if (isKind && !cell(row, "group").isEmpty() && isDate(cell(row, "since"))) {
          registered.add(cell(row, "student").strip());
        }
      }
    }
    return registered;
  }

  private static boolean isDate(String cell) {
    return cell.strip().matches("\\d{4}[-/年]\\d{1,2}[-/月]\\d{1,2}日?|\\d{8}");
  }

  /** The grade as a number; empty if it is none. */
  static String grade(String cell) {
    String word = GRADES.getOrDefault(cell.strip(), cell.strip());
    if (word.length() == 1 && Character.digit(word.charAt(0), 10) >= 0) {
      return Integer.toString(Character.digit(word.charAt(0), 10));
    }
    return word.matches("1[0-2]") ? word : "";
  }

  private static boolean isAnswer(String column, String cell) {
    int highest = column.startsWith("mht.")
        ? 1
        : column.startsWith("psc-17.")
            ? 2
            : column.startsWith("phq-9.")
                    || column.startsWith("gad-7.")
                    || column.startsWith("ces-d.")
                ? 3
                : -1;
    int digit = cell.length() == 1 ? Character.digit(cell.charAt(0), 10) : -1;
    return 0 <= digit && digit <= highest;
  }
}
