package org.xinheng.app.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinheng.exchange.TableWriter;
import org.xinheng.validation.study.Figure;

/** Tables as CSV, all digits. An empty cell is not defined or hidden. */
final class CsvTable {

  private CsvTable() {}

  /** Writes a table. Headings in capitals stand for a figure and its two limits. */
  static void write(Path file, String headings, List<List<String>> rows) throws IOException {
    List<String> all = new ArrayList<>();
    for (String heading : headings.split(",", -1)) {
      String plain = heading.toLowerCase(Locale.ROOT);
      all.add(plain);
      if (!plain.equals(heading)) {
        all.add(plain + "-lower");
        all.add(plain + "-upper");
      }
    }
    TableWriter.write(file, all, rows);
  }

  static void figures(List<String> cells, Figure... figures) {
    for (Figure figure : figures) {
      cells.addAll(
          row(figure.value(), figure.interval().lower(), figure.interval().upper()));
    }
  }

  /** Values as cells; a figure takes three. */
  static List<String> row(Object... values) {
    List<String> cells = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof Figure figure) {
        figures(cells, figure);
      } else {
        cells.add(value instanceof Double number ? cell(number) : String.valueOf(value));
      }
    }
    return cells;
  }

  static String cell(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return isWhole ? Long.toString((long) value) : Double.toString(value);
  }
}
