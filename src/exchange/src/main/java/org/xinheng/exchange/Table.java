package org.xinheng.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.exchange.workbook.DateSystem;

/**
 * A table that somebody has: headings, then rows in file order, in constant memory. What kind of file it is in, its content
 * says and not its name.
 *
 * <p>Rows without any text are left out and counted. A row may have more or fewer fields than there are headings: what that means
 * is for the reader to say.
 */
public sealed interface Table extends Closeable permits TextTable, SheetTable {

  /**
   * Opens a file and reads its headings. {@code answers.xlsx#Sheet2} is a sheet of a workbook; without it, the one sheet that
   * has headings.
   *
   * @throws TableException if it is no table, with the way out; faults of single headings are {@link #diagnostics()}
   * @throws IOException with the file, if it cannot be read
   */
  static Table open(Path file) throws IOException {
    TableFile at = TableFile.of(file);
    return at.isWorkbook() ? SheetTable.open(at) : TextTable.open(at.requireNoSheet());
  }

  Path file();

  /** How the table is stored, as it was found out. */
  TableForm form();

  List<Heading> headings();

  /** Where the headings begin, for faults of the header as a whole. */
  Place headerPlace();

  /** What is wrong with headings, and in workbooks with cells outside of all columns that were met so far. */
  List<Diagnostic> diagnostics();

  /** How many rows without any text were left out so far. */
  long blankRows();

  /**
   * The next rows, as many or fewer; none at the end of the file.
   *
   * @throws TableException if nobody can say how the file goes on
   */
  List<TableRow> read(int mostRows) throws IOException;

  /** Where a row begins. */
  Place place(long line);

  /**
   * Where a cell stands: in text the line and the character with which its field begins.
   *
   * @param field from 0
   */
  Place place(long line, int field);

  /** What numbers in columns of dates count; empty in text, where nobody can say. */
  Optional<DateSystem> dateSystem();
}
