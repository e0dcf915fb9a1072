package org.xinheng.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.scoring.Numbers;

/**
 * Writes tables for people as sheets of a workbook: headings bold, with filters, and always in sight; numbers and dates as such, so that they can be
 * sorted and counted with; sentences broken into lines. The same tables give the same bytes.
 *
 * <p>Rows leave the memory as they come. A table of more rows than a sheet has goes on in a further sheet, under the same
 * headings. A text that is too long for a cell is cut, and a diagnostic says where.
 */
public final class WorkbookWriter implements SheetWriter {

  private static final String PROGRAM = "Xinheng";
  private static final String PROGRAM_VERSION = "1.0";

  /** Little work for the first writing, which is read once and thrown away. */
  private static final int DRAFT_COMPRESSION = 1;

  private static final int ROWS_IN_MEMORY = 256;
  private static final String DATE_FORMAT = "yyyy-mm-dd";

  /** As text, so that an id that is typed in keeps its zeros. */
  private static final String TEXT_FORMAT = "@";

  private static final String HEADING_FILL = "E8EEF4";
  private static final String CUT = "…";
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

  private final Path target;
  private final AtomicFile draft;
  private final Workbook workbook;
  private final int mostRows;
  private final SheetName names = new SheetName();
  private final List<Diagnostic> found = new ArrayList<>();
  private Optional<OpenSheet> open = Optional.empty();

  private WorkbookWriter(Path target, AtomicFile draft, int mostRows) {
    this.target = target;
    this.draft = draft;
    this.mostRows = mostRows;
    this.workbook = new Workbook(draft.stream(), PROGRAM, PROGRAM_VERSION);
    this.workbook.setCompressionLevel(DRAFT_COMPRESSION);
  }

  /** @throws IOException if the file cannot be written */
  public static WorkbookWriter begin(Path file) throws IOException {
    return begin(file, Worksheet.MAX_ROWS);
  }

  /** With fewer rows a sheet than Excel takes. */
  static WorkbookWriter begin(Path file, int mostRows) throws IOException {
    return new WorkbookWriter(file, AtomicFile.begin(file), mostRows);
  }

  @Override
  public void sheet(SheetShape shape) throws IOException {
    if (shape.columns().size() > Worksheet.MAX_COLS) {
      throw new IllegalArgumentException("a sheet has at most " + Worksheet.MAX_COLS
          + " columns, the table has " + shape.columns().size() + "; write it as CSV");
    }
    finishSheet();
    open = Optional.of(new OpenSheet(shape));
  }

  @Override
  public void row(List<SheetCell> cells) throws IOException {
    OpenSheet sheet =
        open.orElseThrow(() -> new IllegalStateException("a row is written before its table"));
    SheetRow.check(cells, sheet.shape.columns().size());
    if (sheet.next == mostRows) {
      sheet(sheet.shape);
      row(cells);
      return;
    }
    sheet.row(cells);
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return List.copyOf(found);
  }

  @Override
  public void commit() throws IOException {
    finishSheet();
    workbook.finish();
    try (AtomicFile file = AtomicFile.begin(target)) {
      StableZip.copy(draft.written(), file.stream());
      file.commit();
    }
  }

  @Override
  public void close() throws IOException {
    draft.close();
  }

  private void finishSheet() throws IOException {
    if (open.isPresent()) {
      open.get().finish();
      open = Optional.empty();
    }
  }

  /** The sheet that is being written. */
  private final class OpenSheet {

    private final SheetShape shape;
    private final Worksheet sheet;
    private final int headingRow;
    private int next;
    private int cutCells;
    private String firstCut = "";

    OpenSheet(SheetShape shape) {
      this.shape = shape;
      this.sheet = workbook.newWorksheet(names.take(shape.name()));
      for (String note : shape.notes()) {
        put(next, 0, SheetCell.text(note));
        next++;
      }
      headingRow = next;
      headings();
      sheet.freezePane(0, next);
      sheet.fitToWidth((short) 1);
      sheet.fitToHeight((short) 0);
      sheet.pageOrientation("landscape");
      sheet.paperSize(PaperSize.A4_PAPER);
      sheet.repeatRows(headingRow);
    }

    private void headings() {
      for (int column = 0; column < shape.columns().size(); column++) {
        SheetColumn of = shape.columns().get(column);
        sheet.width(column, of.width());
        put(next, column, SheetCell.text(of.heading()));
        sheet
            .style(next, column)
            .bold()
            .wrapText(true)
            .verticalAlignment("top")
            .horizontalAlignment(side(of.kind()))
            .indent(indent(of.kind()))
            .fillColor(HEADING_FILL)
            .set();
      }
      stateHeight(shape.columns().stream()
          .mapToInt(column -> SheetText.lines(column.heading(), column.width()))
          .max()
          .orElse(1));
      next++;
    }

    void row(List<SheetCell> cells) throws IOException {
      int lines = 1;
      for (int column = 0; column < cells.size(); column++) {
        put(next, column, cells.get(column));
        style(column, cells.get(column));
        lines = Math.max(lines, lines(shape.columns().get(column), cells.get(column)));
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

    private void put(int row, int column, SheetCell cell) {
      cell.accept(new Put(this, row, column));
    }

    private void style(int column, SheetCell cell) {
      if (cell instanceof SheetCell.Empty) {
        return;
      }
      SheetColumn.Kind kind = shape.columns().get(column).kind();
      StyleSetter style = sheet.style(next, column).verticalAlignment("top");
      switch (kind) {
        case TEXT -> style.format(TEXT_FORMAT);
        case LONG_TEXT -> style.wrapText(true);
        case DATE -> style.format(DATE_FORMAT).horizontalAlignment(side(kind));
        case WHOLE, DECIMAL -> style.horizontalAlignment(side(kind)).indent(indent(kind));
      }
      style.set();
    }

    private static String side(SheetColumn.Kind kind) {
      return switch (kind) {
        case TEXT, LONG_TEXT, DATE -> "left";
        case WHOLE, DECIMAL -> "right";
      };
    }

    /** A number does not touch the text on its right. */
    private static int indent(SheetColumn.Kind kind) {
      return side(kind).equals("right") ? 1 : 0;
    }

    private String fitting(int row, int column, String text) {
      String written = SheetText.written(text);
      if (written.length() <= SheetText.LONGEST) {
        return written;
      }
      if (cutCells == 0) {
        firstCut = sheet.range(row, column, row, column).toString().split(":", 2)[0];
      }
      cutCells++;
      int end = SheetText.LONGEST - CUT.length();
      return written.substring(
              0, Character.isHighSurrogate(written.charAt(end - 1)) ? end - 1 : end)
          + CUT;
    }

    void finish() throws IOException {
      sheet.setAutoFilter(headingRow, 0, next - 1, shape.columns().size() - 1);
      sheet.finish();
      if (cutCells > 0) {
        found.add(Diagnostic.warning(
                "sheet.cell-cut",
                new Place(target.toString(), 1, 1),
                "sheet '%s': %d cells of more than %d characters are cut, the first at %s",
                sheet.getName(),
                cutCells,
                SheetText.LONGEST,
                firstCut)
            .hint("a CSV holds them whole"));
      }
    }
  }

  /** Puts a value into a cell. */
  private record Put(OpenSheet open, int row, int column) implements SheetCell.Visitor<Boolean> {

    @Override
    public Boolean empty() {
      return false;
    }

    @Override
    public Boolean text(String text) {
      // Shared strings, the other way of writing text, are all kept in memory.
      open.sheet.inlineString(row, column, open.fitting(row, column, text));
      return true;
    }

    @Override
    public Boolean whole(long value) {
      if (Math.abs(value) > LARGEST_WHOLE) {
        return text(Long.toString(value));
      }
      open.sheet.value(row, column, value);
      return true;
    }

    @Override
    public Boolean decimal(double value) {
      open.sheet.value(row, column, new BigDecimal(Numbers.plain(value)));
      return true;
    }

    @Override
    public Boolean date(LocalDate date) {
      if (date.isBefore(FIRST_DATE)) {
        return text(date.toString());
      }
      open.sheet.value(row, column, date);
      return true;
    }
  }
}
