package org.xinheng.exchange.workbook;

import java.util.Optional;

/**
 * Where a cell stands.
 *
 * @param row from 1 to {@link #LAST_ROW}
 * @param column from 1 to {@link #LAST_COLUMN}
 */
record CellAddress(int row, int column) {

  static final int LAST_ROW = 1 << 20;
  static final int LAST_COLUMN = 1 << 14;

  private static final int LETTERS = 26;

  /** Reads {@code C7} or {@code $C$7}; empty if it is no cell of a sheet. */
  static Optional<CellAddress> of(String text) {
    int i = 0;
    int column = 0;
    int row = 0;
    boolean isInRow = false;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isInRow && c >= 'A' && c <= 'Z') {
        column = column * LETTERS + c - 'A' + 1;
      } else if (!isInRow && c >= 'a' && c <= 'z') {
        column = column * LETTERS + c - 'a' + 1;
      } else if (c >= '0' && c <= '9') {
        isInRow = true;
        row = row * 10 + c - '0';
      } else if (c != '$') {
        return Optional.empty();
      }
      if (column > LAST_COLUMN || row > LAST_ROW) {
        return Optional.empty();
      }
    }
    return row >= 1 && column >= 1 ? Optional.of(new CellAddress(row, column)) : Optional.empty();
  }
}
