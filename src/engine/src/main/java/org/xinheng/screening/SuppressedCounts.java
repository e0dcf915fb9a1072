package org.xinheng.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts of a whole and of its parts, with small cells suppressed so that they cannot be worked out again.
 *
 * <p>The cells of one row add up to a total that everybody knows, and the rows of the parts add up to the row of the
 * whole. A cell of fewer than {@code n} students is suppressed first. Then, until nothing changes: whatever of a row is
 * suppressed must hold {@code n} students or more together and be more than one cell, or else the smallest cell that is
 * still shown goes too; the same for one column of the parts of a whole whose cell is shown. So every sum that can be
 * formed by subtraction is itself of at least {@code n} students.
 */
final class SuppressedCounts {

  private final int[] counts;
  private final boolean[] suppressed;
  private final List<SuppressedCounts> parts = new ArrayList<>();

  SuppressedCounts(int[] counts) {
    this.counts = counts.clone();
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
    suppressSmall(n);
    boolean changed = true;
    while (changed) {
      // Hiding in a row may leave a column unsafe, and the other way round.
      boolean rowsChanged = protectRows(n);
      changed = protectColumns(n) || rowsChanged;
    }
  }

  private void suppressSmall(int n) {
    for (int cell = 0; cell < counts.length; cell++) {
      suppressed[cell] = counts[cell] > 0 && counts[cell] < n;
    }
    parts.forEach(part -> part.suppressSmall(n));
  }

  private boolean protectRows(int n) {
    List<Cell> row = new ArrayList<>();
    for (int cell = 0; cell < counts.length; cell++) {
      row.add(new Cell(this, cell));
    }
    boolean changed = protect(row, n);
    for (SuppressedCounts part : parts) {
      changed |= part.protectRows(n);
    }
    return changed;
  }

  private boolean protectColumns(int n) {
    boolean changed = false;
    for (int cell = 0; cell < counts.length; cell++) {
      int column = cell;
      if (!suppressed[cell]) {
        changed |= protect(parts.stream().map(part -> new Cell(part, column)).toList(), n);
      }
    }
    for (SuppressedCounts part : parts) {
      changed |= part.protectColumns(n);
    }
    return changed;
  }

  private record Cell(SuppressedCounts row, int index) {
    int count() {
      return row.counts[index];
    }

    boolean isSuppressed() {
      return row.suppressed[index];
    }
  }

  /** Suppresses further cells of a line whose sum is known until what is hidden in it is safe. */
  private static boolean protect(List<Cell> line, int n) {
    boolean changed = false;
    while (isUnsafe(line, n)) {
      Optional<Cell> next = line.stream()
          .filter(cell -> !cell.isSuppressed())
          .min((a, b) -> Integer.compare(order(a), order(b)));
      if (next.isEmpty()) {
        break;
      }
      next.get().row.suppressed[next.get().index] = true;
      changed = true;
    }
    return changed;
  }

  private static boolean isUnsafe(List<Cell> line, int n) {
    List<Cell> hidden = line.stream().filter(Cell::isSuppressed).toList();
    int students = hidden.stream().mapToInt(Cell::count).sum();
    return hidden.size() == 1 || (!hidden.isEmpty() && students < n);
  }

  /** Smallest first; an empty cell last, because hiding it hides nobody. */
  private static int order(Cell cell) {
    return cell.count() == 0 ? Integer.MAX_VALUE : cell.count();
  }
}
