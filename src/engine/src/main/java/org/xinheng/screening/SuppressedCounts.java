package org.xinheng.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts of a whole and of its parts, with small cells suppressed so that they cannot be worked out again.
 *
 * <p>The cells of one row add up to a total that everybody knows, and the rows of the parts add up to the row of the
 * whole. A cell of fewer than {@code n} students is suppressed first. Then, until nothing changes: whatever of a row is
 * suppressed must hold {@code n} students or more together and be more than one cell, or else a further cell goes too;
 * the same for one column of the parts of a whole whose cell is shown; and where the cell of a whole is suppressed, so
 * is one of its parts. At last {@link Subtraction} tries all lines together, and as long as it can work out a cell,
 * another one beside it goes.
 */
final class SuppressedCounts {

  private final int[] counts;
  private final int[] turns;
  private final boolean[] suppressed;
  private final List<SuppressedCounts> parts = new ArrayList<>();

  /**
   * Counts of which all are shown.
   *
   * @param turns for each cell, when it is its turn to hide another one of its row: cells of a lower turn go first, and
   *     of those the smallest
   */
  SuppressedCounts(int[] counts, int[] turns) {
    this.counts = counts.clone();
    this.turns = turns.clone();
    this.suppressed = new boolean[counts.length];
  }

  /** Adds a part to the whole and returns the part. */
  SuppressedCounts part(SuppressedCounts part) {
    parts.add(part);
    return part;
  }

  /** The count, if it is shown. */
  Optional<Integer> shown(int cell) {
    return suppressed[cell] ? Optional.empty() : Optional.of(counts[cell]);
  }

  /** Suppresses in this whole and all its parts. */
  void suppressBelow(int n) {
    if (!suppressSmall(n)) {
      return;
    }
    do {
      protectLines(n);
    } while (pinned().map(this::suppressBeside).orElse(false));
  }

  /** Whether there was anything to suppress; where nothing is hidden, nothing can be worked out. */
  private boolean suppressSmall(int n) {
    boolean any = false;
    for (int cell = 0; cell < counts.length; cell++) {
      suppressed[cell] = counts[cell] > 0 && counts[cell] < n;
      any |= suppressed[cell];
    }
    for (SuppressedCounts part : parts) {
      any |= part.suppressSmall(n);
    }
    return any;
  }

  private void protectLines(int n) {
    boolean changed = true;
    while (changed) {
      // Hiding in a row may leave a column unsafe, and the other way round.
      boolean rowsChanged = protectRows(n);
      changed = protectColumns(n) || rowsChanged;
    }
  }

  private boolean protectRows(int n) {
    boolean changed = protect(row(), n);
    for (SuppressedCounts part : parts) {
      changed |= part.protectRows(n);
    }
    return changed;
  }

  private boolean protectColumns(int n) {
    boolean changed = false;
    for (int cell = 0; cell < counts.length; cell++) {
      changed |= suppressed[cell] ? hideOneOf(column(cell)) : protectColumn(cell, n);
    }
    for (SuppressedCounts part : parts) {
      changed |= part.protectColumns(n);
    }
    return changed;
  }

  /** Where the parts do not suffice to hide each other, as when there is only one, the whole hides with them. */
  private boolean protectColumn(int cell, int n) {
    boolean changed = protect(column(cell), n);
    if (isUnsafe(column(cell), n)) {
      suppressed[cell] = true;
      return true;
    }
    return changed;
  }

  private List<Cell> row() {
    return IntStream.range(0, counts.length)
        .mapToObj(cell -> new Cell(this, cell))
        .toList();
  }

  private List<Cell> column(int cell) {
    return parts.stream().map(part -> new Cell(part, cell)).toList();
  }

  private record Cell(SuppressedCounts row, int index) {

    /** An empty cell last, because hiding it hides nobody. */
    static final Comparator<Cell> ORDER = Comparator.<Cell, Boolean>comparing(
            cell -> cell.count() == 0)
        .thenComparing(cell -> cell.row.turns[cell.index])
        .thenComparing(Cell::count);

    int count() {
      return row.counts[index];
    }

    boolean isSuppressed() {
      return row.suppressed[index];
    }

    void suppress() {
      row.suppressed[index] = true;
    }
  }

  /** Suppresses further cells of a line whose sum is known until what is hidden in it is safe. */
  private static boolean protect(List<Cell> line, int n) {
    boolean changed = false;
    while (isUnsafe(line, n) && hideNext(line)) {
      changed = true;
    }
    return changed;
  }

  private static boolean isUnsafe(List<Cell> line, int n) {
    List<Cell> hidden = line.stream().filter(Cell::isSuppressed).toList();
    int students = hidden.stream().mapToInt(Cell::count).sum();
    return hidden.size() == 1 || (!hidden.isEmpty() && students < n);
  }

  private static boolean hideOneOf(List<Cell> line) {
    return line.stream().noneMatch(Cell::isSuppressed) && hideNext(line);
  }

  private static boolean hideNext(List<Cell> line) {
    Optional<Cell> next = line.stream().filter(cell -> !cell.isSuppressed()).min(Cell.ORDER);
    next.ifPresent(Cell::suppress);
    return next.isPresent();
  }

  /** Suppresses another cell of the same row, else of the same column, else any; false if all are suppressed. */
  private boolean suppressBeside(Cell cell) {
    List<Cell> all = rows().flatMap(row -> row.row().stream()).toList();
    return hideNext(cell.row.row())
        || hideNext(all.stream().filter(other -> other.index == cell.index).toList())
        || hideNext(all);
  }

  private Stream<SuppressedCounts> rows() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(SuppressedCounts::rows));
  }

  private Optional<Cell> pinned() {
    List<Cell> hidden =
        rows().flatMap(row -> row.row().stream()).filter(Cell::isSuppressed).toList();
    Map<Cell, Integer> unknowns = new HashMap<>();
    hidden.forEach(cell -> unknowns.put(cell, unknowns.size()));
    Subtraction subtraction =
        new Subtraction(hidden.size(), IntStream.of(counts).sum());
    rows().forEach(row -> {
      subtraction.add(equation(unknowns, row.row(), List.of()));
      for (int cell = 0; cell < counts.length && !row.parts.isEmpty(); cell++) {
        subtraction.add(equation(unknowns, row.column(cell), List.of(new Cell(row, cell))));
      }
    });
    OptionalInt pinned = subtraction.pinned();
    return pinned.isPresent() ? Optional.of(hidden.get(pinned.getAsInt())) : Optional.empty();
  }

  /** Hidden cells that are added, less those that are taken away, give a number that is known. */
  private static double[] equation(
      Map<Cell, Integer> unknowns, List<Cell> added, List<Cell> takenAway) {
    double[] equation = new double[unknowns.size() + 1];
    added.forEach(cell -> term(equation, unknowns, cell, 1));
    takenAway.forEach(cell -> term(equation, unknowns, cell, -1));
    return equation;
  }

  private static void term(double[] equation, Map<Cell, Integer> unknowns, Cell cell, int sign) {
    Integer unknown = unknowns.get(cell);
    if (unknown != null) {
      equation[unknown] = sign;
      equation[equation.length - 1] += sign * cell.count();
    }
  }
}
