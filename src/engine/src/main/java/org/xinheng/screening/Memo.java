package org.xinheng.screening;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is known of numbers, of which few come often: these are found without an object for the number. For one thread.
 */
final class Memo<V> {

  private static final int SLOTS = 1 << 12;
  private static final int MOST = 1 << 17;

  /** Spreads numbers whose low bits are alike (Knuth, The Art of Computer Programming 3, 6.4). */
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private final long[] recent = new long[SLOTS];
  private final Object[] values = new Object[SLOTS];
  private final Map<Long, V> all = new HashMap<>();

  /** What is known of a number, or found out now. */
  V get(long number, LongFunction<V> find) {
    int slot = (int) ((number * GOLDEN) >>> (Long.SIZE - Integer.numberOfTrailingZeros(SLOTS)));
    @SuppressWarnings("unchecked")
    @Nullable
    V value = (V) values[slot];
    if (value == null || recent[slot] != number) {
      value = fromAll(number, find);
      recent[slot] = number;
      values[slot] = value;
    }
    return value;
  }

  private V fromAll(long number, LongFunction<V> find) {
    @Nullable V known = all.get(number);
    if (known != null) {
      return known;
    }
    if (all.size() == MOST) {
      all.clear();
    }
    V found = find.apply(number);
    all.put(number, found);
    return found;
  }
}
