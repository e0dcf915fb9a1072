package org.xinheng.exchange;

import java.util.List;

/**
 * The shape of a table for people, which is written as CSV or as a sheet of a workbook.
 *
 * @param name of the sheet in a workbook; one that Excel would refuse is changed
 * @param notes lines that stand above the headings in a workbook, such as what the table is for; a CSV has none,
 *     because programs read it from its first line
 * @param columns at least one
 */
public record SheetShape(String name, List<String> notes, List<SheetColumn> columns) {

  /** @throws IllegalArgumentException if there is no column */
  public SheetShape {
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a table must have a column");
    }
  }

  public static SheetShape of(String name, List<SheetColumn> columns) {
    return new SheetShape(name, List.of(), columns);
  }

  public SheetShape withNotes(List<String> lines) {
    return new SheetShape(name, lines, columns);
  }
}
