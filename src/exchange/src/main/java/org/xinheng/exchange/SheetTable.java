package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.exchange.workbook.DateSystem;
import org.xinheng.exchange.workbook.FilledRow;
import org.xinheng.exchange.workbook.MergedCells;
import org.xinheng.exchange.workbook.SheetRows;
import org.xinheng.exchange.workbook.Workbook;
import org.xinheng.exchange.workbook.WorkbookException;

/**
 * A sheet of a workbook as a table. Columns without a heading are no part of it; where something stands in one, that is said.
 *
 * <p>A cell that is merged downwards counts for all its rows in columns that say the same of several students, such as school, grade and
 * class. In all others, and across columns, nobody can say whose value it is: the cell holds {@link #MERGED} instead.
 */
final class SheetTable implements Table {

  /** What stands for a cell that is merged with others. */
  static final String MERGED = "#MERGED!";

  /** All columns of a sheet. */
  private static final int WHOLE_WIDTH = 1 << 14;

  /** Wide tables are read a few rows at a time. */
  private static final int MOST_CELLS_AT_ONCE = 1 << 20;

  private static final int MOST_WARNINGS = 10;

  private static final Set<KnownColumn> SAME_FOR_SEVERAL = EnumSet.of(
      KnownColumn.SCHOOL,
      KnownColumn.GRADE,
      KnownColumn.CLASS,
      KnownColumn.REGION,
      KnownColumn.DATE,
      KnownColumn.INFORMANT,
      KnownColumn.LANGUAGE);

  private final Workbook workbook;
  private final Workbook.Sheet sheet;
  private final SheetHeadings header;
  private final List<Heading> headings;
  private final boolean[] isSameForSeveral;
  private final List<Diagnostic> diagnostics;
  private final SheetRows rows;
  private final Deque<MergedCells.Block> merged;
  private final List<Filled> filled = new ArrayList<>();
  private long blankRows;
  private int straysWarned;

  /** A block of merged cells that rows still to come lie in, with the text of its first cell. */
  private record Filled(MergedCells.Block block, String text) {}

  private SheetTable(
      Workbook workbook,
      Workbook.Sheet sheet,
      SheetHeadings header,
      List<MergedCells.Block> merged,
      SheetRows rows) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.header = header;
    this.rows = rows;
    this.merged = new ArrayDeque<>(merged);
    this.headings = IntStream.range(0, header.columns().size())
        .mapToObj(i -> new Heading(
            header.texts().get(i), place(header.firstRow(), header.columns().get(i) + 1)))
        .toList();
    this.isSameForSeveral = new boolean[headings.size()];
    for (int i = 0; i < isSameForSeveral.length; i++) {
      isSameForSeveral[i] = KnownColumn.ofHeading(headings.get(i).text())
          .filter(SAME_FOR_SEVERAL::contains)
          .isPresent();
    }
    this.diagnostics = new ArrayList<>(TextTable.faultsOf(headings));
    diagnostics.addAll(header.warnings(row -> place(row, 1)));
  }

  /**
   * Opens the sheet that is named, or the one that has headings.
   *
   * @throws TableException if the workbook cannot be read, or nobody can say which sheet is meant
   */
  static SheetTable open(TableFile file) throws IOException {
    try {
      Workbook workbook = Workbook.open(file.path());
      try {
        SheetChoice choice = SheetChoice.of(workbook, file.sheet());
        List<MergedCells.Block> merged = workbook.mergedCells(choice.sheet());
        SheetHeadings header = SheetHeadings.find(choice.top(), merged)
            .orElseThrow(() -> new TableException(List.of(noHeader(file, choice.sheet()))));
        int width = header.columns().get(header.columns().size() - 1) + 1;
        return new SheetTable(
            workbook, choice.sheet(), header, merged, workbook.rows(choice.sheet(), width));
      } catch (IOException | RuntimeException e) {
        workbook.close();
        throw e;
      }
    } catch (WorkbookException e) {
      throw new TableException(List.of(e.diagnostic()));
    }
  }

  private static Diagnostic noHeader(TableFile file, Workbook.Sheet sheet) {
    return Diagnostic.error(
            "file.empty",
            Place.inSheet(file.path().toString(), sheet.name(), 1, 1),
            "nothing stands in the sheet")
        .hint("the first row names the columns");
  }

  /** The first rows of a sheet in which anything stands. */
  static List<FilledRow> top(Workbook workbook, Workbook.Sheet sheet) throws IOException {
    List<FilledRow> top = new ArrayList<>();
    try (SheetRows rows = workbook.rows(sheet, WHOLE_WIDTH)) {
      Optional<FilledRow> row = rows.next();
      while (row.isPresent() && top.size() < SheetHeadings.MOST_ROWS) {
        top.add(row.get());
        row = rows.next();
      }
    }
    return top;
  }

  @Override
  public Path file() {
    return workbook.file();
  }

  @Override
  public TableForm form() {
    return new TableForm.Sheet(sheet.name());
  }

  @Override
  public List<Heading> headings() {
    return headings;
  }

  @Override
  public Place headerPlace() {
    return place(header.firstRow(), header.columns().get(0) + 1);
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  @Override
  public long blankRows() {
    return blankRows + rows.blankRows();
  }

  @Override
  public Optional<DateSystem> dateSystem() {
    return Optional.of(workbook.dates());
  }

  @Override
  public Place place(long line) {
    return place((int) line, header.columns().get(0) + 1);
  }

  @Override
  public Place place(long line, int field) {
    return place((int) line, header.columns().get(field) + 1);
  }

  private Place place(int row, int column) {
    return Place.inSheet(file().toString(), sheet.name(), row, column);
  }

  @Override
  public List<TableRow> read(int mostRows) throws IOException {
    int most = Math.min(mostRows, Math.max(1, MOST_CELLS_AT_ONCE / headings.size()));
    List<TableRow> read = new ArrayList<>();
    try {
      while (read.size() < most) {
        Optional<FilledRow> row = rows.next();
        if (row.isEmpty()) {
          break;
        }
        if (row.get().number() > header.lastRow()) {
          add(row.get(), read);
        }
      }
    } catch (WorkbookException e) {
      throw new TableException(List.of(e.diagnostic()));
    }
    return read;
  }

  private void add(FilledRow row, List<TableRow> to) {
    String[] cells = new String[headings.size()];
    boolean isBlank = true;
    int next = 0;
    for (int column = 0; column < row.cells().size(); column++) {
      if (next < cells.length && header.columns().get(next) == column) {
        cells[next] = row.cells().get(column);
        isBlank &= cells[next].isEmpty();
        next++;
      } else if (!row.cells().get(column).isEmpty()) {
        warnOfStray(row.number(), column + 1);
      }
    }
    for (; next < cells.length; next++) {
      cells[next] = "";
    }
    if (row.beyond() > 0) {
      warnOfStray(row.number(), row.beyond());
    }
    if (isBlank) {
      blankRows++;
    } else {
      spread(row, cells);
      to.add(new TableRow(row.number(), Collections.unmodifiableList(Arrays.asList(cells))));
    }
  }

  private void warnOfStray(int row, int column) {
    if (straysWarned < MOST_WARNINGS) {
      straysWarned++;
      diagnostics.add(Diagnostic.warning(
              "sheet.no-heading",
              place(row, column),
              "the cell stands in a column without a heading and is left out")
          .hint("write a heading over the column, or delete the cell"));
    }
  }

  /** Gives cells that are merged with others what they say. */
  private void spread(FilledRow row, String[] cells) {
    filled.removeIf(of -> of.block().lastRow() < row.number());
    while (!merged.isEmpty() && merged.peek().firstRow() <= row.number()) {
      MergedCells.Block block = merged.remove();
      // The first row of a block may be blank but for it, and then nothing stands in the block.
      String text = block.firstRow() == row.number() ? row.cell(block.firstColumn()) : "";
      if (!text.isEmpty() && block.lastRow() >= row.number()) {
        filled.add(new Filled(block, text));
      }
    }
    for (Filled of : filled) {
      for (int i = 0; i < cells.length; i++) {
        int column = header.columns().get(i);
        if (of.block().holds(row.number(), column)) {
          cells[i] = isSameForSeveral[i] && isOneColumn(of.block()) ? of.text() : MERGED;
        }
      }
    }
  }

  private static boolean isOneColumn(MergedCells.Block block) {
    return block.firstColumn() == block.lastColumn();
  }

  @Override
  public void close() throws IOException {
    rows.close();
    workbook.close();
  }
}
