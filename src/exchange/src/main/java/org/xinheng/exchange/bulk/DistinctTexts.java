package org.xinheng.exchange.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The distinct texts of a column, numbered from 0 in the order in which they are met, as long as there are few: sexes,
 * grades, schools. The last one is found at once, because many rows of one school follow each other; and short ones are compared
 * as one number of eight bytes.
 */
public final class DistinctTexts {

  /** The number of a text that is new when there are too many. */
  public static final int TOO_MANY = -1;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** A longer text is not worth keeping. */
  private static final int LONGEST = 1 << 10;

  private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

  private final int most;
  private final byte[][] texts;

  /** Of each text its first eight bytes, and zeros where it is shorter. */
  private final long[] heads;

  private final int[] slots;
  private int size;
  private int last;

  /** @param most how many texts are kept, at least 1 */
  public DistinctTexts(int most) {
    this.most = most;
    texts = new byte[most][];
    heads = new long[most];
    // Half of the slots stay free.
    slots = new int[Integer.highestOneBit(most) * 4];
    Arrays.fill(slots, TOO_MANY);
  }

  /** How many there are so far. */
  public int size() {
    return size;
  }

  /**
   * The number of a text, new or not.
   *
   * @param bytes with eight bytes behind the text, whatever they are
   */
  public int numberOf(byte[] bytes, int start, int end) {
    int length = end - start;
    long head = (long) LONG.get(bytes, start);
    if (length < Long.BYTES) {
      head &= (1L << (Byte.SIZE * length)) - 1;
    }
    if (size > 0 && is(last, head, bytes, start, length)) {
      return last;
    }
    long hash = head;
    for (int at = start + Long.BYTES; at < end; at++) {
      hash = FACTOR * hash + bytes[at];
    }
    int slot = (int) ((hash * FACTOR) >>> Integer.SIZE) & (slots.length - 1);
    while (slots[slot] >= 0) {
      if (is(slots[slot], head, bytes, start, length)) {
        last = slots[slot];
        return last;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == most || length > LONGEST) {
      return TOO_MANY;
    }
    texts[size] = Arrays.copyOfRange(bytes, start, end);
    heads[size] = head;
    slots[slot] = size;
    last = size;
    size++;
    return last;
  }

  private boolean is(int number, long head, byte[] bytes, int start, int length) {
    byte[] text = texts[number];
    if (heads[number] != head || text.length != length) {
      return false;
    }
    // A plain loop: few texts go on.
    for (int i = Long.BYTES; i < length; i++) {
      if (text[i] != bytes[start + i]) {
        return false;
      }
    }
    return true;
  }
}
