package org.xinheng.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.Worksheet;
import org.xinheng.instrument.Text;
import org.xinheng.scoring.Numbers;

/** A sheet of a workbook that is being written: notes, topics, headings, then rows. */
final class WorkbookSheet {

  private static final int ROWS_IN_MEMORY = 256;
  private static final int NO_RUN = -1;
  private static final String CUT = "…";
  /** More of them would leave no room for the rows. */
  private static final int MOST_NOTES_IN_SIGHT = 4;

  private static final double LINE_POINTS = 15;

  /** So many digits of the usual font, scaled down to about 6 points, are as wide as a page. */
  private static final double DIGITS_A_PAGE = 240;

  /**
   * Rows whose height is stated, as some programs need it to show all lines. Each height is kept in memory to the end;
   * Excel finds those of further rows itself.
   */
  private static final int MOST_STATED_HEIGHTS = 50_000;

  /** Excel takes 1900 for a leap year, so that days before March 1900 come out wrong. */
  private static final LocalDate FIRST_DATE = LocalDate.of(1900, 3, 1);

  /** Excel keeps 15 digits of a number. */
  private static final long LARGEST_WHOLE = 999_999_999_999_999L;

  private final SheetShape shape;
  private final Worksheet sheet;
  private final WorkbookStyle style;
  private final int headingRow;
  private int next;
  private int cutCells;
  private String firstCut = "";

  /** For each column the first row of those that wait for their style. */
  private final int[] runs;

  private final Set<SheetColumn.Kind> styled = EnumSet.noneOf(SheetColumn.Kind.class);

  WorkbookSheet(Worksheet sheet, SheetShape shape) {
    this.shape = shape;
    this.sheet = sheet;
    this.runs = new int[shape.columns().size()];
    Arrays.fill(runs, NO_RUN);
    this.style = new WorkbookStyle(shape.rowsToFill() > 0);
    for (String note : shape.notes()) {
      put(0, SheetCell.text(note));
      next++;
    }
    line(SheetColumn::topic);
    headingRow = next;
    line(column -> Optional.of(column.heading()));
    columns();
    sheet.freezePane(shape.columnsInSight(), shape.notes().size() > MOST_NOTES_IN_SIGHT ? 0 : next);
    short pagesAcross = pagesAcross();
    sheet.fitToWidth(pagesAcross);
    sheet.fitToHeight((short) 0);
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.repeatRows(headingRow);
    if (pagesAcross > 1 && shape.columnsInSight() > 0) {
      sheet.repeatCols(0, shape.columnsInSight() - 1);
    }
  }

  /** A table that would be too small to read on one page goes over several, each with the columns that stay in sight. */
  private short pagesAcross() {
    double width = 0;
    double repeated = 0;
    for (int column = 0; column < shape.columns().size(); column++) {
      double of = shape.columns().get(column).width();
      width += of;
      repeated += column < shape.columnsInSight() ? of : 0;
    }
    double further = Math.max(DIGITS_A_PAGE - repeated, DIGITS_A_PAGE / 2);
    return (short) Math.max(1, Math.ceil((width - repeated) / further));
  }

  SheetShape shape() {
    return shape;
  }

  String name() {
    return sheet.getName();
  }

  /** How many rows are written, notes and headings among them. */
  int rows() {
    return next;
  }

  /** How many texts did not fit. */
  int cutCells() {
    return cutCells;
  }

  /** Where the first of them stands, such as {@code B7}. */
  String firstCut() {
    return firstCut;
  }

  /** A line above the rows; none if it would be empty. */
  private void line(Function<SheetColumn, Optional<String>> texts) {
    int lines = 0;
    for (int column = 0; column < shape.columns().size(); column++) {
      SheetColumn of = shape.columns().get(column);
      Optional<String> text = texts.apply(of);
      if (text.isPresent()) {
        put(column, SheetCell.text(text.get()));
        lines = Math.max(lines, SheetText.lines(text.get(), of.width()));
      }
    }
    if (lines > 0) {
      for (int column = 0; column < shape.columns().size(); column++) {
        style.heading(sheet.style(next, column), shape.columns().get(column).kind());
      }
      stateHeight(lines);
      next++;
    }
  }

  private void columns() {
    for (int column = 0; column < shape.columns().size(); column++) {
      SheetColumn of = shape.columns().get(column);
      sheet.width(column, of.width());
      if (of.remark().isPresent()) {
        sheet.comment(headingRow, column, SheetText.visible(of.remark().get()));
      }
      style.emptyCells(sheet.style(column), of.kind());
    }
  }

  void row(List<SheetCell> cells) throws IOException {
    int lines = 1;
    for (int column = 0; column < cells.size(); column++) {
      SheetCell cell = cells.get(column);
      if (cell instanceof SheetCell.Empty) {
        styleRun(column);
      } else {
        SheetColumn of = shape.columns().get(column);
        put(column, cell);
        lines = Math.max(lines, lines(of, cell));
        beginRun(column, of.kind());
      }
    }
    if (next < MOST_STATED_HEIGHTS) {
      stateHeight(lines);
    }
    next++;
    if (next % ROWS_IN_MEMORY == 0) {
      styleRuns();
      sheet.flush();
    }
  }

  /** Styles are numbered as they come: the first cell of a kind has its own at once, further ones together. */
  private void beginRun(int column, SheetColumn.Kind kind) {
    if (styled.add(kind)) {
      style.cell(sheet.style(next, column), kind);
    } else if (runs[column] == NO_RUN) {
      runs[column] = next;
    }
  }

  private void styleRuns() {
    for (int column = 0; column < runs.length; column++) {
      styleRun(column);
    }
  }

  /** Cells that hold something, one below the other, get their style together: for each by itself it takes longer than the cell. */
  private void styleRun(int column) {
    if (runs[column] != NO_RUN) {
      style.cell(
          sheet.range(runs[column], column, next - 1, column).style(),
          shape.columns().get(column).kind());
      runs[column] = NO_RUN;
    }
  }

  private static int lines(SheetColumn column, SheetCell cell) {
    if (column.kind() != SheetColumn.Kind.LONG_TEXT) {
      return 1;
    }
    String text = cell instanceof SheetCell.Words words
        ? words.text()
        : cell instanceof SheetCell.Named named ? named.both() : "";
    return Math.max(1, SheetText.lines(text, column.width()));
  }

  private void stateHeight(int lines) {
    if (lines > 1) {
      sheet.rowHeight(next, Math.min(lines * LINE_POINTS, Worksheet.MAX_ROW_HEIGHT));
    }
  }

  void finish() throws IOException {
    styleRuns();
    int lastColumn = shape.columns().size() - 1;
    sheet.setAutoFilter(headingRow, 0, Math.max(next - 1, headingRow), lastColumn);
    if (shape.rowsToFill() > 0) {
      for (int column = 0; column <= lastColumn; column++) {
        validate(column);
      }
      sheet.protect(
          SheetShape.PASSWORD,
          SheetProtectionOption.SHEET,
          SheetProtectionOption.OBJECTS,
          SheetProtectionOption.INSERT_COLUMNS,
          SheetProtectionOption.DELETE_COLUMNS);
    }
    sheet.finish();
  }

  private void validate(int column) {
    shape
        .columns()
        .get(column)
        .allowed()
        .ifPresent(allowed -> allowed.validate(
            sheet.range(headingRow + 1, column, headingRow + shape.rowsToFill(), column)));
  }

  private void put(int column, SheetCell cell) {
    cell.accept(new Put(column));
  }

  private String fitting(int column, String text) {
    String written = SheetText.written(text);
    if (written.length() <= SheetText.LONGEST) {
      return written;
    }
    if (cutCells == 0) {
      firstCut = sheet.range(next, column, next, column).toString().split(":", 2)[0];
    }
    cutCells++;
    int end = SheetText.LONGEST - CUT.length();
    boolean splits = Character.isHighSurrogate(written.charAt(end - 1));
    return written.substring(0, splits ? end - 1 : end) + CUT;
  }

  /** Puts a value into the next row. */
  private final class Put implements SheetCell.Visitor<Boolean> {

    private final int column;

    Put(int column) {
      this.column = column;
    }

    @Override
    public Boolean empty() {
      return false;
    }

    @Override
    public Boolean text(String text) {
      // Shared strings, the other way of writing text, are all kept in memory.
      sheet.inlineString(next, column, fitting(column, text));
      return true;
    }

    @Override
    public Boolean whole(long value) {
      if (Math.abs(value) > LARGEST_WHOLE) {
        return text(Long.toString(value));
      }
      sheet.value(next, column, value);
      return true;
    }

    @Override
    public Boolean decimal(double value) {
      sheet.value(next, column, new BigDecimal(Numbers.plain(value)));
      return true;
    }

    @Override
    public Boolean date(LocalDate date) {
      if (date.isBefore(FIRST_DATE)) {
        return text(date.toString());
      }
      sheet.value(next, column, date);
      return true;
    }

    @Override
    public Boolean time(LocalDateTime time) {
      sheet.value(next, column, time);
      return true;
    }

    @Override
    public Boolean named(String word, Text name) {
      return text(new SheetCell.Named(word, name).both());
    }
  }
}
