package org.xinheng.screening;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.xinheng.screening.SuppressedCounts.Line;

/** The rows of a table of one school, which are hidden as long as the table tells too much beside another one. */
final class GuardedRows {

  private final Map<RowKey, SuppressedCounts> rows;
  private final Set<RowKey> known;
  private final int cells;

  /**
   * The rows of a table.
   *
   * @param known rows of which the other table tells all
   * @param cells how many cells each has
   */
  GuardedRows(Map<RowKey, SuppressedCounts> rows, Set<RowKey> known, int cells) {
    this.rows = rows;
    this.known = known;
    this.cells = cells;
  }

  /** Something that is told. */
  record Told(RowKey key, Table table, int cell) {

    /** Where it is told. */
    enum Table {
      THIS,
      OTHER,
      DIFFERENCE
    }

    /** The hidden cells of a table of which too much is told. */
    static Set<Told> in(
        Table table,
        Map<RowKey, Line> lines,
        Map<RowKey, int[]> numbers,
        Subtraction.Bounds bounds,
        int small) {
      Set<Told> told = new LinkedHashSet<>();
      numbers.forEach((key, of) -> {
        Line line = CountEquations.line(lines, key);
        IntStream.range(0, of.length)
            .filter(cell -> of[cell] != CountEquations.NONE)
            .filter(cell -> line.isExposed(cell, bounds, of[cell], small))
            .forEach(cell -> told.add(new Told(key, table, cell)));
      });
      return told;
    }
  }

  /** The rows as a reader sees them. */
  Map<RowKey, Line> lines() {
    Map<RowKey, Line> lines = new LinkedHashMap<>();
    rows.forEach((key, row) -> lines.put(key, row.line(cells)));
    return lines;
  }

  /**
   * Hides the row of which too much is told, then one beside it, then the row of its whole, until no more is told than
   * would be if nothing of this table were shown.
   *
   * @param told what a reader of some lines can work out
   */
  void hideWhile(Function<Map<RowKey, Line>, Set<Told>> told) {
    Map<RowKey, Line> hidden = lines();
    hidden.replaceAll((key, line) -> line.hidden());
    Set<Told> anyway = told.apply(hidden);
    boolean isMore = true;
    while (isMore) {
      Set<Told> found = told.apply(lines());
      found.removeAll(anyway);
      List<RowKey> keys = found.stream().map(Told::key).distinct().toList();
      isMore = hideAny(keys)
          || keys.stream().anyMatch(this::hideBeside)
          || (!keys.isEmpty() && hideAny(List.copyOf(rows.keySet())));
    }
  }

  /** What hides a row that is hidden already: one more beside it, else its whole. */
  private boolean hideBeside(RowKey key) {
    Optional<RowKey> whole = key.whole();
    return hideOneBeside(key, whole) || whole.filter(this::hide).isPresent();
  }

  /** The smallest row behind which another one can hide: one that is known from elsewhere hides nothing. */
  private boolean hideOneBeside(RowKey key, Optional<RowKey> whole) {
    return rows.entrySet().stream()
        .filter(
            row -> row.getKey().level() == key.level() && row.getKey().whole().equals(whole))
        .filter(row -> !known.contains(row.getKey()))
        .filter(row -> row.getValue().line(cells).showsAny())
        .min(Comparator.comparing(row -> row.getValue().line(cells).total()))
        .map(row -> hide(row.getKey()))
        .orElse(false);
  }

  private boolean hideAny(List<RowKey> some) {
    boolean any = false;
    for (RowKey key : some) {
      any |= hide(key);
    }
    return any;
  }

  private boolean hide(RowKey key) {
    return Optional.ofNullable(rows.get(key)).map(SuppressedCounts::hideAll).orElse(false);
  }

  /**
   * The rows that say anything: hidden in both tables, the classes of a grade say nothing that their grade does not.
   */
  static Set<RowKey> telling(Map<RowKey, Line> one, Map<RowKey, Line> other) {
    Set<RowKey> all = new LinkedHashSet<>(one.keySet());
    all.addAll(other.keySet());
    Set<RowKey> grades = new LinkedHashSet<>();
    for (RowKey key : all) {
      boolean isShown = Optional.ofNullable(one.get(key)).filter(Line::showsAny).isPresent()
          || Optional.ofNullable(other.get(key)).filter(Line::showsAny).isPresent();
      if (key.level() == Summary.Level.CLASS && isShown) {
        grades.add(key.whole().orElseThrow());
      }
    }
    Set<RowKey> telling = new LinkedHashSet<>();
    all.stream()
        .filter(key ->
            key.level() != Summary.Level.CLASS || grades.contains(key.whole().orElseThrow()))
        .forEach(telling::add);
    return telling;
  }

  /** The rows of one school. */
  static <T> Map<RowKey, T> ofSchool(String school, Map<RowKey, T> rows) {
    Map<RowKey, T> some = new LinkedHashMap<>();
    rows.forEach((key, row) -> {
      if (key.school().equals(school)) {
        some.put(key, row);
      }
    });
    return some;
  }

  /** The schools of some rows. */
  static Set<String> schools(Map<RowKey, ?> rows) {
    Set<String> schools = new LinkedHashSet<>();
    rows.keySet().forEach(key -> schools.add(key.school()));
    return schools;
  }
}
