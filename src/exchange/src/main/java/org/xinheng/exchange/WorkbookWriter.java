package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;

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

  private final Path target;
  private final AtomicFile draft;
  private final Workbook workbook;
  private final int mostRows;
  private final SheetName names = new SheetName();
  private final List<Diagnostic> found = new ArrayList<>();
  private Optional<WorkbookSheet> open = Optional.empty();

  private WorkbookWriter(Path target, AtomicFile draft, int mostRows) {
    this.target = target;
    this.draft = draft;
    this.mostRows = mostRows;
    this.workbook = new Workbook(draft.stream(), PROGRAM, PROGRAM_VERSION);
    this.workbook.setCompressionLevel(DRAFT_COMPRESSION);
  }

  /**
   * Begins a workbook.
   *
   * @throws IOException if the file cannot be written
   */
  public static WorkbookWriter begin(Path file) throws IOException {
    return begin(file, Worksheet.MAX_ROWS);
  }

  /** With fewer rows a sheet than Excel takes. */
  static WorkbookWriter begin(Path file, int mostRows) throws IOException {
    return new WorkbookWriter(file, AtomicFile.begin(file), mostRows);
  }

  /** @throws IllegalArgumentException if the table has more columns than a sheet */
  @Override
  public void sheet(SheetShape shape) throws IOException {
    if (shape.columns().size() > Worksheet.MAX_COLS) {
      throw new IllegalArgumentException("a sheet has at most " + Worksheet.MAX_COLS
          + " columns, the table has " + shape.columns().size() + "; write it as CSV");
    }
    finishSheet();
    open = Optional.of(new WorkbookSheet(workbook.newWorksheet(names.take(shape.name())), shape));
  }

  @Override
  public void row(List<SheetCell> cells) throws IOException {
    WorkbookSheet sheet =
        open.orElseThrow(() -> new IllegalStateException("a row is written before its table"));
    SheetRow.check(cells, sheet.shape().columns().size());
    if (sheet.rows() == mostRows) {
      sheet(sheet.shape());
      row(cells);
    } else {
      sheet.row(cells);
    }
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
    if (open.isEmpty()) {
      return;
    }
    WorkbookSheet sheet = open.get();
    sheet.finish();
    if (sheet.cutCells() > 0) {
      found.add(Diagnostic.warning(
              "sheet.cell-cut",
              new Place(target.toString(), 1, 1),
              "sheet '%s': %d %s of more than %d characters cut, the first at %s",
              sheet.name(),
              sheet.cutCells(),
              sheet.cutCells() == 1 ? "cell" : "cells",
              SheetText.LONGEST,
              sheet.firstCut())
          .hint("a CSV holds them whole"));
    }
    open = Optional.empty();
  }
}
