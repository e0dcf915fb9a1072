package org.xinheng.exchange;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;

/**
 * The first row of a file that is not blank: where it stands, what delimits it, and where each heading begins.
 *
 * @param line the line in which it begins, from 1
 * @param delimiter the one that stands in it most often outside quotes; the comma if there is none
 * @param headings one a field
 */
record HeaderLine(long line, Delimiter delimiter, List<Heading> headings) {

  /** A header longer than this is an open quote. */
  private static final int MOST_CHARS = 1 << 20;

  private static final int END = -1;

  /**
   * Reads as far as the end of the header.
   *
   * @throws TableException if there is none, or a quote in it is not closed
   */
  static HeaderLine read(Reader reader, String file) throws IOException {
    int line = 1;
    int next = reader.read();
    while (next != END) {
      StringBuilder record = new StringBuilder();
      Quotes quotes = new Quotes();
      while (next != END && (!isLineEnd(next) || quotes.areOpen())) {
        quotes.pass((char) next, Delimiter.isOne(next));
        record.append((char) next);
        if (record.length() > MOST_CHARS) {
          throw openQuote(file, line);
        }
        next = reader.read();
      }
      if (quotes.areOpen()) {
        throw openQuote(file, line);
      }
      if (!isBlank(record)) {
        return of(file, line, record);
      }
      line += lineEnds(record) + 1;
      int first = next;
      next = reader.read();
      if (first == '\r' && next == '\n') {
        next = reader.read();
      }
    }
    throw new TableException(
        List.of(Diagnostic.error("file.empty", Place.startOf(file), "the file has no header")
            .hint("the first row names the columns")));
  }

  private static HeaderLine of(String file, int line, CharSequence record) {
    Delimiter delimiter = mostFrequent(record);
    List<Heading> headings = new ArrayList<>();
    Position position = new Position(line);
    int passed = 0;
    for (String field : fields(record, delimiter)) {
      int start = passed + blanksBefore(field);
      int end = passed + field.length() + 1;
      for (; passed < start; passed++) {
        position.pass(record, passed);
      }
      headings.add(new Heading(Cell.trimmed(unquoted(field)), position.in(file)));
      for (; passed < end && passed < record.length(); passed++) {
        position.pass(record, passed);
      }
    }
    return new HeaderLine(line, delimiter, List.copyOf(headings));
  }

  /** The fields with their quotes and blanks. */
  private static List<String> fields(CharSequence record, Delimiter delimiter) {
    List<String> fields = new ArrayList<>();
    Quotes quotes = new Quotes();
    int start = 0;
    for (int i = 0; i < record.length(); i++) {
      boolean delimits = record.charAt(i) == delimiter.character();
      if (delimits && !quotes.areOpen()) {
        fields.add(record.subSequence(start, i).toString());
        start = i + 1;
      }
      quotes.pass(record.charAt(i), delimits);
    }
    fields.add(record.subSequence(start, record.length()).toString());
    return fields;
  }

  private static String unquoted(String field) {
    boolean quoted = field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"");
    return quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
  }

  /** How many blanks stand before the text; none in a field that is blank, which begins where it begins. */
  private static int blanksBefore(String field) {
    String trimmed = Cell.trimmed(field);
    return trimmed.isEmpty() ? 0 : field.indexOf(trimmed);
  }

  private static Delimiter mostFrequent(CharSequence record) {
    int[] counts = new int[Delimiter.values().length];
    Quotes quotes = new Quotes();
    for (int i = 0; i < record.length(); i++) {
      char c = record.charAt(i);
      for (Delimiter delimiter : Delimiter.values()) {
        counts[delimiter.ordinal()] += c == delimiter.character() && !quotes.areOpen() ? 1 : 0;
      }
      quotes.pass(c, Delimiter.isOne(c));
    }
    Delimiter best = Delimiter.COMMA;
    for (Delimiter delimiter : Delimiter.values()) {
      best = counts[delimiter.ordinal()] > counts[best.ordinal()] ? delimiter : best;
    }
    return best;
  }

  private static boolean isBlank(CharSequence record) {
    for (int i = 0; i < record.length(); i++) {
      char c = record.charAt(i);
      if (!Delimiter.isOne(c) && c != '"' && !Cell.isBlank(String.valueOf(c))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r';
  }

  static int lineEnds(CharSequence record) {
    Position position = new Position(0);
    for (int i = 0; i < record.length(); i++) {
      position.pass(record, i);
    }
    return position.line;
  }

  private static TableException openQuote(String file, int line) {
    return new TableException(List.of(TextTable.brokenQuotes(file, line)));
  }

  /** Follows the quotes of a record: one opens at the start of a field, and two inside are a quote. */
  private static final class Quotes {

    private boolean open;
    private boolean justClosed;
    private boolean fieldStart = true;

    boolean areOpen() {
      return open;
    }

    void pass(char c, boolean isDelimiter) {
      boolean quote = c == '"';
      boolean opens = quote && !open && (fieldStart || justClosed);
      justClosed = quote && open;
      open = opens || (open && !quote);
      fieldStart = isDelimiter && !open;
    }
  }

  /** Line and column, counted in characters as people see them. */
  private static final class Position {

    private int line;
    private int column = 1;

    Position(int line) {
      this.line = line;
    }

    void pass(CharSequence record, int i) {
      char c = record.charAt(i);
      boolean firstOfTwo = c == '\r' && i + 1 < record.length() && record.charAt(i + 1) == '\n';
      if (isLineEnd(c) && !firstOfTwo) {
        line++;
        column = 1;
      } else if (!Character.isLowSurrogate(c)) {
        column++;
      }
    }

    Place in(String file) {
      return new Place(file, line, column);
    }
  }
}
