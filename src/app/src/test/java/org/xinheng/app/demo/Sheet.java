package org.xinheng.app.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** One of the school's CSV files, read back: column to cell, a row at a time. */
record Sheet(List<Map<String, String>> rows) {

  static Sheet of(String csv) {
    List<String[]> lines = csv.lines().map(line -> line.split(",", -1)).toList();
    String[] header = lines.get(0);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String[] line : lines.subList(1, lines.size())) {
      if (line.length != header.length) {
        throw new IllegalArgumentException("row " + rows.size() + " has " + line.length + " cells");
      }
      Map<String, String> row = new HashMap<>();
      IntStream.range(0, header.length).forEach(column -> row.put(header[column], line[column]));
      rows.add(row);
    }
    return new Sheet(rows);
  }

  List<String> column(String name) {
    return rows.stream().map(row -> row.get(name)).toList();
  }

  double share(String column, String value) {
    return rows.stream().filter(row -> row.get(column).equals(value)).count()
        / (double) rows.size();
  }

  /**
   * The answers to these items of one questionnaire, of the students who gave all of them as whole
   * codes.
   */
  List<int[]> complete(String questionnaire, int highest, int... items) {
    List<int[]> complete = new ArrayList<>();
    for (Map<String, String> row : rows) {
      int[] answers = IntStream.of(items)
          .mapToObj(item -> code(row.get(questionnaire + "." + item), highest))
          .filter(OptionalInt::isPresent)
          .mapToInt(OptionalInt::getAsInt)
          .toArray();
      if (answers.length == items.length) {
        complete.add(answers);
      }
    }
    return complete;
  }

  private static OptionalInt code(String cell, int highest) {
    return IntStream.rangeClosed(0, highest)
        .filter(code -> Integer.toString(code).equals(cell))
        .findAny();
  }

  Set<String> students() {
    return Set.copyOf(column("student"));
  }
}
