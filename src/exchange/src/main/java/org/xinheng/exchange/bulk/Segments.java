package org.xinheng.exchange.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.xinheng.memory.MemoryReader;
import org.xinheng.memory.MemoryWriter;

/** Texts by number, ready to be written as UTF-8: nearly all are short, and those are written eight bytes at a time. */
public final class Segments {

  private static final int FIRST_BYTES = 64;
  private static final int FIRST_TEXTS = 8;

  /** How many bytes behind a text may be written over. */
  public static final int SLACK = Long.BYTES;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int PLACE_OF_LENGTH = 56;

  /** In place of the length of all texts that do not fit seven bytes. */
  private static final int LONGER = 0x7F;

  private byte[] pool = new byte[FIRST_BYTES];

  /** Of each text its first seven bytes, and above them how many there are if that is all: then nothing else is read. */
  private long[] heads = new long[FIRST_TEXTS];

  /** Where each text begins in the pool; it ends where the next begins. */
  private int[] starts = new int[FIRST_TEXTS];

  private int size;
  private int longest;

  public Segments() {}

  /** The texts that {@link #writeTo} wrote. */
  public Segments(MemoryReader from) {
    byte[] bytes = from.readBytes();
    int[] ends = from.readInts();
    for (int text = 0; text < ends.length; text++) {
      add(bytes, text == 0 ? 0 : ends[text - 1], ends[text]);
    }
  }

  public void writeTo(MemoryWriter to) {
    to.writeBytes(Arrays.copyOf(pool, starts[size]));
    to.writeInts(Arrays.copyOfRange(starts, 1, size + 1));
  }

  /** Adds a text. Its number is how many there were before. */
  public void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes, 0, bytes.length);
  }

  private void add(byte[] bytes, int from, int to) {
    int length = to - from;
    int start = starts[size];
    if (size + 1 == starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      heads = Arrays.copyOf(heads, 2 * heads.length);
    }
    if (start + length + Long.BYTES > pool.length) {
      pool = Arrays.copyOf(pool, 2 * (start + length + Long.BYTES));
    }
    System.arraycopy(bytes, from, pool, start, length);
    boolean isLong = length >= Long.BYTES;
    long head = isLong ? 0 : (long) LONG.get(pool, start) & ((1L << (Byte.SIZE * length)) - 1);
    heads[size] = head | (long) (isLong ? LONGER : length) << PLACE_OF_LENGTH;
    size++;
    starts[size] = start + length;
    longest = Math.max(longest, length);
  }

  /** How many texts there are. */
  public int size() {
    return size;
  }

  /** How many bytes the longest text has. */
  public int longest() {
    return longest;
  }

  /**
   * Writes the text of each result, run by run.
   *
   * @param runs the texts of each
   * @param from the first run that is written, up to {@code end}
   * @param places by run, where the number of its text stands in {@code numbers}
   * @param to with room for the longest text of each run, and {@link #SLACK} more
   * @return the position behind them
   */
  public static int write(
      Segments[] runs, int from, int end, int[] places, int[] numbers, byte[] to, int start) {
    // Code that is compiled simply does best with one loop and few calls (benchmarks/compare).
    int at = start;
    for (int run = from; run < end; run++) {
      Segments of = runs[run];
      int number = numbers[places[run]];
      long head = of.heads[number];
      LONG.set(to, at, head);
      int length = (int) (head >>> PLACE_OF_LENGTH);
      if (length == LONGER) {
        length = of.starts[number + 1] - of.starts[number];
        copy(of.pool, of.starts[number], length, to, at);
      }
      at += length;
    }
    return at;
  }

  /**
   * Copies some bytes, a few more of which are read and written.
   *
   * @param from with {@link #SLACK} bytes behind those that are copied
   * @param to with room for them and {@link #SLACK} more
   * @return the position behind them
   */
  public static int copy(byte[] from, int start, int length, byte[] to, int at) {
    for (int done = 0; done < length; done += Long.BYTES) {
      LONG.set(to, at + done, (long) LONG.get(from, start + done));
    }
    return at + length;
  }
}
