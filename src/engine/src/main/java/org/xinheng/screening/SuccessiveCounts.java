package org.xinheng.screening;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.xinheng.screening.GuardedRows.Told;
import org.xinheng.screening.SuppressedCounts.Line;

/**
 * A table of counts and the same table as it was published before: what the two tell together.
 *
 * <p>Who took part is common knowledge, and so is who did not yet when the first table was published. So the reader of both is taken
 * to know which students have changed in between, and that each cell has grown by no more than have come to the row and
 * shrunk by no more than have left it. That links each cell to the one before: {@code now = before + difference}. All lines of
 * both tables and all links are given to {@link Subtraction}. As long as a hidden cell of either table, or a difference that is made by
 * few students, can be worked out, rows of the new table go.
 */
final class SuccessiveCounts {

  private final int small;
  private final int few;
  private final GuardedRows now;
  private final Map<RowKey, Before> before;
  private final Map<RowKey, Line> beforeLines = new LinkedHashMap<>();

  private SuccessiveCounts(GuardedRows now, Map<RowKey, Before> before, int small, int few) {
    this.small = small;
    this.few = few;
    this.now = now;
    this.before = before;
    before.forEach((key, row) -> beforeLines.put(key, row.line()));
  }

  /**
   * A row as it was published.
   *
   * @param entering how many students count in it now who did not, or not as the same
   * @param leaving how many counted in it who do not now, or not as the same
   */
  record Before(Line line, int entering, int leaving) {

    int changed() {
      return Math.max(entering, leaving);
    }
  }

  /**
   * Hides rows of a table, school by school, until it tells nothing beside the one that was published before.
   *
   * @param small cells of fewer students are hidden
   * @param few differences made by fewer students are hidden
   */
  static void guard(
      Map<RowKey, SuppressedCounts> now, Map<RowKey, Before> before, int small, int few) {
    for (String school : GuardedRows.schools(now)) {
      Map<RowKey, SuppressedCounts> rows = GuardedRows.ofSchool(school, now);
      Map<RowKey, Before> earlier = GuardedRows.ofSchool(school, before);
      boolean isSame = earlier.keySet().equals(rows.keySet())
          && earlier.values().stream().allMatch(row -> row.changed() == 0);
      if (!isSame && !earlier.isEmpty()) {
        int cells = earlier.values().iterator().next().line().cells();
        Set<RowKey> same = new LinkedHashSet<>();
        earlier.forEach((key, row) -> {
          if (row.changed() == 0) {
            same.add(key);
          }
        });
        SuccessiveCounts both =
            new SuccessiveCounts(new GuardedRows(rows, same, cells), earlier, small, few);
        both.now.hideWhile(both::told);
      }
    }
  }

  private Set<Told> told(Map<RowKey, Line> lines) {
    CountEquations equations = new CountEquations(GuardedRows.telling(lines, beforeLines));
    Map<RowKey, int[]> ofNow = equations.table(lines);
    Map<RowKey, int[]> ofBefore = equations.table(beforeLines);
    Map<RowKey, int[]> differences = new LinkedHashMap<>();
    ofNow.forEach((key, numbers) -> Optional.ofNullable(ofBefore.get(key))
        .ifPresent(earlier -> differences.put(
            key, link(key, CountEquations.line(lines, key), numbers, earlier, equations))));
    Subtraction.Bounds bounds = equations.bounds();
    Set<Told> told = new LinkedHashSet<>();
    told.addAll(Told.in(Told.Table.THIS, lines, ofNow, bounds, small));
    told.addAll(Told.in(Told.Table.OTHER, beforeLines, ofBefore, bounds, small));
    differences.forEach((key, numbers) -> IntStream.range(0, numbers.length)
        .filter(cell -> !CountEquations.line(lines, key).isRemainder(cell))
        .filter(
            cell -> tellsOfFew(key, CountEquations.line(lines, key), cell, numbers[cell], bounds))
        .forEach(cell -> told.add(new Told(key, Told.Table.DIFFERENCE, cell))));
    return told;
  }

  private Before before(RowKey key) {
    return Optional.ofNullable(before.get(key)).orElseThrow();
  }

  /** The differences of a row, each with as much added as have left the row, so that none is below 0. */
  private int[] link(RowKey key, Line line, int[] ofNow, int[] ofBefore, CountEquations equations) {
    Before row = before(key);
    int[] differences = new int[ofNow.length];
    for (int cell = 0; cell < ofNow.length; cell++) {
      differences[cell] = equations.number(row.entering() + row.leaving());
      Map<Integer, Integer> equation = new LinkedHashMap<>();
      int sum = -row.leaving();
      sum += equations.term(equation, line, ofNow, cell, 1);
      sum += equations.term(equation, row.line(), ofBefore, cell, -1);
      equation.merge(differences[cell], -1, Integer::sum);
      equations.add(equation, sum);
    }
    return differences;
  }

  private boolean tellsOfFew(
      RowKey key, Line line, int cell, int number, Subtraction.Bounds bounds) {
    Before row = before(key);
    int difference = line.count(cell) - row.line().count(cell);
    if (row.changed() < few) {
      return row.changed() > 0 && bounds.isPinned(number);
    }
    if (difference == 0 || Math.abs(difference) >= few) {
      return false;
    }
    double most = difference > 0
        ? bounds.highest(number) - row.leaving()
        : row.leaving() - bounds.lowest(number);
    int possible = difference > 0 ? row.entering() : row.leaving();
    return bounds.isPinned(number) || most < Math.min(few, possible);
  }
}
