package org.xinheng.exchange.bulk;

import java.util.Arrays;

/**
 * The distinct texts of a column, numbered from 0 in the order in which they are met, as long as there are few: sexes,
 * grades, schools. The last one is found at once, because many rows of one school follow each other.
 */
public final class DistinctTexts {

  /** The number of a text that is new when there are too many. */
  public static final int TOO_MANY = -1;

  /** A longer text is not worth keeping. */
  private static final int LONGEST = 1 << 10;

  private static final int FACTOR = 31;

  private final int most;
  private final byte[][] texts;
  private final int[] slots;
  private int size;
  private int last;

  /** @param most how many texts are kept, at least 1 */
  public DistinctTexts(int most) {
    this.most = most;
    texts = new byte[most][];
    // Half of the slots stay free.
    slots = new int[Integer.highestOneBit(most) * 4];
    Arrays.fill(slots, TOO_MANY);
  }

  /** How many there are so far. */
  public int size() {
    return size;
  }

  /** The number of a text, new or not. */
  public int numberOf(byte[] bytes, int start, int end) {
    if (size > 0 && is(last, bytes, start, end)) {
      return last;
    }
    int hash = 1;
    for (int at = start; at < end; at++) {
      hash = FACTOR * hash + bytes[at];
    }
    int slot = hash & (slots.length - 1);
    while (slots[slot] >= 0) {
      if (is(slots[slot], bytes, start, end)) {
        last = slots[slot];
        return last;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == most || end - start > LONGEST) {
      return TOO_MANY;
    }
    texts[size] = Arrays.copyOfRange(bytes, start, end);
    slots[slot] = size;
    last = size;
    size++;
    return last;
  }

  /** A plain loop: most texts are short. */
  private boolean is(int number, byte[] bytes, int start, int end) {
    byte[] text = texts[number];
    if (text.length != end - start) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (text[i] != bytes[start + i]) {
        return false;
      }
    }
    return true;
  }
}
