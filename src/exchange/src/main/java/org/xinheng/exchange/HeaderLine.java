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

  HeaderLine {
    headings = List.copyOf(headings);
    warnings = List.copyOf(warnings);
  }

  /**
   * One of the first rows.
   *
   * @param number from 1, blank rows counted
   */
  private record Row(int number, TextRecord record) {}

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
    Delimiter delimiter = top.get(0).record().mostFrequentDelimiter();
    Found found = Found.of(top, delimiter);
    return found.holdsNumbers() ? Found.of(top.subList(0, 1), delimiter) : found;
  }

  /** The first rows in which anything stands, up to one whose quote is not closed: that will be said when it is read. */
  private static List<Row> top(Reader reader, String file) throws IOException {
    TextRecords records = new TextRecords(reader, Delimiter::isOne);
    List<Row> top = new ArrayList<>();
    int number = 1;
    Optional<TextRecord> next = records.next();
    while (next.isPresent() && next.get().isWhole() && top.size() < SheetHeadings.MOST_ROWS) {
      if (!next.get().isBlank()) {
        top.add(new Row(number, next.get()));
      }
      number++;
      next = records.next();
    }
    if (top.isEmpty() && next.isPresent()) {
      throw new TableException(List.of(TextTable.brokenQuotes(file, next.get().line())));
    }
    return top;
  }

  /** The headings as they are found if the text is delimited in one way. */
  private record Found(
      List<Row> top, Delimiter delimiter, List<FilledRow> rows, SheetHeadings headings) {

    static Found of(List<Row> top, Delimiter delimiter) {
      List<FilledRow> rows = top.stream()
          .map(row -> new FilledRow(row.number(), row.record().texts(delimiter), 0))
          .toList();
      SheetHeadings headings = SheetHeadings.find(rows, FlattenedCells.of(rows)).orElseThrow();
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
      TextRecord first = record(headings.firstRow());
      TextRecord last = record(headings.lastRow());
      List<Place> places = first.places(delimiter, file);
      List<Place> below = last.places(delimiter, file);
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
      int rowsBefore =
          (int) rows.stream().filter(row -> row.number() < headings.lastRow()).count();
      return new HeaderLine(
          first.line(),
          last.line(),
          rowsBefore,
          delimiter,
          all,
          headings.warnings(number -> new Place(file, record(number).line(), 1)));
    }

    private TextRecord record(int number) {
      return top.stream()
          .filter(row -> row.number() == number)
          .findFirst()
          .orElseThrow()
          .record();
    }
  }
}
