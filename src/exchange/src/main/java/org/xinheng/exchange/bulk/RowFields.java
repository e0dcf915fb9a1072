package org.xinheng.exchange.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xinheng.scoring.RowCells;

/**
 * Reads a line of a delimited file into byte cells of answers and the places of all other fields.
 *
 * <p>Most fields of a file of answers are one digit, and most of them stand side by side. Such a run is read four fields
 * at a time from eight bytes, {@code d,d,d,d,}: the digits are gathered into four bytes, and one comparison says how many
 * of them are what they should be. Everything else is read field by field.
 *
 * <p>It declines a row that is not plain: too few or too many fields, an answer that is no declared code of at most three
 * digits, a quote inside a field that does not begin with one, a line feed inside quotes, no text in any field. Nothing of
 * a declined row may be used.
 */
public final class RowFields {

  /** What {@link #read} gives for a row that is not plain. */
  public static final int NOT_PLAIN = -1;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

  /** In each byte, all bits but the highest. */
  private static final long ALL_BELOW = ~HIGHEST_BITS;

  /** Of four fields {@code d,d,d,d,}: in the byte of every digit. */
  private static final long ONE_EACH = 0x0001_0001_0001_0001L;

  private static final int ONE_EACH_CELL = 0x0101_0101;
  private static final int FOUR = 4;

  // A number with one highest bit of a byte, shifted down and times the second of these, has half
  // the number of that byte in its topmost bits.
  private static final int BIT_OF_BYTE = 7;
  private static final long NUMBER_OF_BYTE = 0x0001_0203_0405_0607L;
  private static final int FIELD_IN_TOP = 57;
  private static final int MOST_DIGITS = 3;
  private static final int BYTE = 0xFF;

  // Kinds of bytes in a field without quotes.
  private static final byte ORDINARY = 0;
  private static final byte ODD = 1;

  /** Odd as well, and of no ASCII character. */
  private static final byte FOREIGN = 3;

  private static final byte ENDING = 4;
  private static final byte REFUSED = 5;
  private static final int BIT_OF_FOREIGN = 2;

  /** Of a field that stands in quotes, beside the kinds of its bytes. */
  private static final byte QUOTED = 8;

  private final byte delimiter;
  private final Run[] runs;
  private final byte[] kinds;
  private final byte[] kindsOfFirst;
  private final RowCells cells;
  private final int[] starts;
  private final int[] ends;

  /** The bits of all kinds of bytes in each field. */
  private final byte[] seen;

  private int seenInAll;
  private boolean hasText;

  /** A field of a row. */
  public sealed interface Field {

    /** An answer, which goes to a cell. */
    record Answer(int cell, CellTable table) implements Field {}

    /** Anything else, which is found by its number. */
    record Other(int number) implements Field {}
  }

  /** Fields side by side that are treated alike, and whose cells or numbers follow each other. */
  private static final class Run {

    private final int first;
    private final int fields;

    /** What each field means; none if they are no answers. */
    private final CellTable[] tables;

    /** The blank field of each. */
    private final short[] blanks;

    /** Four fields of the lowest digit with their delimiters, and that digit in four cells. */
    private final long lowestFields;

    private final int lowestCells;

    /** Added to how far four fields are above the lowest, this sets the highest bit of bytes that are too large. */
    private final long beyondHighest;

    Run(List<Field> fields, char delimiter) {
      this.fields = fields.size();
      first = fields.get(0) instanceof Field.Answer answer
          ? answer.cell()
          : ((Field.Other) fields.get(0)).number();
      List<CellTable> means = new ArrayList<>();
      for (Field field : fields) {
        if (field instanceof Field.Answer answer) {
          means.add(answer.table());
        }
      }
      tables = means.toArray(new CellTable[0]);
      int lowest = means.isEmpty() ? 0 : means.get(0).lowestDigit();
      int highest = means.isEmpty() ? 0 : means.get(0).highestDigit();
      blanks = new short[tables.length];
      for (int i = 0; i < blanks.length; i++) {
        blanks[i] = tables[i].ofBlank();
      }
      lowestFields = ('0' + lowest) * ONE_EACH | (ONE_EACH * delimiter) << Byte.SIZE;
      lowestCells = lowest * ONE_EACH_CELL;
      beyondHighest = ALL_BELOW - (highest - lowest) * ONE_EACH;
    }

    boolean isOfAnswers() {
      return tables.length > 0;
    }
  }

  /**
   * A reader for rows of the same fields.
   *
   * @param delimiter of one byte
   * @param fields in the order of the file, at least one
   */
  public RowFields(char delimiter, List<Field> fields) {
    this.delimiter = (byte) delimiter;
    kinds = kinds(delimiter);
    kindsOfFirst = kindsOfFirst();
    runs = runs(fields, delimiter);
    int answers = 0;
    int others = 0;
    for (Field field : fields) {
      if (field instanceof Field.Answer answer) {
        answers = Math.max(answers, answer.cell() + 1);
      } else if (field instanceof Field.Other other) {
        others = Math.max(others, other.number() + 1);
      }
    }
    cells = new RowCells(answers);
    starts = new int[others];
    ends = new int[others];
    seen = new byte[others];
  }

  private static byte[] kinds(char delimiter) {
    byte[] kinds = new byte[1 << Byte.SIZE];
    Arrays.fill(kinds, FOREIGN);
    Arrays.fill(kinds, 0, '~' + 2, ODD);
    Arrays.fill(kinds, ' ', '~' + 1, ORDINARY);
    kinds[','] = ODD;
    kinds[delimiter] = ENDING;
    kinds['\n'] = ENDING;
    kinds['\r'] = ENDING;
    kinds['"'] = REFUSED;
    return kinds;
  }

  /** A first byte by which a field may be taken for a formula or a comment, or be blank, is odd whatever follows. */
  private static byte[] kindsOfFirst() {
    byte[] kinds = new byte[1 << Byte.SIZE];
    for (char odd : new char[] {'=', '+', '-', '@', '#', ' '}) {
      kinds[odd] = ODD;
    }
    return kinds;
  }

  private static Run[] runs(List<Field> fields, char delimiter) {
    List<Run> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= fields.size(); i++) {
      if (i == fields.size() || !follows(fields.get(i - 1), fields.get(i))) {
        runs.add(new Run(fields.subList(start, i), delimiter));
        start = i;
      }
    }
    return runs.toArray(new Run[0]);
  }

  private static boolean follows(Field before, Field field) {
    if (before instanceof Field.Answer last && field instanceof Field.Answer next) {
      return next.cell() == last.cell() + 1
          && next.table().lowestDigit() == last.table().lowestDigit()
          && next.table().highestDigit() == last.table().highestDigit();
    }
    return before instanceof Field.Other last
        && field instanceof Field.Other next
        && next.number() == last.number() + 1;
  }

  /** The answers of the row that was read last. */
  public RowCells cells() {
    return cells;
  }

  /** Where the text of a field that is no answer begins, without its quotes. */
  public int start(int other) {
    return starts[other];
  }

  /** Where it ends. */
  public int end(int other) {
    return ends[other];
  }

  /**
   * Whether the bytes of a field that is no answer can be written as they are: printable ASCII without commas and
   * quotes, which nobody takes for a formula or a comment, and empty or with a character that is no blank before all others.
   */
  public boolean isBare(int other) {
    return (seen[other] & ~QUOTED) == ORDINARY;
  }

  /** Whether the bytes of a field that is no answer are text. */
  public boolean isText(int other, byte[] bytes) {
    return (seen[other] & BIT_OF_FOREIGN) == 0 || Utf8.isText(bytes, starts[other], ends[other]);
  }

  /** Whether all fields that are no answers are bare. */
  public boolean areAllBare() {
    return (seenInAll & ~QUOTED) == ORDINARY;
  }

  /**
   * Whether some fields side by side are bare and stand without quotes, so that their bytes can be written at once if they are
   * delimited by commas.
   */
  public boolean areBareSpan(int first, int last) {
    for (int other = first; seenInAll != ORDINARY && other <= last; other++) {
      if (seen[other] != ORDINARY) {
        return false;
      }
    }
    return delimiter == ',';
  }

  /**
   * The text of a field that is no answer.
   *
   * @param bytes that the row was read from
   * @throws CharacterCodingException if it is none
   */
  public String text(int other, byte[] bytes, CharsetDecoder decoder)
      throws CharacterCodingException {
    ByteBuffer field = ByteBuffer.wrap(bytes, starts[other], ends[other] - starts[other]);
    String text = decoder.decode(field).toString();
    return (seen[other] & QUOTED) != 0 ? text.replace("\"\"", "\"") : text;
  }

  /**
   * Reads a line.
   *
   * @param bytes with a line feed at the end of every line, and {@link Piece#SLACK} bytes behind the last
   * @return where the next line begins, or {@link #NOT_PLAIN}
   */
  public int read(byte[] bytes, int line) {
    hasText = false;
    seenInAll = ORDINARY;
    cells.clear();
    int at = line;
    for (Run run : runs) {
      boolean isPastLine = at > line && bytes[at - 1] == '\n';
      at = isPastLine
          ? NOT_PLAIN
          : run.isOfAnswers() ? answers(run, bytes, at) : others(run, bytes, at);
      if (at == NOT_PLAIN) {
        return NOT_PLAIN;
      }
    }
    boolean isWhole = bytes[at - 1] == '\n' && (hasText || hasText(bytes, line, at));
    return isWhole ? at : NOT_PLAIN;
  }

  /** Whether anything is there but delimiters, quotes and what may be a blank. */
  private boolean hasText(byte[] bytes, int start, int end) {
    for (int at = start; at < end; at++) {
      byte one = bytes[at];
      if (one > ' ' && one <= '~' && one != delimiter && one != '"') {
        return true;
      }
    }
    return false;
  }

  private int answers(Run run, byte[] bytes, int start) {
    // Code that is compiled simply reads a field whenever it stands there (ParseBenchmark).
    byte[] to = cells.bytes();
    long lowestFields = run.lowestFields;
    long beyondHighest = run.beyondHighest;
    int lowestCells = run.lowestCells;
    int at = start;
    int cell = run.first;
    int end = cell + run.fields;
    while (cell < end) {
      if (cell <= end - FOUR) {
        // The first byte that is below or above what it should be gets its highest bit. Those
        // behind it may get one from it, and are not looked at.
        long above = (long) LONG.get(bytes, at) - lowestFields;
        long odd = (above | (above + beyondHighest)) & HIGHEST_BITS;
        INT.set(to, cell, gathered(above) + lowestCells);
        if (odd == 0) {
          cell += FOUR;
          at += 2 * FOUR;
          continue;
        }
        int right = fieldsBefore(odd);
        cell += right;
        at += 2 * right;
      }
      int index = cell - run.first;
      if (bytes[at] == delimiter && run.blanks[index] != CellTable.NOT_PLAIN) {
        cells.put(cell, (byte) run.blanks[index]);
        at++;
      } else {
        at = answer(run.tables[index], cell, bytes, at);
      }
      cell++;
      if (at == NOT_PLAIN || (cell < end && bytes[at - 1] == '\n')) {
        return NOT_PLAIN;
      }
    }
    return at;
  }

  /** In which of four fields of two bytes the lowest bit stands: without a branch, as nobody foresees which. */
  private static int fieldsBefore(long odd) {
    return (int) ((((odd & -odd) >>> BIT_OF_BYTE) * NUMBER_OF_BYTE) >>> FIELD_IN_TOP);
  }

  /** Four bytes from every other of eight; those between are 0 before the last byte that counts. */
  private static int gathered(long digits) {
    long pairs = (digits | (digits >>> Byte.SIZE)) & 0x0000_FFFF_0000_FFFFL;
    return (int) (pairs | (pairs >>> Short.SIZE));
  }

  /** One answer: blank, or a number of at most three digits, plain or in quotes. */
  private int answer(CellTable table, int cell, byte[] bytes, int start) {
    boolean inQuotes = bytes[start] == '"';
    int first = inQuotes ? start + 1 : start;
    int at = first;
    int number = 0;
    while (at - first <= MOST_DIGITS && bytes[at] >= '0' && bytes[at] <= '9') {
      number = number * 10 + bytes[at] - '0';
      at++;
    }
    short means = at == first
        ? table.ofBlank()
        : at - first > MOST_DIGITS ? CellTable.NOT_PLAIN : table.of(number);
    if (means == CellTable.NOT_PLAIN || (inQuotes && bytes[at] != '"')) {
      return NOT_PLAIN;
    }
    cells.put(cell, (byte) means);
    return behind(bytes, inQuotes ? at + 1 : at);
  }

  private int others(Run run, byte[] bytes, int start) {
    // One loop over fields and bytes, for code that is compiled simply.
    byte[] kindOf = kinds;
    byte[] kindOfFirst = kindsOfFirst;
    int at = start;
    int end = run.first + run.fields;
    int seenInRun = ORDINARY;
    for (int other = run.first; other < end; other++) {
      int first = bytes[at] & BYTE;
      if (first == '"') {
        at = inQuotes(other, bytes, at + 1);
        if (at == NOT_PLAIN || (other + 1 < end && bytes[at - 1] == '\n')) {
          return NOT_PLAIN;
        }
        continue;
      }
      int from = at;
      int kindsSeen = kindOfFirst[first];
      int kind = kindOf[first];
      while (kind < ENDING) {
        kindsSeen |= kind;
        at++;
        kind = kindOf[bytes[at] & BYTE];
      }
      starts[other] = from;
      ends[other] = at;
      seen[other] = (byte) kindsSeen;
      seenInRun |= kindsSeen;
      hasText |= at > from && bytes[from] > ' ';
      if (bytes[at] == delimiter) {
        at++;
      } else {
        at = kind == REFUSED ? NOT_PLAIN : behind(bytes, at);
        if (at == NOT_PLAIN || other + 1 < end) {
          return NOT_PLAIN;
        }
      }
    }
    seenInAll |= seenInRun;
    return at;
  }

  private int inQuotes(int other, byte[] bytes, int start) {
    int at = start;
    int kindsSeen = kindsOfFirst[bytes[at] & BYTE];
    byte[] kindOf = kinds;
    while (true) {
      int kind = kindOf[bytes[at] & BYTE];
      while (kind < ENDING) {
        kindsSeen |= kind;
        at++;
        kind = kindOf[bytes[at] & BYTE];
      }
      if (bytes[at] == '\n') {
        return NOT_PLAIN;
      }
      if (kind == REFUSED) {
        at++;
        if (bytes[at] != '"') {
          break;
        }
      }
      kindsSeen |= kind;
      at++;
    }
    starts[other] = start;
    ends[other] = at - 1;
    seen[other] = (byte) (kindsSeen | QUOTED);
    seenInAll |= kindsSeen | QUOTED;
    return behind(bytes, at);
  }

  /** Behind the delimiter or the line end that must stand here. */
  private int behind(byte[] bytes, int at) {
    if (bytes[at] == delimiter || bytes[at] == '\n') {
      return at + 1;
    }
    return bytes[at] == '\r' && bytes[at + 1] == '\n' ? at + 2 : NOT_PLAIN;
  }
}
