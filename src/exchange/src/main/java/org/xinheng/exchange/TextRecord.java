package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.diagnostic.Place;

/**
 * A row of a text as it stands there, with the quotes and blanks that a reader of cells takes away: it says where each field is.
 *
 * @param line in which it begins, from 1
 * @param text without the end of its last line
 * @param isWhole whether all its quotes are closed
 */
record TextRecord(int line, String text, boolean isWhole) {

  /** Whether it holds at most delimiters, of whatever kind, and quotes. */
  boolean isBlank() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Delimiter.isOne(c) && c != '"' && !Cell.isBlank(String.valueOf(c))) {
        return false;
      }
    }
    return true;
  }

  /** How many ends of lines stand in its fields. */
  int lineEnds() {
    return lineEnds(text);
  }

  static int lineEnds(String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      return 0;
    }
    Position position = new Position(0);
    for (int i = 0; i < text.length(); i++) {
      position.pass(text, i);
    }
    return position.line;
  }

  /** The texts of the fields, without quotes and blanks. */
  List<String> texts(Delimiter delimiter) {
    return fields(delimiter).stream()
        .map(field -> Cell.trimmed(unquoted(field)))
        .toList();
  }

  /** Where the text of each field begins: a quoted one at its quote, and a blank one where the field begins. */
  List<Place> places(Delimiter delimiter, String file) {
    List<Place> places = new ArrayList<>();
    Position position = new Position(line);
    int passed = 0;
    for (String field : fields(delimiter)) {
      int start = passed + blanksBefore(field);
      int end = passed + field.length() + 1;
      for (; passed < start; passed++) {
        position.pass(text, passed);
      }
      places.add(new Place(file, position.line, position.column));
      for (; passed < end && passed < text.length(); passed++) {
        position.pass(text, passed);
      }
    }
    return places;
  }

  /** The one of the delimiters that stands in it most often outside quotes; the comma if there is none. */
  Delimiter mostFrequentDelimiter() {
    int[] counts = new int[Delimiter.values().length];
    Quotes quotes = new Quotes();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
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

  /** The fields with their quotes and blanks. */
  private List<String> fields(Delimiter delimiter) {
    List<String> fields = new ArrayList<>();
    Quotes quotes = new Quotes();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean delimits = text.charAt(i) == delimiter.character();
      if (delimits && !quotes.areOpen()) {
        fields.add(text.substring(start, i));
        start = i + 1;
      }
      quotes.pass(text.charAt(i), delimits);
    }
    fields.add(text.substring(start));
    return fields;
  }

  private static String unquoted(String field) {
    boolean quoted = field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"");
    return quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
  }

  private static int blanksBefore(String field) {
    String trimmed = Cell.trimmed(field);
    return trimmed.isEmpty() ? 0 : field.indexOf(trimmed);
  }

  static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r';
  }

  /** Follows the quotes of a record: one opens at the start of a field, and two inside are a quote. */
  static final class Quotes {

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
  }
}
