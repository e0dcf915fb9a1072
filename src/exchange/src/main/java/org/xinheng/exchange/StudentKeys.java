package org.xinheng.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The students seen so far in a file, each with the line of the first row.
 *
 * <p>Of a key only the first 128 bits of its SHA-256 are kept, in arrays with open addressing: 24 bytes a slot, so that
 * a million students take about 50 MB and no id stays in memory. That two of a million students share 128 bits
 * has a chance of about 10⁻²⁷.
 */
final class StudentKeys {

  private static final int FIRST_SLOTS = 1 << 10;

  /** Made when it is needed, since that takes long and most runs do without. */
  private @Nullable MessageDigest digest;

  private long[] high = new long[FIRST_SLOTS];
  private long[] low = new long[FIRST_SLOTS];

  /** The first line of the key in each slot; 0 if the slot is free. */
  private long[] lines = new long[FIRST_SLOTS];

  private int size;

  /** Adds a key, and returns the line under which it is known: the given one if it is new. */
  long firstLine(String key, long line) {
    if (digest == null) {
      digest = Sha256.digest();
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    if (size >= lines.length / 4 * 3) {
      grow();
    }
    return put(hash.getLong(), hash.getLong(), line);
  }

  private long put(long keyHigh, long keyLow, long line) {
    int mask = lines.length - 1;
    int slot = (int) keyLow & mask;
    while (lines[slot] != 0) {
      if (high[slot] == keyHigh && low[slot] == keyLow) {
        return lines[slot];
      }
      slot = slot + 1 & mask;
    }
    high[slot] = keyHigh;
    low[slot] = keyLow;
    lines[slot] = line;
    size++;
    return line;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    long[] oldLines = lines;
    high = new long[oldLines.length * 2];
    low = new long[high.length];
    lines = new long[high.length];
    size = 0;
    for (int slot = 0; slot < oldLines.length; slot++) {
      if (oldLines[slot] != 0) {
        put(oldHigh[slot], oldLow[slot], oldLines[slot]);
      }
    }
  }
}
