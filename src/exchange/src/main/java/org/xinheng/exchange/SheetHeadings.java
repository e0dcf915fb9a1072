package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.exchange.workbook.FilledRow;
import org.xinheng.exchange.workbook.MergedCells;

/**
 * The headings of a sheet, or of one that was saved as text, wherever they stand: below a title and an explanation, in one row or in two, with or without a row
 * that says in words what each column is about.
 *
 * <p>The row with the most headings that are known is taken, the upper one of two. Where none is known, it is the first row with
 * at least two texts. A row below is a second row of headings if more are known of both together (a questionnaire above, its
 * items below) and it holds no other number, or if the cell of a known heading is merged down into it.
 *
 * @param firstRow the row in which they begin, from 1
 * @param lastRow the row in which they end
 * @param columns where each heading stands, from 0
 * @param texts the headings
 * @param known how many of them are known
 * @param topicRow a row below them that is passed over, because it can only say what the items are about
 * @param numbersAbove a row above them that is passed over though it holds numbers beside other texts
 */
record SheetHeadings(
    int firstRow,
    int lastRow,
    List<Integer> columns,
    List<String> texts,
    int known,
    Optional<Integer> topicRow,
    Optional<Integer> numbersAbove) {

  /** So many rows with text in them are looked through for the headings. */
  static final int MOST_ROWS = 20;

  private static final int LEAST_TOPICS = 3;

  SheetHeadings {
    columns = List.copyOf(columns);
    texts = List.copyOf(texts);
  }

  /**
   * Finds them.
   *
   * @param top the first rows in which anything stands
   * @param merged the merged cells of the sheet
   * @return nothing if nothing stands in the sheet
   */
  static Optional<SheetHeadings> find(List<FilledRow> top, List<MergedCells.Block> merged) {
    Finder finder = new Finder(top, merged);
    Optional<SheetHeadings> best = Optional.empty();
    boolean isFirstWithSeveral = true;
    for (int i = 0; i < top.size(); i++) {
      SheetHeadings found = finder.at(i);
      boolean hasSeveral = found.texts().size() > 1;
      int needed = hasSeveral && isFirstWithSeveral ? 1 : 2;
      isFirstWithSeveral &= !hasSeveral;
      if (found.known() >= needed
          && found.known() > best.map(SheetHeadings::known).orElse(0)) {
        best = Optional.of(found);
      }
    }
    return best.or(finder::firstRowWithSeveralTexts)
        .map(headings -> headings.overTopics(top).belowNumbers(top));
  }

  /** A title and an explanation are texts; a row with numbers may be one of a student. */
  private SheetHeadings belowNumbers(List<FilledRow> top) {
    Optional<Integer> row = top.stream()
        .filter(above -> above.number() < firstRow)
        .filter(
            above -> above.cells().stream().filter(cell -> !Cell.isBlank(cell)).count() > 1
                && above.cells().stream().anyMatch(cell -> Cell.number(cell).isPresent()))
        .map(FilledRow::number)
        .findFirst();
    return new SheetHeadings(firstRow, lastRow, columns, texts, known, topicRow, row);
  }

  private SheetHeadings overTopics(List<FilledRow> top) {
    return top.stream()
        .filter(row -> row.number() == lastRow + 1 && isOfTopics(row))
        .findFirst()
        .map(row -> new SheetHeadings(
            firstRow,
            row.number(),
            columns,
            texts,
            known,
            Optional.of(row.number()),
            Optional.empty()))
        .orElse(this);
  }

  /** No student, and under at least three items as many different texts: answers in words would repeat themselves. */
  private boolean isOfTopics(FilledRow row) {
    boolean asksStudent = false;
    Set<String> topics = new HashSet<>();
    int items = 0;
    for (int i = 0; i < texts.size(); i++) {
      String cell = Cell.trimmed(row.cell(columns.get(i)));
      if (HeadingWords.isItem(texts.get(i))) {
        items++;
        if (cell.isEmpty() || Cell.number(cell).isPresent()) {
          return false;
        }
        topics.add(cell);
      } else if (KnownColumn.ofHeading(texts.get(i)).isPresent()) {
        asksStudent |= HeadingWords.isKey(texts.get(i));
        if (!cell.isEmpty()) {
          return false;
        }
      }
    }
    return asksStudent && items >= LEAST_TOPICS && topics.size() == items;
  }

  /** Whether students or answers stand below. */
  boolean isOfStudents() {
    return texts.stream().anyMatch(HeadingWords::isKey);
  }

  /** Warns of rows above and below the headings that were passed over though nothing but their texts says what they are. */
  List<Diagnostic> warnings(Function<Integer, Place> rowPlace) {
    List<Diagnostic> found = new ArrayList<>();
    numbersAbove.ifPresent(row -> found.add(Diagnostic.warning(
            "sheet.above-headings",
            rowPlace.apply(row),
            "the row stands above the headings and is passed over")
        .hint("if it is the row of a student, put it below the headings")));
    topicRow.ifPresent(row -> found.add(Diagnostic.warning(
            "sheet.second-heading",
            rowPlace.apply(row),
            "the row names no student and has another text under each item: it is taken for a"
                + " second row of headings")
        .hint("if it is the row of a student, write the student's number into it")));
    return found;
  }

  private static final class Finder {

    private final List<FilledRow> top;
    private final List<MergedCells.Block> merged;

    Finder(List<FilledRow> top, List<MergedCells.Block> merged) {
      this.top = top;
      this.merged = merged;
    }

    SheetHeadings at(int i) {
      SheetHeadings alone = ofRows(i, i);
      int last = Math.max(lastMergedInto(i), i);
      if (last > i) {
        return ofRows(i, last);
      }
      if (isFollowed(i) && !holdsAnswers(i)) {
        SheetHeadings two = ofRows(i, i + 1);
        if (two.known() > Math.max(alone.known(), ofRows(i + 1, i + 1).known())) {
          return two;
        }
      }
      return alone;
    }

    /** Whether the row below holds a number that is not that of an item: then it is one of a student. */
    private boolean holdsAnswers(int i) {
      FilledRow below = top.get(i + 1);
      for (int column = 0; column < below.cells().size(); column++) {
        String cell = oneLine(below.cell(column));
        if (Cell.number(cell).isPresent() && !HeadingWords.makeItem(over(i, column), cell)) {
          return true;
        }
      }
      return false;
    }

    private boolean isFollowed(int i) {
      return i + 1 < top.size() && top.get(i + 1).number() == top.get(i).number() + 1;
    }

    /** The position of the last row into which the cell of a known heading of a row is merged down. */
    private int lastMergedInto(int i) {
      int number = top.get(i).number();
      int lastNumber = merged.stream()
          .filter(block -> block.firstRow() == number
              && HeadingWords.isKnown(top.get(i).cell(block.firstColumn())))
          .mapToInt(MergedCells.Block::lastRow)
          .max()
          .orElse(number);
      int last = i;
      while (last + 1 < top.size() && top.get(last + 1).number() <= lastNumber) {
        last++;
      }
      return last;
    }

    private SheetHeadings ofRows(int first, int last) {
      int width = 0;
      for (int i = first; i <= last; i++) {
        width = Math.max(width, top.get(i).cells().size());
      }
      List<Integer> columns = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      int known = 0;
      for (int column = 0; column < width; column++) {
        String text = oneLine(top.get(first).cell(column));
        for (int i = first + 1; i <= last; i++) {
          text = joined(text, first, i, column);
        }
        if (!text.isEmpty()) {
          columns.add(column);
          texts.add(text);
          known += HeadingWords.isKnown(text) ? 1 : 0;
        }
      }
      return new SheetHeadings(
          top.get(first).number(),
          top.get(last).number(),
          columns,
          texts,
          known,
          Optional.empty(),
          Optional.empty());
    }

    /** A heading and what stands below it. */
    private String joined(String above, int first, int i, int column) {
      String below = oneLine(top.get(i).cell(column));
      if (below.isEmpty() || (HeadingWords.isKnown(above) && !HeadingWords.isKnown(below))) {
        return above;
      }
      String over = over(first, column);
      return HeadingWords.makeItem(over, below) ? over + "." + below : below;
    }

    /** The text of the cell over several columns that a column is below; empty if there is none. */
    private String over(int i, int column) {
      return merged.stream()
          .filter(block ->
              block.holds(top.get(i).number(), column) && block.lastColumn() > block.firstColumn())
          .findFirst()
          .map(block -> oneLine(top.get(i).cell(block.firstColumn())))
          .orElse("");
    }

    Optional<SheetHeadings> firstRowWithSeveralTexts() {
      for (int i = 0; i < top.size(); i++) {
        SheetHeadings found = at(i);
        if (found.texts().size() > 1) {
          return Optional.of(found);
        }
      }
      return top.isEmpty() ? Optional.empty() : Optional.of(ofRows(0, 0));
    }

    /** A heading may say below its name, in the same cell, what the column is about. */
    private static String oneLine(String cell) {
      String text = Cell.trimmed(cell);
      int end = text.indexOf('\n');
      String first = end < 0 ? text : Cell.trimmed(text.substring(0, end));
      return end >= 0 && HeadingWords.isKnown(first) && !HeadingWords.isKnown(text) ? first : text;
    }
  }
}
