package org.xinheng.scoring;

/** One scale of a plan that is scored column by column: it finds the number of the result of each row. */
interface ColumnStep {

  /**
   * Scores a block of rows.
   *
   * @param cells by column and row, each missing or a code that is not negative
   * @param numbers by scale and row; those of the scales that this one is made of are there
   */
  void run(byte[][] cells, int from, int to, short[][] numbers, ColumnWork work);
}
