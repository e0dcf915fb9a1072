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

  private static final int FIRST_TEXTS = 1 << 6;
  private static final int FREE = -1;
  private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;
  private static final int PLACE_OF_LENGTH = 56;

  /** In place of the length of all texts that do not fit seven bytes. */
  private static final long LONGER = 0x7FL << PLACE_OF_LENGTH;

  /** The head of no text. */
  private static final long NO_TEXT = -1;

  private final int most;
  private byte[][] texts = new byte[FIRST_TEXTS][];

  /** Of each text its first seven bytes, and above them how many there are if that is all: then nothing else is read. */
  private long[] heads = new long[FIRST_TEXTS];

  /** The number of a text near the place of its hash; half of them or more stay free. */
  private int[] slots = freeSlots(2 * FIRST_TEXTS);

  private int size;

  /** What was found last, and the head of that text if it is short. */
  private int last = TOO_MANY;

  private long lastShort = NO_TEXT;

  /** @param most how many texts are kept, at least 1 */
  public DistinctTexts(int most) {
    this.most = most;
  }

  private static int[] freeSlots(int size) {
    int[] slots = new int[size];
    Arrays.fill(slots, FREE);
    return slots;
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
      head = (head & ((1L << (Byte.SIZE * length)) - 1)) | (long) length << PLACE_OF_LENGTH;
      if (head == lastShort) {
        return last;
      }
      lastShort = head;
    } else {
      head = (head & ((1L << PLACE_OF_LENGTH) - 1)) | LONGER;
      if (last >= 0 && is(last, head, bytes, start, length)) {
        return last;
      }
      lastShort = NO_TEXT;
    }
    last = find(head, bytes, start, length);
    return last;
  }

  private int find(long head, byte[] bytes, int start, int length) {
    int slot = firstSlot(head, bytes, start, length);
    while (slots[slot] != FREE) {
      if (is(slots[slot], head, bytes, start, length)) {
        return slots[slot];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == most || length > LONGEST) {
      return TOO_MANY;
    }
    if (size == texts.length) {
      grow();
      slot = freeSlot(head, bytes, start, length);
    }
    texts[size] = Arrays.copyOfRange(bytes, start, start + length);
    heads[size] = head;
    slots[slot] = size;
    size++;
    return size - 1;
  }

  private void grow() {
    texts = Arrays.copyOf(texts, 2 * size);
    heads = Arrays.copyOf(heads, 2 * size);
    slots = freeSlots(2 * slots.length);
    for (int number = 0; number < size; number++) {
      slots[freeSlot(heads[number], texts[number], 0, texts[number].length)] = number;
    }
  }

  private int freeSlot(long head, byte[] bytes, int start, int length) {
    int slot = firstSlot(head, bytes, start, length);
    while (slots[slot] != FREE) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int firstSlot(long head, byte[] bytes, int start, int length) {
    long hash = head;
    for (int i = Long.BYTES - 1; i < length; i++) {
      hash = FACTOR * hash + bytes[start + i];
    }
    return (int) ((hash * FACTOR) >>> Integer.SIZE) & (slots.length - 1);
  }

  private boolean is(int number, long head, byte[] bytes, int start, int length) {
    if (heads[number] != head) {
      return false;
    }
    byte[] text = texts[number];
    if (text.length != length) {
      return false;
    }
    // A plain loop: few texts go on.
    for (int i = Long.BYTES - 1; i < length; i++) {
      if (text[i] != bytes[start + i]) {
        return false;
      }
    }
    return true;
  }
}
