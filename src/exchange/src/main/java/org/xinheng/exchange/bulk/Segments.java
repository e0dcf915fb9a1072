package org.xinheng.exchange.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts by number, ready to be written as UTF-8: short ones, which are copied eight bytes at a time. */
public final class Segments {

  /** How many bytes behind a text may be written over. */
  public static final int SLACK = Long.BYTES;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] pool;
  private final int[] lengths;
  private final int stride;
  private final int longest;

  public Segments(List<String> texts) {
    List<byte[]> all =
        texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    lengths = all.stream().mapToInt(text -> text.length).toArray();
    longest = all.stream().mapToInt(text -> text.length).max().orElse(0);
    stride = (longest + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    pool = new byte[all.size() * stride];
    for (int i = 0; i < all.size(); i++) {
      System.arraycopy(all.get(i), 0, pool, i * stride, lengths[i]);
    }
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
    int from = number * stride;
    for (int done = 0; done < stride; done += Long.BYTES) {
      LONG.set(to, at + done, (long) LONG.get(pool, from + done));
    }
    return at + lengths[number];
  }
}
