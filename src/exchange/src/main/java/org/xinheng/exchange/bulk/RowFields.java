package org.xinheng.exchange.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Reads a line of a delimited file into byte cells of answers and the places of all other fields.
 *
 * <p>Most fields of a file of answers are one digit, and most of them stand side by side. Such a run is read four fields
 * at a time from eight bytes, {@code d,d,d,d,}: the digits are gathered into four bytes, and one comparison says whether
 * anything but digits and delimiters was there. Everything else is read field by field.
 *
 * <p>It declines a row that is not plain: too few or too many fields, a cell that is no declared code of at most three
 * digits, a line feed inside quotes. Nothing of a declined row may be used.
 */
final class RowFields {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** Of four fields {@code d,d,d,d,}: the low half of every digit, and all other bits. */
  private static final long DIGITS = 0x000F_000F_000F_000FL;

  private static final long ALL_BUT_DIGITS = ~DIGITS;
  private static final long ZEROS = 0x0030_0030_0030_0030L;
  private static final long DELIMITER_BYTES = 0x0100_0100_0100_0100L;

  private static final int DECLINED = -1;

  private final byte delimiter;
  private final long pattern;
  private final Run[] runs;
  private final byte[] cells;
  private final int[] starts;
  private final int[] ends;
  private final boolean[] quoted;

  /**
   * Fields side by side that are treated alike.
   *
   * @param fields how many
   * @param tables what the cells of each field mean; none if the fields are no items
   * @param first the cell, or the place among all other fields, of the first; the others follow
   * @param highestDigit the digit up to which every one means itself in all fields; -1 if 0 does not
   */
  record Run(int fields, List<CellTable> tables, int first, int highestDigit) {

    boolean isOfItems() {
      return !tables.isEmpty();
    }
  }

  /**
   * @param cells how many cells of answers a row has
   * @param others how many fields a row has that are no items
   */
  RowFields(char delimiter, List<Run> runs, int cells, int others) {
    this.delimiter = (byte) delimiter;
    this.pattern = ZEROS | DELIMITER_BYTES * delimiter;
    this.runs = runs.toArray(new Run[0]);
    this.cells = new byte[cells + Piece.SLACK];
    this.starts = new int[others];
    this.ends = new int[others];
    this.quoted = new boolean[others];
  }

  /** The answers of the row that was read last. */
  byte[] cells() {
    return cells;
  }

  /** Where a field begins that is no item, without its quotes. */
  int start(int other) {
    return starts[other];
  }

  /** Where it ends. */
  int end(int other) {
    return ends[other];
  }

  /** Whether it stood in quotes; a quote in it is then written twice. */
  boolean isQuoted(int other) {
    return quoted[other];
  }

  /**
   * Reads one line.
   *
   * @param bytes with a line feed at the end of each line, and some bytes behind the last
   * @return whether the row is plain
   */
  boolean read(byte[] bytes, int lineStart, int lineEnd) {
    int at = lineStart;
    for (Run run : runs) {
      at = run.isOfItems() ? items(run, bytes, at, lineEnd) : others(run, bytes, at, lineEnd);
      if (at == DECLINED) {
        return false;
      }
    }
    // The last field ends with the line; every other one with a delimiter.
    return at == lineEnd + 1;
  }

  private int items(Run run, byte[] bytes, int start, int lineEnd) {
    int at = start;
    int cell = run.first();
    int last = cell + run.fields();
    int highest = run.highestDigit();
    while (cell < last) {
      if (at > lineEnd) {
        return DECLINED;
      }
      long eight = (long) LONG.get(bytes, at);
      long odd = (eight ^ pattern) & ALL_BUT_DIGITS;
      if (odd == 0 && last - cell >= 4 && areAtMost(eight & DIGITS, highest)) {
        INT.set(cells, cell, gathered(eight & DIGITS));
        cell += 4;
        at += 8;
      } else {
        at = item(run, cell, bytes, at, lineEnd);
        if (at == DECLINED) {
          return DECLINED;
        }
        cell++;
      }
    }
    return at;
  }

  /** Whether none of four digits is above one that is itself at most 9. */
  private static boolean areAtMost(long digits, int highest) {
    return (digits + (0x7F - highest) * 0x0001_0001_0001_0001L & 0x0080_0080_0080_0080L) == 0;
  }

  /** Four bytes from every other of eight. */
  private static int gathered(long digits) {
    long pairs = (digits | digits >>> 8) & 0x0000_FFFF_0000_FFFFL;
    return (int) (pairs | pairs >>> 16);
  }

  /** One field of an item: blank, or a number of at most three digits, plain or in quotes. */
  private int item(Run run, int cell, byte[] bytes, int start, int lineEnd) {
    int at = start;
    boolean inQuotes = bytes[at] == '"';
    at += inQuotes ? 1 : 0;
    int number = 0;
    int firstDigit = at;
    while (at - firstDigit < 4 && bytes[at] >= '0' && bytes[at] <= '9') {
      number = number * 10 + bytes[at] - '0';
      at++;
    }
    CellTable table = run.tables().get(cell - run.first());
    short meaning = at == firstDigit
        ? table.ofBlank()
        : at - firstDigit > 3 ? CellTable.NOT_PLAIN : table.of(number);
    if (inQuotes) {
      if (bytes[at] != '"') {
        return DECLINED;
      }
      at++;
    }
    if (meaning == CellTable.NOT_PLAIN) {
      return DECLINED;
    }
    cells[cell] = (byte) meaning;
    return afterField(bytes, at, lineEnd);
  }

  private int others(Run run, byte[] bytes, int start, int lineEnd) {
    int at = start;
    for (int other = run.first(); other < run.first() + run.fields(); other++) {
      if (at > lineEnd) {
        return DECLINED;
      }
      if (bytes[at] == '"') {
        at = quotedField(other, bytes, at + 1, lineEnd);
      } else {
        starts[other] = at;
        quoted[other] = false;
        while (bytes[at] != delimiter && at < lineEnd) {
          if (bytes[at] == '\r' && at + 1 == lineEnd) {
            break;
          }
          at++;
        }
        ends[other] = at;
      }
      at = at == DECLINED ? DECLINED : afterField(bytes, at, lineEnd);
      if (at == DECLINED) {
        return DECLINED;
      }
    }
    return at;
  }

  private int quotedField(int other, byte[] bytes, int start, int lineEnd) {
    starts[other] = start;
    quoted[other] = true;
    int at = start;
    while (at < lineEnd) {
      if (bytes[at] != '"') {
        at++;
      } else if (bytes[at + 1] == '"') {
        at += 2;
      } else {
        ends[other] = at;
        return at + 1;
      }
    }
    return DECLINED;
  }

  /** Behind the delimiter, or one behind the line feed, that must stand here. */
  private int afterField(byte[] bytes, int at, int lineEnd) {
    if (bytes[at] == delimiter && at < lineEnd) {
      return at + 1;
    }
    if (at == lineEnd || (bytes[at] == '\r' && at + 1 == lineEnd)) {
      return lineEnd + 1;
    }
    return DECLINED;
  }
}
