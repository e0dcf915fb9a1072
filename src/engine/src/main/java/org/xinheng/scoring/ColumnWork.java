package org.xinheng.scoring;

/**
 * What one thread needs while it scores blocks of columns. The bytes are those of the whole table, since loops that become
 * vectors must find every array at the same place; each thread touches those of its own rows.
 */
final class ColumnWork {

  /** By row. */
  private final byte[] sums;

  private final byte[] missing;

  /** By row of a block. */
  private final int[] wide;

  private ColumnWork(byte[] sums, byte[] missing, int[] wide) {
    this.sums = sums;
    this.missing = missing;
    this.wide = wide;
  }

  static ColumnWork of(int rows, int blockRows) {
    return new ColumnWork(new byte[rows], new byte[rows], new int[blockRows]);
  }

  /** The same for another thread. */
  ColumnWork forThread() {
    return new ColumnWork(sums, missing, new int[wide.length]);
  }

  byte[] sums() {
    return sums;
  }

  byte[] missing() {
    return missing;
  }

  int[] wide() {
    return wide;
  }
}
