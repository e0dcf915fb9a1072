package org.xinheng.exchange.workbook;

import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;

/** A workbook that is refused as a whole, because it is none, is damaged, or asks for more than a workbook may. */
public final class WorkbookException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  WorkbookException(Diagnostic diagnostic) {
    super(diagnostic.message());
    this.diagnostic = diagnostic;
  }

  /** What is wrong, where, and the way out. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }

  /** What stands in it contradicts itself, or cannot be read. */
  static WorkbookException damaged(Place place, String what) {
    return new WorkbookException(
        Diagnostic.error("workbook.damaged", place, "the workbook is damaged: %s", what)
            .hint("open it in a spreadsheet program and save it as a new .xlsx, or get it anew from"
                + " whoever made it"));
  }

  /** More than the guards let through. */
  static WorkbookException tooLarge(Place place, String what) {
    return new WorkbookException(Diagnostic.error("workbook.too-large", place, "%s", what)
        .hint("copy the cells of the table alone into a new workbook, or save the sheet as 'CSV"
            + " UTF-8'"));
  }
}
