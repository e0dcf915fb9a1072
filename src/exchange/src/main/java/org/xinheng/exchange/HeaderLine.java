package org.xinheng.exchange;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.exchange.workbook.FilledRow;

/**
 * The headings of a file of text: where they stand, what delimits them, and where each begins. They are found as in a
 * sheet ({@link SheetHeadings}), since a sheet that was saved as text has its title and explanations still; where no heading is
 * known, in the first row with several texts and no number, or else in the first that is not blank.
 *
 * @param line the line in which they begin, from 1
 * @param lastLine the line in which their last row begins: the same unless there are two
 * @param rowsBefore how many rows that are not blank stand before the last of them
 * @param delimiter the one by which most headings are known; else the one that stands in it most often outside quotes, the
 *     comma if there is none
 * @param headings one a field, up to the last that is not blank
 * @param warnings of rows that were passed over
 */
record HeaderLine(
    long line,
    long lastLine,
    int rowsBefore,
    Delimiter delimiter,
    List<Heading> headings,
    List<Diagnostic> warnings) {

  /** A header longer than this is an open quote. */
  private static final int MOST_CHARS = 1 << 20;

  private static final int END = -1;

  HeaderLine {
    headings = List.copyOf(headings);
    warnings = List.copyOf(warnings);
  }

  /**
   * One of the first rows.
   *
   * @param number from 1, blank rows counted
   * @param line in which it begins, from 1
   */
  private record Row(int number, int line, String text) {}

  /**
   * Reads as far as the headings can stand.
   *
   * @throws TableException if there are none, or a quote before them is not closed
   */
  static HeaderLine read(Reader reader, String file) throws IOException {
    List<Row> top = top(reader, file);
    if (top.isEmpty()) {
      throw new TableException(
          List.of(Diagnostic.error("file.empty", Place.startOf(file), "the file has no header")
              .hint("the first row names the columns")));
    }
    Optional<Found> best = Optional.empty();
    for (Delimiter delimiter : Delimiter.values()) {
      Found found = Found.of(top, delimiter);
      if (found.isBetterThan(best)) {
        best = Optional.of(found);
      }
    }
    Found found = best.filter(some -> some.headings().known() > 0).orElseGet(() -> unknown(top));
    return found.in(file);
  }

  /** A row with numbers below the first is no row of headings, where none is known. */
  private static Found unknown(List<Row> top) {
    Delimiter delimiter = mostFrequent(top.get(0).text());
    Found found = Found.of(top, delimiter);
    return found.holdsNumbers() ? Found.of(top.subList(0, 1), delimiter) : found;
  }

  /** The first rows in which anything stands, up to one whose quote is not closed: that will be said when it is read. */
  private static List<Row> top(Reader reader, String file) throws IOException {
    List<Row> top = new ArrayList<>();
    int line = 1;
    int number = 1;
    int next = reader.read();
    while (next != END && top.size() < SheetHeadings.MOST_ROWS) {
      StringBuilder record = new StringBuilder();
      Quotes quotes = new Quotes();
      while (next != END
          && (!isLineEnd(next) || quotes.areOpen())
          && record.length() <= MOST_CHARS) {
        quotes.pass((char) next, Delimiter.isOne(next));
        record.append((char) next);
        next = reader.read();
      }
      if (quotes.areOpen() || record.length() > MOST_CHARS) {
        if (top.isEmpty()) {
          throw openQuote(file, line);
        }
        return top;
      }
      if (!isBlank(record)) {
        top.add(new Row(number, line, record.toString()));
      }
      number++;
      line += lineEnds(record) + 1;
      int first = next;
      next = reader.read();
      if (first == '\r' && next == '\n') {
        next = reader.read();
      }
    }
    return top;
  }

  /** The headings as they are found if the text is delimited in one way. */
  private record Found(
      List<Row> top, Delimiter delimiter, List<FilledRow> rows, SheetHeadings headings) {

    static Found of(List<Row> top, Delimiter delimiter) {
      List<FilledRow> rows = top.stream()
          .map(row -> new FilledRow(
              row.number(),
              fields(row.text(), delimiter).stream()
                  .map(field -> Cell.trimmed(unquoted(field)))
                  .toList(),
              0))
          .toList();
      SheetHeadings headings =
          SheetHeadings.find(rows, FlattenedCells.of(rows)).orElseThrow();
      return new Found(top, delimiter, rows, headings);
    }

    boolean isBetterThan(Optional<Found> other) {
      return other.isEmpty()
          || headings.known() > other.get().headings.known()
          || (headings.known() == other.get().headings.known()
              && headings.texts().size() > other.get().headings.texts().size());
    }

    boolean holdsNumbers() {
      return headings.texts().stream().anyMatch(text -> Cell.number(text).isPresent());
    }

    HeaderLine in(String file) {
      Row first = row(headings.firstRow());
      Row last = row(headings.lastRow());
      List<Place> places = places(first, file);
      List<Place> below = places(last, file);
      List<Heading> all = new ArrayList<>();
      for (int i = 0; i < headings.columns().size(); i++) {
        int column = headings.columns().get(i);
        while (all.size() < column) {
          all.add(new Heading("", places.get(Math.min(all.size(), places.size() - 1))));
        }
        all.add(new Heading(
            headings.texts().get(i),
            column < places.size() ? places.get(column) : below.get(column)));
      }
      int rowsBefore = (int)
          rows.stream().filter(row -> row.number() < headings.lastRow()).count();
      return new HeaderLine(
          first.line(),
          last.line(),
          rowsBefore,
          delimiter,
          all,
          headings.warnings(number -> new Place(file, row(number).line(), 1)));
    }

    private Row row(int number) {
      return top.stream().filter(row -> row.number() == number).findFirst().orElseThrow();
    }

    /** Where the text of each field begins. */
    private List<Place> places(Row row, String file) {
      List<Place> places = new ArrayList<>();
      Position position = new Position(row.line());
      int passed = 0;
      for (String field : fields(row.text(), delimiter)) {
        int start = passed + blanksBefore(field);
        int end = passed + field.length() + 1;
        for (; passed < start; passed++) {
          position.pass(row.text(), passed);
        }
        places.add(position.in(file));
        for (; passed < end && passed < row.text().length(); passed++) {
          position.pass(row.text(), passed);
        }
      }
      return places;
    }
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
