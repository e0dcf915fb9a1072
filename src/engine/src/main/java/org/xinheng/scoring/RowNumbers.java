package org.xinheng.scoring;

/** A number for each row of a table. */
@FunctionalInterface
public interface RowNumbers {

  /**
   * Adds the numbers of some rows to others.
   *
   * @param from the first row
   * @param to behind the last
   * @param sums takes that of the first row at 0
   */
  void addTo(int from, int to, long[] sums);
}
