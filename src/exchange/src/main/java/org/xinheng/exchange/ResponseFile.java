package org.xinheng.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.definition.ColumnMap;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;

/**
 * A file of answers to one or several questionnaires, one row a student, read in batches.
 *
 * <p>A column is an item ({@code phq-9.1}, {@code phq-9_1}), the time a form took ({@code phq-9.seconds}), a {@link
 * KnownColumn}, or passes through; a {@link ColumnMap} says so for columns with other headings. The columns of items of
 * free text are passed over: what students wrote there is neither kept nor written out. A cell that cannot be read
 * makes its answer {@link Missing#UNDECLARED} and marks the row. A row with fields missing or too many has no answers at
 * all, because nobody can say which field is which. No row is ever left out.
 *
 * <p>Memory does not grow with the file, save for 32 to 64 bytes a student by which a second row of the same student
 * is known.
 */
public final class ResponseFile implements Closeable {

  private final Table table;
  private final ResponseRows rows;
  private final WrittenIds ids;
  private final StudentKeys students = new StudentKeys();

  private ResponseFile(Table table, ResponseRows rows, WrittenIds ids) {
    this.table = table;
    this.rows = rows;
    this.ids = ids;
  }

  /**
   * Opens a file and finds out what its columns mean.
   *
   * @param instruments at least one, each once
   * @throws TableException if the file is no table of answers to these questionnaires, with everything that is wrong
   * @throws IOException with the file, if it cannot be read
   */
  public static ResponseFile open(Path file, List<Instrument> instruments, ColumnMap map)
      throws IOException {
    return open(file, instruments, map, StudentIds.AS_WRITTEN);
  }

  /**
   * The same with other ids of students. With pseudonyms only those columns pass through that say nothing of who a student
   * is.
   *
   * @throws TableException also if there are to be pseudonyms and no column holds the students
   */
  static ResponseFile open(Path file, List<Instrument> instruments, ColumnMap map, StudentIds ids)
      throws IOException {
    requireDistinct(instruments);
    return open(Table.open(file), instruments, map, ids);
  }

  static ResponseFile open(TextFile file, List<Instrument> instruments, ColumnMap map)
      throws IOException {
    requireDistinct(instruments);
    return open(TextTable.open(file), instruments, map, StudentIds.AS_WRITTEN);
  }

  private static ResponseFile open(
      Table table, List<Instrument> instruments, ColumnMap map, StudentIds ids) throws IOException {
    WrittenIds written = new WrittenIds(ids, table);
    Columns columns = written.columns(Columns.find(table, instruments, map));
    List<Diagnostic> found = new ArrayList<>(table.diagnostics());
    found.addAll(columns.diagnostics());
    if (found.stream().anyMatch(Diagnostic::isError)) {
      table.close();
      throw new TableException(found);
    }
    return new ResponseFile(
        table, new ResponseRows(instruments, columns, table.headings().size()), written);
  }

  private static void requireDistinct(List<Instrument> instruments) {
    Set<String> known = new HashSet<>();
    for (Instrument instrument : instruments) {
      if (!known.add(instrument.id())) {
        throw new IllegalArgumentException("'" + instrument.id() + "' is given twice");
      }
    }
    if (known.isEmpty()) {
      throw new IllegalArgumentException("at least one questionnaire must be given");
    }
  }

  /** Warnings, in file order: nothing that keeps the file from being read. More may come as it is read. */
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> found = new ArrayList<>(table.diagnostics());
    found.addAll(rows.columns().diagnostics());
    return TableException.inFileOrder(found);
  }

  /** The file itself: its form and blank rows. */
  public Table table() {
    return table;
  }

  /** How its rows are read. */
  ResponseRows rows() {
    return rows;
  }

  /** The columns that are no items, in file order. */
  public List<Heading> ownColumns() {
    return rows.columns().own().stream().map(table.headings()::get).toList();
  }

  /**
   * The next rows; empty at the end of the file.
   *
   * @throws TableException if a quote is not closed
   */
  public Optional<ResponseBatch> next(int mostRows) throws IOException {
    if (!(mostRows >= 1)) {
      throw new IllegalArgumentException("mostRows must be at least 1: " + mostRows);
    }
    List<TableRow> next = table.read(mostRows);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    ResponseBatch batch = rows.batch(ids.rows(next), students::firstLine);
    ids.addFaults(next, batch);
    return Optional.of(batch);
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
