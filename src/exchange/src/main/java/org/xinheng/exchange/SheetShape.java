package org.xinheng.exchange;

import java.util.List;

/**
 * The shape of a table for people, which is written as CSV or as a sheet of a workbook.
 *
 * @param name of the sheet in a workbook; one that Excel would refuse is changed
 * @param notes lines that stand above the headings in a workbook, such as what the table is for; a CSV has none,
 *     because programs read it from its first line
 * @param columns at least one
 * @param columnsInSight how many columns, from the first, stay in sight in a workbook when the others move
 * @param rowsToFill how many rows people may fill in, those that are written among them; 0 if the table is only read. In a
 *     workbook that is filled in, what is not allowed is refused, and what stands above the rows is protected
 */
public record SheetShape(
    String name,
    List<String> notes,
    List<SheetColumn> columns,
    int columnsInSight,
    int rowsToFill) {

  /** With this, a table that is filled in can be changed above its rows as well; it keeps nothing secret. */
  public static final String PASSWORD = "xinheng";

  /** @throws IllegalArgumentException if there is no column, or fewer rows or columns than none */
  public SheetShape {
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a table must have a column");
    }
    if (rowsToFill < 0 || columnsInSight < 0) {
      throw new IllegalArgumentException("rows to fill and columns in sight must be at least 0: "
          + rowsToFill + ", " + columnsInSight);
    }
  }

  public static SheetShape of(String name, List<SheetColumn> columns) {
    return new SheetShape(name, List.of(), columns, 0, 0);
  }

  public SheetShape withNotes(List<String> lines) {
    return new SheetShape(name, lines, columns, columnsInSight, rowsToFill);
  }

  public SheetShape withRowsToFill(int rows) {
    return new SheetShape(name, notes, columns, columnsInSight, rows);
  }

  public SheetShape withColumnsInSight(int first) {
    return new SheetShape(name, notes, columns, first, rowsToFill);
  }
}
