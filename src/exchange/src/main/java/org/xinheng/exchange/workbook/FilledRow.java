package org.xinheng.exchange.workbook;

import java.util.List;

/**
 * One row of a sheet in which anything stands.
 *
 * @param number from 1
 * @param cells from the first column to the last in which anything stands, at most as many as were asked for; unmodifiable
 * @param beyond the first column behind those asked for in which anything stands, from 1; 0 if there is none
 */
public record FilledRow(int number, List<String> cells, int beyond) {

  /** The text of a column, from 0; empty if nothing stands there. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}
