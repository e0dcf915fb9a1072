package org.xinheng.scoring;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of numbers, of which few come often: these are found without an object for the number. For one thread.
 */
public final class Memo<V> {

  private static final int SLOTS = 1 << 12;
  private static final int MOST = 1 << 17;

  /** Spreads numbers whose low bits are alike (Knuth, The Art of Computer Programming 3, 6.4). */
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private final long[] recent = new long[SLOTS];
  private final Object[] values = new Object[SLOTS];
  private final Map<Long, V> all = new HashMap<>();

  /** What is known of a number. */
  public @Nullable V known(long number) {
    int slot = slot(number);
    @SuppressWarnings("unchecked")
    @Nullable
    V value = (V) values[slot];
    if (value == null || recent[slot] != number) {
      value = all.get(number);
      if (value != null) {
        recent[slot] = number;
        values[slot] = value;
      }
    }
    return value;
  }

  /** Keeps what was found out of a number, and gives it back. */
  public V keep(long number, V value) {
    if (all.size() == MOST) {
      all.clear();
    }
    all.put(number, value);
    return value;
  }

  private static int slot(long number) {
    return (int) ((number * GOLDEN) >>> (Long.SIZE - Integer.numberOfTrailingZeros(SLOTS)));
  }
}
