package org.xinheng.app.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table as CSV that is filled row by row. */
final class PlainTable {

  private final String headings;
  private final List<List<String>> rows = new ArrayList<>();

  PlainTable(String... headings) {
    this.headings = String.join(",", headings);
  }

  void row(Object... values) {
    rows.add(CsvTable.row(values));
  }

  void write(Path file) throws IOException {
    CsvTable.write(file, headings, rows);
  }
}
