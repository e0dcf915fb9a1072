package org.xinheng.validation.irt;

import java.util.Arrays;
import java.util.List;

/** The people with one sum of answers, or with several neighbouring ones, by the category of an item. */
final class CellRow {

  private int from;
  private int to;
  private final double[] observed;
  private final double[] expected;

  CellRow(int from, int to, double[] observed, double[] expected) {
    this.from = from;
    this.to = to;
    this.observed = observed.clone();
    this.expected = expected.clone();
  }

  double people() {
    return Arrays.stream(observed).sum();
  }

  /** How many cells expect anybody. */
  int cells() {
    return (int) Arrays.stream(expected).filter(e -> e > 0).count();
  }

  double chiSquare() {
    double sum = 0;
    for (int k = 0; k < expected.length; k++) {
      double off = observed[k] - expected[k];
      sum += expected[k] > 0 ? off * off / expected[k] : 0;
    }
    return sum;
  }

  ItemFit.Cells shown() {
    return new ItemFit.Cells(
        from,
        to,
        Arrays.stream(observed).boxed().toList(),
        Arrays.stream(expected).boxed().toList());
  }

  private boolean isTooSmall(double least) {
    return Arrays.stream(expected).anyMatch(e -> e > 0 && e < least);
  }

  private double expectedPeople() {
    return Arrays.stream(expected).sum();
  }

  /** Merges small cells of the row with a neighbour, from both ends towards the middle, until two are left. */
  private void mergeCategories(double least) {
    for (int k = 0; k < expected.length - 1 && cells() > 2; k++) {
      if (expected[k] > 0 && expected[k] < least) {
        move(k, k + 1);
      }
    }
    for (int k = expected.length - 1; k > 0 && cells() > 2; k--) {
      if (expected[k] > 0 && expected[k] < least) {
        move(k, k - 1);
      }
    }
  }

  private void move(int category, int into) {
    expected[into] += expected[category];
    observed[into] += observed[category];
    expected[category] = 0;
    observed[category] = 0;
  }

  private void take(CellRow other) {
    from = Math.min(from, other.from);
    to = Math.max(to, other.to);
    for (int k = 0; k < expected.length; k++) {
      expected[k] += other.expected[k];
      observed[k] += other.observed[k];
    }
  }

  /** Merges cells until each expects at least so many people, or one row is left. */
  static void merge(List<CellRow> rows, double least) {
    for (CellRow row : rows) {
      row.mergeCategories(least);
    }
    int small = firstTooSmall(rows, least);
    while (small >= 0 && rows.size() > 1) {
      CellRow into = rows.get(neighbour(rows, small));
      into.take(rows.get(small));
      into.mergeCategories(least);
      rows.remove(small);
      small = firstTooSmall(rows, least);
    }
  }

  private static int neighbour(List<CellRow> rows, int of) {
    if (of == 0 || of == rows.size() - 1) {
      return of == 0 ? 1 : of - 1;
    }
    return rows.get(of - 1).expectedPeople() <= rows.get(of + 1).expectedPeople() ? of - 1 : of + 1;
  }

  private static int firstTooSmall(List<CellRow> rows, double least) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).isTooSmall(least)) {
        return i;
      }
    }
    return -1;
  }
}
