package org.xinheng.exchange.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts by number, ready to be written as UTF-8: short ones, which are copied eight bytes at a time. */
public final class Segments {

  private static final int FIRST_BYTES = 64;
  private static final int FIRST_TEXTS = 8;

  /** How many bytes behind a text may be written over. */
  public static final int SLACK = Long.BYTES;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] pool = new byte[FIRST_BYTES];

  // Of each text where it begins, how long it is, and its first eight bytes: most are shorter, and
  // then the pool is not read.
  private int[] starts = new int[FIRST_TEXTS];
  private int[] lengths = new int[FIRST_TEXTS];
  private long[] heads = new long[FIRST_TEXTS];

  private int size;
  private int end;
  private int longest;

  /** Adds a text. Its number is how many there were before. */
  public void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      lengths = Arrays.copyOf(lengths, 2 * size);
      heads = Arrays.copyOf(heads, 2 * size);
    }
    if (end + bytes.length + SLACK > pool.length) {
      pool = Arrays.copyOf(pool, 2 * (end + bytes.length + SLACK));
    }
    System.arraycopy(bytes, 0, pool, end, bytes.length);
    longest = Math.max(longest, bytes.length);
    starts[size] = end;
    lengths[size] = bytes.length;
    heads[size] = (long) LONG.get(pool, end);
    end += bytes.length;
    size++;
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
   * Writes a text.
   *
   * @param to with room for it and {@link #SLACK} more
   * @return the position behind it
   */
  public int write(int number, byte[] to, int at) {
    LONG.set(to, at, heads[number]);
    int length = lengths[number];
    return length <= Long.BYTES ? at + length : copyRest(pool, starts[number], length, to, at);
  }

  /**
   * Copies some bytes, a few more of which are read and written.
   *
   * @param from with {@link #SLACK} bytes behind those that are copied
   * @param to with room for them and {@link #SLACK} more
   * @return the position behind them
   */
  public static int copy(byte[] from, int start, int length, byte[] to, int at) {
    LONG.set(to, at, (long) LONG.get(from, start));
    return length <= Long.BYTES ? at + length : copyRest(from, start, length, to, at);
  }

  private static int copyRest(byte[] from, int start, int length, byte[] to, int at) {
    for (int done = Long.BYTES; done < length; done += Long.BYTES) {
      LONG.set(to, at + done, (long) LONG.get(from, start + done));
    }
    return at + length;
  }
}
