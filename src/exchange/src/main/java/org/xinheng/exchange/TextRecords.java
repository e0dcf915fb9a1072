package org.xinheng.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Reads the records of a text, blank ones too. */
final class TextRecords implements Closeable {

  /** A record longer than this is an open quote. */
  private static final int MOST_CHARS = 1 << 20;

  private static final int END = -1;

  private static final int CHARS_AT_ONCE = 1 << 13;

  private final Reader reader;
  private final char[] chars = new char[CHARS_AT_ONCE];
  private int position;
  private int end;
  private final IntPredicate isDelimiter;
  private int line = 1;
  private int next;
  private boolean atStart = true;

  /**
   * Begins at the start of a text.
   *
   * @param isDelimiter what ends a field: as long as nobody knows, every delimiter
   */
  TextRecords(Reader reader, IntPredicate isDelimiter) {
    this.reader = reader;
    this.isDelimiter = isDelimiter;
  }

  /** The next record; empty at the end. Behind one that is not whole nothing can be said of others. */
  Optional<TextRecord> next() throws IOException {
    if (atStart) {
      atStart = false;
      next = read();
    }
    if (next == END) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    TextRecord.Quotes quotes = new TextRecord.Quotes();
    while (next != END
        && (!TextRecord.isLineEnd(next) || quotes.areOpen())
        && text.length() <= MOST_CHARS) {
      quotes.pass((char) next, isDelimiter.test(next));
      text.append((char) next);
      next = read();
    }
    TextRecord record =
        new TextRecord(line, text.toString(), !quotes.areOpen() && text.length() <= MOST_CHARS);
    line += record.lineEnds() + 1;
    passLineEnd();
    return Optional.of(record);
  }

  private int read() throws IOException {
    if (position >= end) {
      end = reader.read(chars);
      position = 0;
    }
    return end < 0 ? END : chars[position++];
  }

  private void passLineEnd() throws IOException {
    int first = next;
    if (TextRecord.isLineEnd(first)) {
      next = read();
      if (first == '\r' && next == '\n') {
        next = read();
      }
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
