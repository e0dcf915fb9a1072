package org.xinheng.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.xinheng.instrument.Item;

/**
 * A plan as loops over columns: the number of the result that each scale has in each row. All results come from the steps of the
 * plan itself, by {@link ScaleLookup}. Immutable.
 *
 * <p>It takes large tables, since all results that there can be are made for each kind of student. Rows with a cell that is
 * not applicable or undeclared are left to the plan.
 */
final class ColumnLookup {

  /** Of fewer rows there is nothing to save. */
  static final int FEWEST_ROWS = 2048;

  private static final int BLOCK_ROWS = 8192;
  private static final int MOST_ITEMS = 255;

  /** All that a character can count. */
  private static final int MOST_REMAINDERS = 1 << Character.SIZE;

  private static final int NONE = -1;

  private final ScoringPlan plan;
  private final RowLookup lookup;
  private final Remainder remainder;

  /** In the order in which scales are scored. */
  private final List<ColumnStep> steps;

  private final int[] kept;
  private final StudentResults ofStudents = new StudentResults();

  private ColumnLookup(RowLookup lookup) {
    this.plan = lookup.plan();
    this.lookup = lookup;
    this.remainder = lookup.remainder();
    this.steps = lookup.columns();
    this.kept = plan.instrument().keptColumns();
  }

  /**
   * The loops of a plan that has a {@link RowLookup}, if its codes are not negative, and its items and all that depends on
   * more than one scale are not too many.
   */
  static Optional<ColumnLookup> of(ScoringPlan plan) {
    boolean fits = plan.instrument().items().size() <= MOST_ITEMS && !hasNegativeCodes(plan);
    return fits
        ? RowLookup.of(plan)
            .filter(lookup -> lookup.remainder().size() <= MOST_REMAINDERS)
            .map(ColumnLookup::new)
        : Optional.empty();
  }

  private static boolean hasNegativeCodes(ScoringPlan plan) {
    return plan.instrument().items().stream()
        .flatMap((Item item) -> plan.instrument().scorable(item).stream())
        .flatMapToInt(responses -> Arrays.stream(responses.codesOfByte()))
        .anyMatch(code -> code < 0);
  }

  /** The scores of a table; none if all results of its kinds of students are more than its rows. */
  Optional<ScoreTable> run(ResponseTable table, int threads) {
    return kinds(table)
        .filter(kinds -> results(kinds.size()) <= table.rows())
        .map(kinds -> new Run(table, kinds).run(threads));
  }

  private Optional<StudentKinds> kinds(ResponseTable table) {
    boolean asks = IntStream.range(0, steps.size()).anyMatch(lookup::asksStudent);
    return asks ? table.kinds() : Optional.of(StudentKinds.one());
  }

  /** How many results there can be of so many kinds of students: of scales, and of all the rest. */
  long results(int kinds) {
    long results = remainder.size();
    for (int scale = 0; scale < steps.size(); scale++) {
      results += (long) lookup.results(scale) * (lookup.asksStudent(scale) ? kinds : 1);
    }
    return results;
  }

  /** One table. */
  private final class Run {

    private final ResponseTable table;
    private final StudentKinds kinds;
    private final byte[][] cells;
    private final short[][] numbers;
    private final char[] remainders;
    private final int[] otherRows;

    /** By remainder, a row that has it. */
    private final int[] rowsOf = new int[remainder.size()];

    Run(ResponseTable table, StudentKinds kinds) {
      this.table = table;
      this.kinds = kinds;
      cells = new byte[table.instrument().items().size()][];
      Arrays.setAll(cells, table::cells);
      numbers = new short[steps.size()][table.rows()];
      remainders = new char[rowsOf.length == 1 ? 0 : table.rows()];
      otherRows = table.otherRows(kept);
      Arrays.fill(rowsOf, NONE);
    }

    ScoreTable run(int threads) {
      int blocks = (table.rows() + BLOCK_ROWS - 1) / BLOCK_ROWS;
      ColumnWork work = ColumnWork.of(table.rows(), BLOCK_ROWS);
      if (threads == 1) {
        IntStream.range(0, blocks).forEach(block(work));
      } else {
        Workers.run(threads, blocks, () -> block(work.forThread()));
      }
      StoredScores[][] results = new StoredScores[kinds.size()][];
      for (int kind = 0; kind < results.length; kind++) {
        results[kind] = resultsFor(kinds.firstRow(kind));
      }
      return new NumberedScores(
          plan,
          table.rows(),
          new NumberedScores.Scales(numbers, kinds, results),
          met(),
          new NumberedScores.Others(otherRows, stored(otherRows)));
    }

    private StoredScores[] resultsFor(int row) {
      return table.hasNames() ? made(row) : ofStudents.of(table.student(row), () -> made(row));
    }

    private StoredScores[] made(int row) {
      ResponseTable student = table.select(List.of(row));
      return IntStream.range(0, steps.size())
          .mapToObj(scale -> lookup.resultsFor(student, scale).scores(0, scale))
          .toArray(StoredScores[]::new);
    }

    private IntConsumer block(ColumnWork work) {
      return number ->
          score(number * BLOCK_ROWS, Math.min(table.rows(), (number + 1) * BLOCK_ROWS), work);
    }

    private void score(int from, int to, ColumnWork work) {
      for (ColumnStep step : steps) {
        step.run(cells, from, to, numbers, work);
      }
      if (remainders.length > 0) {
        remainder.number(cells, numbers, from, to, remainders, work);
      }
      int next = Arrays.binarySearch(otherRows, from);
      next = next < 0 ? -1 - next : next;
      int start = from;
      while (next < otherRows.length && otherRows[next] < to) {
        note(start, otherRows[next]);
        start = otherRows[next] + 1;
        next++;
      }
      note(start, to);
    }

    /** Notes rows that have a remainder. */
    private void note(int from, int to) {
      if (remainders.length > 0) {
        note(remainders, from, to, rowsOf);
      } else if (from < to) {
        rowsOf[0] = from;
      }
    }

    private static void note(char[] remainders, int from, int to, int[] rowsOf) {
      for (int row = from; row < to; row++) {
        rowsOf[remainders[row]] = row;
      }
    }

    private NumberedScores.Remainders met() {
      int[] places = new int[rowsOf.length];
      int[] rows = Arrays.stream(rowsOf).filter(row -> row != NONE).toArray();
      int next = 0;
      for (int number = 0; number < places.length; number++) {
        places[number] = rowsOf[number] == NONE ? NONE : next++;
      }
      return new NumberedScores.Remainders(remainders, places, stored(rows));
    }

    private StoredScores stored(int[] rows) {
      return rows.length == 0
          ? new StoredScores(plan, 0)
          : plan.runStored(table.select(Arrays.stream(rows).boxed().toList()), 1);
    }
  }
}
