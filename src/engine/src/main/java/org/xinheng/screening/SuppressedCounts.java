package org.xinheng.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts of a whole and of its parts, with small cells suppressed so that they cannot be worked out again. A whole may be
 * divided in several ways: into grades, and again by sex.
 *
 * <p>The cells of one row add up to a total that everybody knows, and the rows of the parts add up to the row of the
 * whole. A cell of fewer than {@code n} students is suppressed first. Then, until nothing changes: whatever of a row is
 * suppressed must hold {@code n} students or more together and be more than one cell, or else a further cell goes too;
 * the same for one column of the parts of a whole whose cell is shown; and where the cell of a whole is suppressed, so
 * is one of its parts. At last {@link Subtraction} tries all lines together. As long as a cell can be worked out, or is
 * seen to hold fewer than {@code n}, another one beside it goes.
 *
 * <p>Of a row that is hidden with its total nobody knows what its cells add up to.
 *
 * <p>One cell may be a <em>remainder</em>: it is no secret itself, but everybody knows how large it could be at most, and
 * what is missing to that must not be a small number.
 */
final class SuppressedCounts {

  /** Stands for no cell. */
  static final int NONE = -1;

  private final int[] counts;
  private final int[] turns;
  private final int[] most;
  private final int remainder;
  private final boolean[] suppressed;
  private final Map<String, List<SuppressedCounts>> parts = new LinkedHashMap<>();
  private Optional<SuppressedCounts> whole = Optional.empty();

  /** The parts of the same division, this one among them. */
  private List<SuppressedCounts> beside = List.of();

  private List<Integer> toldTogether = List.of();
  private boolean allOrNothing;
  private boolean totalHidden;

  /**
   * Counts of which all are shown.
   *
   * @param turns for each cell, when it is its turn to hide another one of its row: cells of a lower turn go first, and
   *     of those the smallest
   */
  SuppressedCounts(int[] counts, int[] turns) {
    this(counts, turns, total(counts), NONE);
  }

  /** Everybody knows of each cell that it is no larger than all of them. */
  private static int[] total(int[] counts) {
    int[] most = new int[counts.length];
    Arrays.fill(most, sum(counts));
    return most;
  }

  /**
   * Counts with a remainder.
   *
   * @param most how large everybody knows each cell to be at most
   * @param remainder the cell of which what is missing to the most must not be a small number
   */
  SuppressedCounts(int[] counts, int[] turns, int[] most, int remainder) {
    this.counts = counts.clone();
    this.turns = turns.clone();
    this.most = most.clone();
    this.remainder = remainder;
    this.suppressed = new boolean[counts.length];
  }

  /** Says that somebody who reads the other rows has been told of this one how many these cells are together. */
  SuppressedCounts toldTogether(List<Integer> cells) {
    toldTogether = List.copyOf(cells);
    return this;
  }

  /** Says that a row of which a cell is suppressed is suppressed as a whole. */
  SuppressedCounts allOrNothing() {
    allOrNothing = true;
    return this;
  }

  /** Adds a part to the whole, one of those into which it is divided in some way, and returns the part. */
  SuppressedCounts part(String way, SuppressedCounts part) {
    List<SuppressedCounts> ofWay = parts.computeIfAbsent(way, key -> new ArrayList<>());
    ofWay.add(part);
    part.beside = ofWay;
    part.whole = Optional.of(this);
    return part;
  }

  /** How many cells a row has. */
  int cells() {
    return counts.length;
  }

  /** The row as it stands, with as many cells as are asked for: of those that it lacks there are none. */
  Line line(int cells) {
    boolean[] shown = new boolean[cells];
    for (int cell = 0; cell < cells; cell++) {
      shown[cell] = cell < counts.length ? !suppressed[cell] : !isHidden();
    }
    return new Line(
        Arrays.copyOf(counts, cells), shown, Arrays.copyOf(most, cells), !totalHidden, remainder);
  }

  /** Whether nothing of the row is shown. */
  private boolean isHidden() {
    return IntStream.range(0, counts.length).allMatch(cell -> suppressed[cell]);
  }

  /** Hides the whole row; whether anything of it was shown. */
  boolean hideAll() {
    boolean wasShown = !isHidden();
    Arrays.fill(suppressed, true);
    return wasShown;
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
    } while (hideBeside(exposed(n)) || hideBeside(told()));
  }

  /** Hides a cell, whatever it counts. */
  void hide(int cell) {
    suppress(cell);
  }

  /**
   * Hides the whole row, of which nobody knows how many it holds together.
   *
   * @param mostOfAll how many it holds at most, as everybody knows
   */
  void hideWithTotal(int mostOfAll) {
    Arrays.fill(suppressed, true);
    Arrays.fill(most, mostOfAll);
    totalHidden = true;
  }

  /** Hides whatever others hide; whether that was more than before. */
  boolean hideLike(SuppressedCounts others) {
    boolean changed = false;
    for (int cell = 0; cell < counts.length; cell++) {
      changed |= others.suppressed[cell] && !suppressed[cell];
      suppressed[cell] |= others.suppressed[cell];
    }
    return changed;
  }

  /**
   * Hides cells of this whole alone, as long as they tell what its parts hide; whether there were any. What the parts show
   * stays as it is, because it is known already.
   */
  boolean hideInWhole(int n) {
    boolean changed = false;
    List<Cell> told = exposedParts(n);
    while (!told.isEmpty() && row().stream().anyMatch(cell -> !cell.isSuppressed())) {
      List<Cell> same = told.stream()
          .map(cell -> new Cell(this, cell.index))
          .filter(cell -> !cell.isSuppressed())
          .toList();
      (same.isEmpty() ? row() : same).forEach(Cell::suppress);
      changed = true;
      told = exposedParts(n);
    }
    return changed;
  }

  private List<Cell> exposedParts(int n) {
    return exposed(n).stream().filter(cell -> cell.row != this).toList();
  }

  /** Whether there was anything to suppress; where nothing is hidden, nothing can be worked out. */
  private boolean suppressSmall(int n) {
    boolean any = false;
    for (int cell = 0; cell < counts.length; cell++) {
      int guarded = new Cell(this, cell).guarded();
      if (guarded > 0 && guarded < n) {
        suppress(cell);
      }
      any |= suppressed[cell];
    }
    for (SuppressedCounts part : children()) {
      any |= part.suppressSmall(n);
    }
    return any;
  }

  private void suppress(int cell) {
    if (allOrNothing) {
      Arrays.fill(suppressed, true);
    }
    suppressed[cell] = true;
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
    boolean changed = !totalHidden && protect(row(), n);
    for (SuppressedCounts part : children()) {
      changed |= part.protectRows(n);
    }
    return changed;
  }

  private boolean protectColumns(int n) {
    boolean changed = false;
    for (List<SuppressedCounts> way : parts.values()) {
      for (int cell = 0; cell < counts.length; cell++) {
        List<Cell> column = column(way, cell);
        changed |= suppressed[cell] ? hideOneOf(column) : protectColumn(column, cell, n);
      }
    }
    for (SuppressedCounts part : children()) {
      changed |= part.protectColumns(n);
    }
    return changed;
  }

  /** Where the parts do not suffice to hide each other, as when there is only one, the whole hides with them. */
  private boolean protectColumn(List<Cell> column, int cell, int n) {
    boolean changed = protect(column, n);
    if (isUnsafe(column, n)) {
      suppress(cell);
      return true;
    }
    return changed;
  }

  private List<Cell> row() {
    return IntStream.range(0, counts.length)
        .mapToObj(cell -> new Cell(this, cell))
        .toList();
  }

  private static List<Cell> column(List<SuppressedCounts> way, int cell) {
    return way.stream().map(part -> new Cell(part, cell)).toList();
  }

  private Stream<SuppressedCounts> ofParts() {
    return parts.values().stream().flatMap(List::stream);
  }

  private List<SuppressedCounts> children() {
    return ofParts().toList();
  }

  /** A row as a reader sees it. */
  static final class Line {

    private final int[] counts;
    private final boolean[] shown;
    private final int[] most;
    private final boolean isTotalKnown;
    private final int remainder;

    /**
     * A row.
     *
     * @param most how large each cell is at most, as everybody knows
     * @param remainder the cell that is one; none if it is negative
     */
    Line(int[] counts, boolean[] shown, int[] most, boolean isTotalKnown, int remainder) {
      this.counts = counts.clone();
      this.shown = shown.clone();
      this.most = most.clone();
      this.isTotalKnown = isTotalKnown;
      this.remainder = remainder;
    }

    int cells() {
      return counts.length;
    }

    int count(int cell) {
      return counts[cell];
    }

    boolean isShown(int cell) {
      return shown[cell];
    }

    int most(int cell) {
      return most[cell];
    }

    boolean isTotalKnown() {
      return isTotalKnown;
    }

    boolean isRemainder(int cell) {
      return cell == remainder;
    }

    boolean showsAny() {
      return IntStream.range(0, shown.length).anyMatch(cell -> shown[cell]);
    }

    int total() {
      return sum(counts);
    }

    /** The same with nothing shown. */
    Line hidden() {
      return new Line(counts, new boolean[shown.length], most, isTotalKnown, remainder);
    }

    /** Whether what is left possible of a hidden cell says too much. */
    boolean isExposed(int cell, Subtraction.Bounds bounds, int number, int n) {
      boolean isRemainder = cell == remainder;
      int guarded = isRemainder ? most[cell] - counts[cell] : counts[cell];
      if (guarded == 0 || guarded >= n) {
        return !isRemainder && bounds.isPinned(number);
      }
      double possible = isRemainder ? most[cell] - bounds.lowest(number) : bounds.highest(number);
      return bounds.isPinned(number) || possible < Math.min(n, most[cell]);
    }
  }

  private record Cell(SuppressedCounts row, int index) {

    /** By turn; an empty cell last, because hiding it hides nobody. */
    static final Comparator<Cell> ORDER = Comparator.<Cell, Integer>comparing(
            cell -> cell.row.turns[cell.index])
        .thenComparing(cell -> cell.count() == 0)
        .thenComparing(Cell::count);

    /** A remainder hides behind what is largest, so that the small cells of its row can still be shown. */
    static final Comparator<Cell> LARGEST_FIRST =
        Comparator.comparing(Cell::count).reversed();

    int count() {
      return row.counts[index];
    }

    boolean isSuppressed() {
      return row.suppressed[index];
    }

    void suppress() {
      row.suppress(index);
    }

    boolean isRemainder() {
      return index == row.remainder;
    }

    /** What must not be a small number: the count, or what is missing of a remainder. */
    int guarded() {
      return isRemainder() ? row.most[index] - count() : count();
    }

    /** Whether what is left possible says too much. A remainder of which nothing or much is missing is no secret. */
    boolean isExposed(Subtraction.Bounds bounds, int number, int n) {
      boolean isSmall = guarded() > 0 && guarded() < n;
      if (!isSmall) {
        return !isRemainder() && bounds.isPinned(number);
      }
      int most = row.most[index];
      double possible = isRemainder() ? most - bounds.lowest(number) : bounds.highest(number);
      return bounds.isPinned(number) || possible < Math.min(n, most);
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
    if (hidden.isEmpty()) {
      return false;
    }
    int students = hidden.stream().mapToInt(Cell::count).sum();
    boolean isSecret = hidden.stream().anyMatch(cell -> !cell.isRemainder());
    return hidden.size() == 1 || (isSecret && students < n);
  }

  private static boolean hideOneOf(List<Cell> line) {
    return line.stream().noneMatch(Cell::isSuppressed) && hideNext(line);
  }

  private static boolean hideNext(List<Cell> line) {
    boolean isOfRemainder = line.stream().filter(Cell::isSuppressed).allMatch(Cell::isRemainder);
    Optional<Cell> next = line.stream()
        .filter(cell -> !cell.isSuppressed())
        .min(isOfRemainder ? Cell.LARGEST_FIRST : Cell.ORDER);
    next.ifPresent(Cell::suppress);
    return next.isPresent();
  }

  /**
   * Suppresses another cell of the row of each of these, else of its column, else of the whole, else any; whether there was
   * one.
   */
  private boolean hideBeside(List<Cell> cells) {
    boolean changed = false;
    Set<SuppressedCounts> rows = new HashSet<>();
    for (Cell cell : cells) {
      changed |= rows.add(cell.row) && hideBeside(cell);
    }
    return changed;
  }

  private boolean hideBeside(Cell cell) {
    List<Cell> column = column(cell.row.beside, cell.index);
    List<Cell> ofWhole =
        cell.row.whole.map(row -> List.of(new Cell(row, cell.index))).orElse(List.of());
    // A remainder is told by those of the other parts rather than by its row.
    return (!cell.isRemainder() && hideNext(cell.row.row()))
        || hideNext(column)
        || hideNext(ofWhole)
        || hideNext(cell.row.row())
        || hideNext(rows().flatMap(row -> row.row().stream()).toList());
  }

  private Stream<SuppressedCounts> rows() {
    return Stream.concat(Stream.of(this), ofParts().flatMap(SuppressedCounts::rows));
  }

  /** Hidden cells of which all that is shown tells too much. */
  private List<Cell> exposed(int n) {
    Lines lines = new Lines(rows().toList());
    rows().forEach(row -> lines.add(row, row.parts.values()));
    Subtraction.Bounds bounds = lines.bounds(List.of());
    return lines.hidden.stream()
        .filter(cell -> cell.isExposed(bounds, lines.numberOf(cell), n))
        .toList();
  }

  /**
   * Hidden cells that can be worked out by somebody who has been told more of a row beside theirs. What such a reader knows
   * reaches them through the whole of both rows and what stands beside it, so that the parts of other wholes are left
   * out.
   */
  private List<Cell> told() {
    List<Cell> found = new ArrayList<>();
    rows()
        .forEach(whole -> whole.parts.values().forEach(way -> {
          if (way.stream().anyMatch(part -> !part.toldTogether.isEmpty())) {
            Lines lines = whole.around(way);
            way.forEach(reader -> found.addAll(lines.workedOutBy(reader, whole)));
          }
        }));
    return found;
  }

  private Lines around(List<SuppressedCounts> way) {
    SuppressedCounts top = whole.orElse(this);
    List<SuppressedCounts> above = Stream.concat(Stream.of(top), top.ofParts()).toList();
    Lines lines =
        new Lines(Stream.concat(above.stream(), way.stream()).distinct().toList());
    above.forEach(row -> lines.add(row, row == top ? top.parts.values() : List.of()));
    lines.add(this, List.of(way));
    way.forEach(part -> lines.add(part, List.of()));
    return lines;
  }

  private static int sum(int[] counts) {
    return IntStream.of(counts).sum();
  }

  /** What the hidden cells of some rows add up to. */
  private static final class Lines {

    private final List<Cell> hidden;
    private final Map<Cell, Integer> unknowns = new HashMap<>();
    private final List<double[]> equations = new ArrayList<>();
    private final int students;

    Lines(List<SuppressedCounts> rows) {
      hidden = rows.stream()
          .flatMap(row -> row.row().stream())
          .filter(Cell::isSuppressed)
          .toList();
      hidden.forEach(cell -> unknowns.put(cell, unknowns.size()));
      students = sum(rows.get(0).counts);
    }

    int numberOf(Cell cell) {
      return unknowns.getOrDefault(cell, NONE);
    }

    /** Adds a row, and the columns of its parts. */
    void add(SuppressedCounts row, Iterable<List<SuppressedCounts>> ways) {
      if (!row.totalHidden) {
        equations.add(equation(row.row(), List.of()));
      }
      for (List<SuppressedCounts> way : ways) {
        for (int cell = 0; cell < row.counts.length; cell++) {
          equations.add(equation(column(way, cell), List.of(new Cell(row, cell))));
        }
      }
    }

    Subtraction.Bounds bounds(List<double[]> alsoKnown) {
      Subtraction subtraction = new Subtraction(hidden.size(), students);
      hidden.forEach(cell -> subtraction.atMost(numberOf(cell), cell.row.most[cell.index]));
      equations.forEach(subtraction::add);
      alsoKnown.forEach(subtraction::add);
      return subtraction.bounds();
    }

    List<Cell> workedOutBy(SuppressedCounts reader, SuppressedCounts whole) {
      List<Cell> told =
          reader.toldTogether.stream().map(cell -> new Cell(reader, cell)).toList();
      if (hidden.isEmpty() || told.isEmpty()) {
        return List.of();
      }
      Subtraction.Bounds bounds = bounds(List.of(equation(told, List.of())));
      return hidden.stream()
          .filter(cell -> cell.row != reader && cell.row != whole && cell.row.whole.isPresent())
          .filter(cell -> reader.toldTogether.contains(cell.index))
          .filter(cell -> bounds.isPinned(numberOf(cell)))
          .toList();
    }

    /** Hidden cells that are added, less those that are taken away, give a number that is known. */
    private double[] equation(List<Cell> added, List<Cell> takenAway) {
      double[] equation = new double[unknowns.size() + 1];
      added.forEach(cell -> term(equation, cell, 1));
      takenAway.forEach(cell -> term(equation, cell, -1));
      return equation;
    }

    private void term(double[] equation, Cell cell, int sign) {
      int unknown = numberOf(cell);
      if (unknown != NONE) {
        equation[unknown] = sign;
        equation[equation.length - 1] += sign * cell.count();
      }
    }
  }
}
