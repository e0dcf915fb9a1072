package org.xinheng.scoring;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.xinheng.instrument.ResponseSet;

/**
 * The cells of a row: of each a code, or below {@link ResponseSet#LOWEST_CODE} a kind of missing. Those that are missing are
 * listed, as few are. For one thread.
 */
public final class RowCells {

  /** How many bytes behind the cells may be written over. */
  public static final int SLACK = Long.BYTES;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

  private final int size;
  private final byte[] cells;
  private final int[] gaps;
  private int gapCount;

  /** @param size how many cells a row has */
  public RowCells(int size) {
    this.size = size;
    cells = new byte[size + SLACK];
    gaps = new int[size];
  }

  /** Begins a row: all its cells are to be put, or set in {@link #bytes}. */
  public void clear() {
    gapCount = 0;
  }

  /** The cells, and {@link #SLACK} bytes of anything. Whoever sets one that is negative has to {@link #put} it instead. */
  public byte[] bytes() {
    return cells;
  }

  /** Puts any cell. */
  public void put(int at, byte cell) {
    cells[at] = cell;
    if (cell < ResponseSet.LOWEST_CODE) {
      gaps[gapCount] = at;
      gapCount++;
    }
  }

  /** Puts all cells, which stand in an array from some place on. */
  public void set(byte[] from, int first) {
    gapCount = 0;
    System.arraycopy(from, first, cells, 0, size);
    for (int word = 0; word < size; word += Long.BYTES) {
      if (((long) LONG.get(cells, word) & HIGHEST_BITS) != 0) {
        for (int at = word; at < Math.min(word + Long.BYTES, size); at++) {
          put(at, cells[at]);
        }
      }
    }
  }

  /** A copy of the cells. */
  public byte[] toBytes() {
    return Arrays.copyOf(cells, size);
  }

  /** How many cells are missing. */
  int gaps() {
    return gapCount;
  }

  /** The place of a missing cell. */
  int gap(int number) {
    return gaps[number];
  }
}
