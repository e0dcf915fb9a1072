package org.xinheng.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Text;
import org.xinheng.scoring.Numbers;

/** Writes a table for people as CSV: commas, one heading a column, nothing that a spreadsheet takes for a formula. */
public final class CsvSheetWriter implements SheetWriter {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final SheetCell.Visitor<String> SPELLED = new Spelled();

  private final AtomicFile file;
  private final CsvWriter csv;
  private int columns;

  private CsvSheetWriter(AtomicFile file, CsvWriter csv) {
    this.file = file;
    this.csv = csv;
  }

  /**
   * Begins a file that holds one table.
   *
   * @throws IOException if the file cannot be written
   */
  public static CsvSheetWriter begin(Path target, TextEncoding encoding) throws IOException {
    AtomicFile file = AtomicFile.begin(target);
    try {
      return new CsvSheetWriter(
          file,
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.LF)
              .build(encoding.markedWriter(file.stream())));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public void sheet(SheetShape shape) {
    if (columns > 0) {
      throw new IllegalStateException("a CSV holds one table; a workbook holds several");
    }
    columns = shape.columns().size();
    csv.writeRecord(shape.columns().stream()
        .map(column -> OutputText.harmless(column.heading()))
        .toList());
  }

  @Override
  public void row(List<SheetCell> cells) {
    SheetRow.check(cells, columns);
    String[] texts = new String[columns];
    for (int column = 0; column < columns; column++) {
      texts[column] = cells.get(column).accept(SPELLED);
    }
    csv.writeRecord(texts);
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return List.of();
  }

  @Override
  public void commit() throws IOException {
    csv.flush();
    file.commit();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static final class Spelled implements SheetCell.Visitor<String> {

    @Override
    public String empty() {
      return "";
    }

    @Override
    public String text(String text) {
      return OutputText.harmless(text);
    }

    @Override
    public String whole(long value) {
      return Long.toString(value);
    }

    @Override
    public String decimal(double value) {
      return Numbers.plain(value);
    }

    @Override
    public String date(LocalDate date) {
      return date.toString();
    }

    @Override
    public String time(LocalDateTime time) {
      return MINUTE.format(time);
    }

    @Override
    public String named(String word, Text name) {
      return OutputText.harmless(word);
    }
  }
}
