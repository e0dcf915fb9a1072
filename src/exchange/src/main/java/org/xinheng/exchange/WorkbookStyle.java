package org.xinheng.exchange;

import java.util.Optional;
import org.dhatim.fastexcel.ColumnStyleSetter;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.StyleSetter;

/** How cells of a workbook look, by what they hold. */
final class WorkbookStyle {

  private static final String DATE_FORMAT = "yyyy-mm-dd";
  private static final String TIME_FORMAT = "yyyy-mm-dd hh:mm";

  /** As text, so that an id that is typed in keeps its zeros. */
  private static final String TEXT_FORMAT = "@";

  private static final String HEADING_FILL = "FFE8EEF4";

  private final boolean isFilledIn;

  /** @param isFilledIn whether people change the cells below the headings */
  WorkbookStyle(boolean isFilledIn) {
    this.isFilledIn = isFilledIn;
  }

  void heading(StyleSetter cell, SheetColumn.Kind kind) {
    cell.bold()
        .wrapText(true)
        .verticalAlignment("top")
        .horizontalAlignment(side(kind))
        .indent(indent(kind))
        .fillColor(HEADING_FILL)
        .set();
  }

  /** A cell that holds something. */
  void cell(StyleSetter cell, SheetColumn.Kind kind) {
    cell.verticalAlignment("top").horizontalAlignment(side(kind)).indent(indent(kind));
    if (kind == SheetColumn.Kind.LONG_TEXT) {
      cell.wrapText(true);
    }
    format(kind).ifPresent(cell::format);
    if (isFilledIn) {
      cell.protectionOption(ProtectionOption.LOCKED, false);
    }
    cell.set();
  }

  /** The cells of a column that are still empty, where they are filled in. */
  void emptyCells(ColumnStyleSetter column, SheetColumn.Kind kind) {
    if (isFilledIn) {
      column
          .horizontalAlignment(side(kind))
          .indent(indent(kind))
          .protectionOption(ProtectionOption.LOCKED, false);
      format(kind).ifPresent(column::format);
      column.set();
    }
  }

  private static Optional<String> format(SheetColumn.Kind kind) {
    return switch (kind) {
      case TEXT -> Optional.of(TEXT_FORMAT);
      case DATE -> Optional.of(DATE_FORMAT);
      case TIME -> Optional.of(TIME_FORMAT);
      case LONG_TEXT, WHOLE, DECIMAL -> Optional.empty();
    };
  }

  private static String side(SheetColumn.Kind kind) {
    return switch (kind) {
      case TEXT, LONG_TEXT, DATE, TIME -> "left";
      case WHOLE, DECIMAL -> "right";
    };
  }

  /** A number does not touch the text on its right. */
  private static int indent(SheetColumn.Kind kind) {
    return side(kind).equals("right") ? 1 : 0;
  }
}
