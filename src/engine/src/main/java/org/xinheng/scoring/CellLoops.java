package org.xinheng.scoring;

/**
 * Loops over columns of cells, a block of rows at a time. In each of them a missing cell has its highest bit set, and no answer
 * has.
 *
 * <p>They are written for the second compiler of Java 17, which makes vectors of them: one size of number in a loop, every
 * array at the same place, no calls and no conditions ({@code InMemoryBenchmark}). Four columns in one loop cost as much as
 * two alone.
 */
final class CellLoops {

  private CellLoops() {}

  /**
   * Adds what is answered, and counts what is missing.
   *
   * @param sums by row, as bytes without a sign
   * @param missing by row, as bytes without a sign
   */
  static void add(byte[] cells, int from, int to, byte[] sums, byte[] missing) {
    for (int r = from; r < to; r++) {
      int none = cells[r] >> 7;
      sums[r] = (byte) (sums[r] + (cells[r] & ~none));
      missing[r] = (byte) (missing[r] - none);
    }
  }

  /** The same of four columns. */
  static void add(
      byte[] cells1,
      byte[] cells2,
      byte[] cells3,
      byte[] cells4,
      int from,
      int to,
      byte[] sums,
      byte[] missing) {
    for (int r = from; r < to; r++) {
      int none1 = cells1[r] >> 7;
      int none2 = cells2[r] >> 7;
      int none3 = cells3[r] >> 7;
      int none4 = cells4[r] >> 7;
      sums[r] = (byte) (sums[r]
          + (cells1[r] & ~none1)
          + (cells2[r] & ~none2)
          + (cells3[r] & ~none3)
          + (cells4[r] & ~none4));
      missing[r] = (byte) (missing[r] - none1 - none2 - none3 - none4);
    }
  }

  /** The same of one column of which each answer is taken from a number. */
  static void addReversed(byte[] cells, int from, int to, int top, byte[] sums, byte[] missing) {
    for (int r = from; r < to; r++) {
      int none = cells[r] >> 7;
      sums[r] = (byte) (sums[r] + ((top - cells[r]) & ~none));
      missing[r] = (byte) (missing[r] - none);
    }
  }

  /** Counts what is missing. */
  static void count(byte[] cells, int from, int to, byte[] missing) {
    for (int r = from; r < to; r++) {
      missing[r] = (byte) (missing[r] - (cells[r] >> 7));
    }
  }

  /** Notes in the bits of a row where two columns differ. */
  static void compare(byte[] cells, byte[] others, int from, int to, byte[] differences) {
    for (int r = from; r < to; r++) {
      differences[r] = (byte) (differences[r] | (cells[r] ^ others[r]));
    }
  }
}
