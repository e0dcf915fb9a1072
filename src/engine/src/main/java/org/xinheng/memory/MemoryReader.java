package org.xinheng.memory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a {@link MemoryWriter} wrote, in the same order. All methods throw a {@link RuntimeException} where the bytes end
 * too soon or cannot be what was written.
 */
public final class MemoryReader {

  private final ByteBuffer from;

  /** Reads from the position of the buffer on. */
  public MemoryReader(ByteBuffer from) {
    this.from = from;
  }

  /** Whether all was read. */
  public boolean isAtEnd() {
    return !from.hasRemaining();
  }

  public int readInt() {
    return from.getInt();
  }

  public long readLong() {
    return from.getLong();
  }

  public byte[] readBytes() {
    byte[] array = new byte[length(Byte.BYTES)];
    from.get(array);
    return array;
  }

  public int[] readInts() {
    int[] array = new int[length(Integer.BYTES)];
    from.asIntBuffer().get(array);
    from.position(from.position() + array.length * Integer.BYTES);
    return array;
  }

  public long[] readLongs() {
    long[] array = new long[length(Long.BYTES)];
    from.asLongBuffer().get(array);
    from.position(from.position() + array.length * Long.BYTES);
    return array;
  }

  public long[][] readRows() {
    long[][] rows = new long[length(Integer.BYTES)][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = readLongs();
    }
    return rows;
  }

  public int[][] readIntRows() {
    int[][] rows = new int[length(Integer.BYTES)][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = readInts();
    }
    return rows;
  }

  public String readText() {
    return new String(readBytes(), StandardCharsets.UTF_8);
  }

  public List<String> readTexts() {
    int size = length(Integer.BYTES);
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(readText());
    }
    return texts;
  }

  /** A length that the remaining bytes can hold. */
  private int length(int bytesOfOne) {
    int length = from.getInt();
    if (length < 0 || length > from.remaining() / bytesOfOne) {
      throw new IllegalArgumentException("no length: " + length);
    }
    return length;
  }
}
