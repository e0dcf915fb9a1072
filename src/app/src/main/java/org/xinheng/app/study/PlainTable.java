package org.xinheng.app.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.exchange.TableWriter;

/** A CSV table with all digits. An empty cell is not defined. */
final class PlainTable {

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  PlainTable(String... headings) {
    this.headings = List.of(headings);
  }

  void row(Object... values) {
    List<String> cells = new ArrayList<>();
    for (Object value : values) {
      cells.add(value instanceof Double number ? cell(number) : String.valueOf(value));
    }
    rows.add(cells);
  }

  void write(Path file) throws IOException {
    TableWriter.write(file, headings, rows);
  }

  private static String cell(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "infinite" : "-infinite";
    }
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return isWhole ? Long.toString((long) value) : Double.toString(value);
  }
}
