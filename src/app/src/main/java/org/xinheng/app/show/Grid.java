package org.xinheng.app.show;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.xinheng.diagnostic.TerminalText;

/**
 * Columns of text. They are as wide as their longest line; where that is more than the terminal has, the widest columns
 * give way first and their cells are wrapped.
 */
public final class Grid {

  private static final int GAP = 2;
  private static final int NARROWEST = 4;

  private final int indent;
  private final List<List<String>> rows = new ArrayList<>();

  private Grid(int indent) {
    this.indent = indent;
  }

  /** An empty grid, {@code indent} columns from the left. */
  public static Grid at(int indent) {
    return new Grid(indent);
  }

  /** Adds a row, as many cells as the other rows have; a line end in a cell begins a new line of the cell. */
  public Grid row(List<String> cells) {
    if (!rows.isEmpty() && rows.get(0).size() != cells.size()) {
      throw new IllegalArgumentException(
          "a row must have " + rows.get(0).size() + " cells: " + cells.size());
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  public Grid row(String... cells) {
    return row(List.of(cells));
  }

  /** The lines, none wider than {@code width} if the columns can be made so narrow. */
  public List<String> lines(int width) {
    if (rows.isEmpty()) {
      return List.of();
    }
    int[] widths = widths(width);
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> addRow(row, widths, lines));
    return lines;
  }

  private void addRow(List<String> row, int[] widths, List<String> lines) {
    List<List<String>> cells = IntStream.range(0, row.size())
        .mapToObj(column -> Wrapping.lines(row.get(column), widths[column]))
        .toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder(" ".repeat(indent));
      for (int column = 0; column < widths.length; column++) {
        String text = i < cells.get(column).size() ? cells.get(column).get(i) : "";
        line.append(text)
            .append(" ".repeat(Math.max(0, widths[column] - TerminalText.width(text)) + GAP));
      }
      lines.add(line.toString().stripTrailing());
    }
  }

  private int[] widths(int width) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    int[] narrowest = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], Wrapping.widest(row.get(column)));
        narrowest[column] = Math.max(narrowest[column], Wrapping.widestPiece(row.get(column)));
      }
    }
    int most = width - indent - GAP * (columns - 1);
    while (IntStream.of(widths).sum() > most && narrowTheWidest(widths, narrowest)) {}
    int[] cut = IntStream.generate(() -> NARROWEST).limit(columns).toArray();
    while (IntStream.of(widths).sum() > most && narrowTheWidest(widths, cut)) {}
    return widths;
  }

  /** Takes one from the widest column that is not yet at its narrowest; false if all of them are. */
  private static boolean narrowTheWidest(int[] widths, int[] narrowest) {
    int widest = -1;
    for (int column = 0; column < widths.length; column++) {
      boolean canGiveWay = widths[column] > narrowest[column];
      if (canGiveWay && (widest < 0 || widths[column] > widths[widest])) {
        widest = column;
      }
    }
    if (widest < 0) {
      return false;
    }
    widths[widest]--;
    return true;
  }
}
