package org.xinheng.exchange;

import java.util.List;

/** A row that is written fits its table. */
final class SheetRow {

  private SheetRow() {}

  static void check(List<SheetCell> cells, int columns) {
    if (columns == 0) {
      throw new IllegalStateException("a row is written before its table is begun");
    }
    if (cells.size() != columns) {
      throw new IllegalArgumentException(
          "a row of this table must have " + columns + " cells: " + cells.size());
    }
  }
}
