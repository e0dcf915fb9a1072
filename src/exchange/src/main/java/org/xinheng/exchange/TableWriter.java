package org.xinheng.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** Writes small tables as CSV: UTF-8, commas, one heading a column, nothing that a spreadsheet takes for a formula. */
public final class TableWriter {

  private TableWriter() {}

  /** Writes a whole table, or leaves what was there. */
  public static void write(Path file, List<String> headings, List<List<String>> rows)
      throws IOException {
    try (AtomicFile target = AtomicFile.begin(file)) {
      Writer writer = TextEncoding.UTF_8.writer(target.stream());
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
      csv.writeRecord(headings.stream().map(OutputText::harmless).toList());
      for (List<String> row : rows) {
        csv.writeRecord(row.stream().map(OutputText::harmless).toList());
      }
      csv.flush();
      target.commit();
    }
  }
}
