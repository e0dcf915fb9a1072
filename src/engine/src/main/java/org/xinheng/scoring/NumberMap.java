package org.xinheng.scoring;

import java.util.Arrays;

/**
 * What is known of numbers: of each a number from 0, found without an object, wherever it is asked of every row. It stays bounded
 * by forgetting all when too much is known. For one thread.
 */
public final class NumberMap {

  /** What {@link #get} gives for a number of which nothing is known. */
  public static final int UNKNOWN = -1;

  /** Numbers from 0 that have a place of their own. */
  private static final int SMALL = 1 << 8;

  private static final int FIRST_SLOTS = 1 << 8;
  private static final int MOST = 1 << 17;

  /** Spreads numbers whose low bits are alike (Knuth, The Art of Computer Programming 3, 6.4). */
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private final int[] ofSmall = unknown(SMALL);
  private long[] numbers = new long[FIRST_SLOTS];
  private int[] values = unknown(FIRST_SLOTS);
  private int size;

  private static int[] unknown(int slots) {
    int[] values = new int[slots];
    Arrays.fill(values, UNKNOWN);
    return values;
  }

  /** What is known of a number. */
  public int get(long number) {
    if ((number & -SMALL) == 0) {
      return ofSmall[(int) number];
    }
    int[] known = values;
    int slot = slot(number, known.length);
    while (known[slot] != UNKNOWN) {
      if (numbers[slot] == number) {
        return known[slot];
      }
      slot = (slot + 1) & (known.length - 1);
    }
    return UNKNOWN;
  }

  /** Keeps what was found out of a number of which nothing is known. */
  public void put(long number, int value) {
    if ((number & -SMALL) == 0) {
      ofSmall[(int) number] = value;
      return;
    }
    if (size == MOST) {
      numbers = new long[FIRST_SLOTS];
      values = unknown(FIRST_SLOTS);
      size = 0;
    } else if (2 * size >= values.length) {
      grow();
    }
    set(number, value);
    size++;
  }

  private void set(long number, int value) {
    int slot = slot(number, values.length);
    while (values[slot] != UNKNOWN) {
      slot = (slot + 1) & (values.length - 1);
    }
    numbers[slot] = number;
    values[slot] = value;
  }

  private void grow() {
    long[] oldNumbers = numbers;
    int[] oldValues = values;
    numbers = new long[2 * oldNumbers.length];
    values = unknown(numbers.length);
    for (int slot = 0; slot < oldValues.length; slot++) {
      if (oldValues[slot] != UNKNOWN) {
        set(oldNumbers[slot], oldValues[slot]);
      }
    }
  }

  private static int slot(long number, int slots) {
    return (int) ((number * GOLDEN) >>> Integer.SIZE) & (slots - 1);
  }
}
