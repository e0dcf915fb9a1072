package org.xinheng.memory;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes numbers, arrays of them and texts as bytes, which a {@link MemoryReader} reads in the same order. */
public final class MemoryWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream to = new DataOutputStream(bytes);

  /** What was written so far. */
  public byte[] bytes() {
    return bytes.toByteArray();
  }

  public void writeInt(int number) {
    try {
      to.writeInt(number);
    } catch (IOException e) {
      throw neverFails(e);
    }
  }

  public void writeLong(long number) {
    try {
      to.writeLong(number);
    } catch (IOException e) {
      throw neverFails(e);
    }
  }

  public void writeBytes(byte[] array) {
    writeInt(array.length);
    bytes.writeBytes(array);
  }

  public void writeInts(int[] array) {
    writeInt(array.length);
    for (int number : array) {
      writeInt(number);
    }
  }

  public void writeLongs(long[] array) {
    writeInt(array.length);
    for (long number : array) {
      writeLong(number);
    }
  }

  /** Writes arrays of numbers, one behind the other. */
  public void writeRows(long[][] rows) {
    writeInt(rows.length);
    for (long[] row : rows) {
      writeLongs(row);
    }
  }

  public void writeIntRows(int[][] rows) {
    writeInt(rows.length);
    for (int[] row : rows) {
      writeInts(row);
    }
  }

  public void writeText(String text) {
    writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public void writeTexts(List<String> texts) {
    writeInt(texts.size());
    for (String text : texts) {
      writeText(text);
    }
  }

  private static UncheckedIOException neverFails(IOException e) {
    return new UncheckedIOException("bytes in memory are always written", e);
  }
}
