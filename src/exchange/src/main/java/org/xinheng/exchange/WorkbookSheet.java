package org.xinheng.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.Worksheet;
import org.xinheng.scoring.Numbers;

/** A sheet of a workbook that is being written: notes, topics, headings, then rows. */
final class WorkbookSheet {

  private static final int ROWS_IN_MEMORY = 256;
  private static final String CUT = "…";
  /** More of them would leave no room for the rows. */
  private static final int MOST_NOTES_IN_SIGHT = 4;

  private static final double LINE_POINTS = 15;

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

  WorkbookSheet(Worksheet sheet, SheetShape shape) {
    this.shape = shape;
    this.sheet = sheet;
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
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.repeatRows(headingRow);
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
      SheetColumn of = shape.columns().get(column);
      put(column, cell);
      if (!cell.equals(SheetCell.EMPTY)) {
        style.cell(sheet.style(next, column), of.kind());
      }
      lines = Math.max(lines, lines(of, cell));
    }
    if (next < MOST_STATED_HEIGHTS) {
      stateHeight(lines);
    }
    next++;
    if (next % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  private static int lines(SheetColumn column, SheetCell cell) {
    return column.kind() == SheetColumn.Kind.LONG_TEXT && cell instanceof SheetCell.Words words
        ? SheetText.lines(words.text(), column.width())
        : 1;
  }

  private void stateHeight(int lines) {
    if (lines > 1) {
      sheet.rowHeight(next, Math.min(lines * LINE_POINTS, Worksheet.MAX_ROW_HEIGHT));
    }
  }

  void finish() throws IOException {
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
  }
}
