package org.xinheng.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.xinheng.diagnostic.Diagnostic;

/**
 * Writes tables for people, row by row, in memory that does not grow with them. The file is there after {@link #commit},
 * whole; closed without it, it leaves nothing.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe before it, in a CSV and in a workbook alike. A
 * workbook would not need it for itself, since its cell is marked as text; but it is often saved as CSV and sent on,
 * and the mark is lost there.
 */
public interface SheetWriter extends Closeable {

  /** The ending of a workbook's name. */
  String WORKBOOK_ENDING = ".xlsx";

  /**
   * Begins a file: a workbook if its name ends in {@value #WORKBOOK_ENDING}, else a CSV in UTF-8 with a byte-order
   * mark, as Excel needs it to show Chinese.
   *
   * @throws IOException if it cannot be written
   */
  static SheetWriter begin(Path file) throws IOException {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(WORKBOOK_ENDING)
        ? WorkbookWriter.begin(file)
        : CsvSheetWriter.begin(file, TextEncoding.UTF_8_WITH_MARK);
  }

  /**
   * Begins a table; the one before is complete.
   *
   * @throws IllegalStateException if it is the second of a CSV, which holds one
   */
  void sheet(SheetShape shape) throws IOException;

  /**
   * Adds a row to the table.
   *
   * @param cells one for each column
   * @throws IllegalArgumentException if there are more or fewer
   * @throws IllegalStateException if no table is begun
   */
  void row(List<SheetCell> cells) throws IOException;

  /** What could not be written as it was, each with its sheet; known in full after {@link #commit}. */
  List<Diagnostic> diagnostics();

  /** Puts the file into its place, over one that is there. */
  void commit() throws IOException;
}
