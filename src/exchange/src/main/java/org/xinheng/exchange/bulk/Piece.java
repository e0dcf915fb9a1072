package org.xinheng.exchange.bulk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * A piece of a text file that holds whole lines: those that start in a range of bytes of the file. A piece is reused
 * for the next range, so that a thread needs memory for one.
 *
 * <p>A line feed is never part of a longer character in UTF-8 and GB18030, so lines can be found without decoding.
 */
public final class Piece {

  /** Bytes behind the last line that may be read, and written over, without looking. */
  public static final int SLACK = 16;

  /** How much is read at first beyond the range, for the line that starts in it last. */
  private static final int OVERHANG = 1 << 12;

  /** What is read passes through memory of this size, which should stay in the caches of the processor. */
  private static final int MOST_AT_ONCE = 1 << 16;

  private final int rangeBytes;
  private byte[] bytes;
  private long number;
  private int first;
  private int end;
  private int endInFile;

  /** @param rangeBytes how many bytes a range has, at least 1 */
  public Piece(int rangeBytes) {
    this.rangeBytes = rangeBytes;
    this.bytes = new byte[1 + rangeBytes + OVERHANG + SLACK];
  }

  /** The bytes; lines stand from {@link #first} to {@link #end}, each with its line feed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the first line begins. */
  public int first() {
    return first;
  }

  /** Behind the last line. */
  public int end() {
    return end;
  }

  /** The same without a line feed that the file lacks. */
  public int endInFile() {
    return endInFile;
  }

  /** Its position among the pieces of the file. */
  public long number() {
    return number;
  }

  /**
   * Reads the lines that start in one range of the file.
   *
   * @param from where the first line of the file starts; ranges are counted from there
   * @param to the length of the file
   * @return whether the range lies in the file; the piece may still be without a line
   * @throws IOException also if the file became shorter
   */
  public boolean read(FileChannel file, long from, long to, long range) throws IOException {
    number = range;
    long start = from + range * rangeBytes;
    if (start >= to) {
      return false;
    }
    // The byte before the range tells whether a line starts with it.
    int before = start > from ? 1 : 0;
    long base = start - before;
    int wanted = (int) Math.min(to - base, (long) before + rangeBytes + OVERHANG);
    int read = fill(file, base, 0, wanted);
    first = before == 0 ? 0 : afterLineFeed(0, read);
    int stop = (int) Math.min(before + (long) rangeBytes, to - base);
    if (first >= stop) {
      end = first;
      endInFile = first;
      return true;
    }
    end = afterLineFeed(stop - 1, read);
    while (end > read || bytes[end - 1] != '\n') {
      if (base + read == to) {
        // The last line of a file may lack its line feed.
        ensureRoom(read + 1);
        bytes[read] = '\n';
        end = read + 1;
        endInFile = read;
        return true;
      }
      int more = (int) Math.min(to - base - read, (long) read);
      int searched = read;
      read = fill(file, base, read, more);
      end = afterLineFeed(searched, read);
    }
    endInFile = end;
    return true;
  }

  /** The position behind the first line feed at or after a position; beyond {@code limit} if there is none. */
  private int afterLineFeed(int position, int limit) {
    int at = position;
    while (at < limit && bytes[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  private int fill(FileChannel file, long base, int have, int more) throws IOException {
    ensureRoom(have + more);
    int end = have + more;
    ByteBuffer buffer = ByteBuffer.wrap(bytes, have, more);
    while (buffer.position() < end) {
      buffer.limit(Math.min(end, buffer.position() + MOST_AT_ONCE));
      if (file.read(buffer, base + buffer.position()) < 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
    return end;
  }

  private void ensureRoom(int length) {
    if (length + SLACK > bytes.length) {
      bytes = Arrays.copyOf(bytes, length + length / 2 + SLACK);
    }
  }
}
