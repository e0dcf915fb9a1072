package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes small tables of texts as CSV, for programs. */
public final class TableWriter {

  private TableWriter() {}

  /** Writes a whole table, or leaves what was there. */
  public static void write(Path file, List<String> headings, List<List<String>> rows)
      throws IOException {
    try (SheetWriter csv = CsvSheetWriter.begin(file, TextEncoding.UTF_8)) {
      csv.sheet(SheetShape.of("table", headings.stream().map(SheetColumn::text).toList()));
      for (List<String> row : rows) {
        csv.row(row.stream().map(SheetCell::text).toList());
      }
      csv.commit();
    }
  }
}
