package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A district as a user makes and screens it, {@code xinheng demo --district}, and what plain loops over its tables and over {@code
 * outcomes.csv} say of its students. {@code -Dxinheng.schools=40 -Dxinheng.students=60000} asks for a whole county.
 */
final class ScreenedDistrict {

  private static final String SCHOOLS = System.getProperty("xinheng.schools", "6");
  private static final String STUDENTS = System.getProperty("xinheng.students", "3000");

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})[-/年](\\d{1,2})[-/月](\\d{1,2})日?|(\\d{4})(\\d{2})(\\d{2})");

  private static final Map<String, String> GRADES = Map.ofEntries(
      Map.entry("四年级", "4"),
      Map.entry("五年级", "5"),
      Map.entry("六年级", "6"),
      Map.entry("七年级", "7"),
      Map.entry("八年级", "8"),
      Map.entry("初二", "8"),
      Map.entry("九年级", "9"),
      Map.entry("高一", "10"),
      Map.entry("高二", "11"),
      Map.entry("十一年级", "11"),
      Map.entry("高三", "12"));

  private final Path folder;

  /** Rows of the roster that can be used, in its order, by id. */
  private final Map<String, Map<String, String>> roster = new LinkedHashMap<>();

  private final List<Map<String, String>> outcomes;
  private final Set<String> responded = new HashSet<>();
  private final Set<String> rated = new HashSet<>();
  private final Set<String> registered = new HashSet<>();

  private ScreenedDistrict(Path folder) throws IOException {
    this.folder = folder;
    for (Map<String, String> row : read(year().resolve("roster.csv"))) {
      String id = row.get("student").strip();
      if (!id.isEmpty() && !grade(row.get("grade")).isEmpty()) {
        roster.putIfAbsent(id, row);
      }
    }
    outcomes = read(results().resolve("outcomes.csv"));
    for (Path file : answers()) {
      for (Map<String, String> row : read(file)) {
        if (row.entrySet().stream().anyMatch(cell -> isAnswer(cell.getKey(), cell.getValue()))) {
          responded.add(row.get("student").strip());
        }
      }
    }
    for (Map<String, String> row : read(year().resolve("teacher-ratings.csv"))) {
      String rating = row.get("teacher");
      if (rating.equals("cannot judge") || (rating.length() == 1 && isBetween(rating, 3))) {
        rated.add(row.get("student").strip());
      }
    }
    for (Map<String, String> row : read(year().resolve("registry.csv"))) {
      if (isDate(row.get("since"))) {
        registered.add(row.get("student").strip());
      }
    }
    // Rows without an id belong to nobody.
    responded.remove("");
    rated.remove("");
    registered.remove("");
  }

  /** Makes and screens a district in a folder. */
  static ScreenedDistrict in(Path folder) throws IOException {
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
    return new ScreenedDistrict(folder);
  }

  Path year() {
    return folder.resolve("district/2026-2027");
  }

  Path results() {
    return folder.resolve("results");
  }

  private List<Path> answers() throws IOException {
    try (Stream<Path> files = Files.list(year().resolve("answers"))) {
      return files.sorted().toList();
    }
  }

  /** Rows of the roster that can be used, in its order, by id. */
  Map<String, Map<String, String>> roster() {
    return roster;
  }

  List<Map<String, String>> outcomes() {
    return outcomes;
  }

  /** The outcomes of the students of the roster, which stand before the others. */
  List<Map<String, String>> onRoster() {
    return outcomes.subList(0, roster.size());
  }

  /** A table that was written. */
  List<Map<String, String>> result(String file) throws IOException {
    return read(results().resolve(file));
  }

  boolean responded(Map<String, String> student) {
    return responded.contains(student.get("student"));
  }

  boolean isRegistered(Map<String, String> student) {
    return registered.contains(student.get("student"));
  }

  boolean isRated(Map<String, String> student) {
    return rated.contains(student.get("student"));
  }

  /** How far a student of the roster took part. */
  String participation(Map<String, String> student) {
    if (student.get("status").equals("invalid")) {
      return "invalid";
    }
    if (isComplete(student)) {
      return "complete";
    }
    if (responded(student)) {
      return "started";
    }
    Map<String, String> silent =
        Map.of("refused", "refused", "none", "not-consented", "consented", "absent");
    return silent.get(rosterOf(student).get("consent"));
  }

  /** The word of a student's group: by sex, boarding or registry. */
  String group(String level, Map<String, String> student) {
    Map<String, String> row = rosterOf(student);
    return switch (level) {
      case "sex" -> row.get("sex").matches("male|female") ? row.get("sex") : "unknown";
      case "boarding" -> row.get("boarding").equals("yes") ? "boarder" : "day-student";
      case "registry" ->
        registered.contains(student.get("student")) ? "registered" : "not-registered";
      default -> throw new IllegalArgumentException(level);
    };
  }

  private Map<String, String> rosterOf(Map<String, String> student) {
    return roster.get(student.get("student"));
  }

  /** Whether the primary scale has a score. */
  static boolean isComplete(Map<String, String> student) {
    String grade = student.get("grade");
    String primary = List.of("4", "5", "6").contains(grade)
        ? student.get("mht.total")
        : grade.equals("0")
            ? student.get("mht.total") + student.get("phq-9.total")
            : student.get("phq-9.total");
    return !primary.isEmpty();
  }

  /** A code of the item, in digits of either keyboard. */
  private static boolean isAnswer(String column, String cell) {
    int dot = column.indexOf('.');
    Map<String, Integer> highest =
        Map.of("mht", 1, "psc-17", 2, "phq-9", 3, "gad-7", 3, "ces-d", 3);
    return dot > 0
        && cell.length() == 1
        && isBetween(cell, highest.getOrDefault(column.substring(0, dot), -1));
  }

  private static boolean isBetween(String digit, int highest) {
    int value = Character.digit(digit.charAt(0), 10);
    return 0 <= value && value <= highest;
  }

  private static boolean isDate(String text) {
    Matcher found = DATE.matcher(text);
    if (!found.matches()) {
      return false;
    }
    int first = found.group(1) == null ? 4 : 1;
    try {
      LocalDate.of(
          Integer.parseInt(found.group(first)),
          Integer.parseInt(found.group(first + 1)),
          Integer.parseInt(found.group(first + 2)));
      return true;
    } catch (DateTimeException noDay) {
      return false;
    }
  }

  /** The grade that a cell or label names, as a number; empty if none. */
  static String grade(String cell) {
    String word = GRADES.getOrDefault(cell, cell);
    if (word.length() == 1 && isBetween(word, 9)) {
      return Integer.toString(Character.digit(word.charAt(0), 10));
    }
    return word.matches("1[0-2]") ? word : "";
  }

  /** A row that is cut short has no cell for its last columns, and none of its answers counts. */
  static List<Map<String, String>> read(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder()
        .detectBomHeader(true)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
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
}
