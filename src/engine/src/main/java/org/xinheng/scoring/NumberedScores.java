package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

/**
 * Scores of which a row holds numbers alone: for each scale that of one of its results, each of which is stored once. What does
 * not fit is stored as rows of its own.
 */
final class NumberedScores extends ScoreTable {

  private static final int NONE = -1;

  /** By scale and row. */
  private final short[][] numbers;

  private final StudentKinds kinds;

  /** By kind of student and scale. */
  private final StoredScores[][] results;

  /** By row: all that critical items, classifications and validity depend on; empty if all rows have the same. */
  private final char[] remainders;

  /** By remainder, its place among {@link #met}. */
  private final int[] places;

  private final StoredScores met;

  /** The rows that are not numbered, ascending: they stand one behind the other in {@link #others}. */
  private final int[] otherRows;

  private final StoredScores others;

  /** What is numbered in a table. */
  static final class Scales {

    private final short[][] numbers;
    private final StudentKinds kinds;
    private final StoredScores[][] results;

    /**
     * @param numbers by scale and row, those of results
     * @param results by kind of student and scale
     */
    Scales(short[][] numbers, StudentKinds kinds, StoredScores[][] results) {
      this.numbers = numbers;
      this.kinds = kinds;
      this.results = results;
    }
  }

  /** What is not of single scales. */
  static final class Remainders {

    private final char[] numbers;
    private final int[] places;
    private final StoredScores scores;

    /**
     * @param numbers by row; none if all rows have the same
     * @param places by number, the row of the scores
     */
    Remainders(char[] numbers, int[] places, StoredScores scores) {
      this.numbers = numbers;
      this.places = places;
      this.scores = scores;
    }
  }

  /** Rows that are not numbered. */
  static final class Others {

    private final int[] rows;
    private final StoredScores scores;

    /** @param rows ascending, each of which has its row in the scores */
    Others(int[] rows, StoredScores scores) {
      this.rows = rows;
      this.scores = scores;
    }
  }

  NumberedScores(ScoringPlan plan, int rows, Scales scales, Remainders remainders, Others others) {
    super(plan, rows);
    numbers = scales.numbers;
    kinds = scales.kinds;
    results = scales.results;
    this.remainders = remainders.numbers;
    places = remainders.places;
    met = remainders.scores;
    otherRows = others.rows;
    this.others = others.scores;
  }

  /** Its place among the others; negative if it is none of them. */
  private int other(int row) {
    return otherRows.length == 0 ? NONE : Arrays.binarySearch(otherRows, row);
  }

  @Override
  StoredScores scores(int row, int scale) {
    return other(row) >= 0 ? others : results[kinds.kind(row)][scale];
  }

  @Override
  int rowIn(int row, int scale) {
    int other = other(row);
    return other >= 0 ? other : numbers[scale][row];
  }

  @Override
  StoredScores scores(int row) {
    return other(row) >= 0 ? others : met;
  }

  @Override
  int rowIn(int row) {
    int other = other(row);
    return other >= 0 ? other : places[remainders.length == 0 ? 0 : remainders[row]];
  }

  @Override
  public RowNumbers numbers(Map<Integer, ScoreMeasure> ofScales) {
    List<RowNumbers> parts = new ArrayList<>();
    List<Looked> ofAll = new ArrayList<>();
    ofScales.forEach((scale, measure) -> {
      if (isSameForAll(scale)) {
        ofAll.add(new Looked(numbers[scale], measure.ofAll(results[0][scale])));
      } else {
        parts.add(ofKinds(scale, measure));
      }
    });
    for (int first = 0; first < ofAll.size(); first += Looked.AT_ONCE) {
      parts.add(Looked.sum(ofAll.subList(first, Math.min(ofAll.size(), first + Looked.AT_ONCE))));
    }
    RowNumbers numbered = (from, to, sums) -> parts.forEach(part -> part.addTo(from, to, sums));
    return withOthers(
        row -> ofScales.values().stream()
            .mapToLong(measure -> measure.of(others, row))
            .sum(),
        numbered);
  }

  private boolean isSameForAll(int scale) {
    for (StoredScores[] ofKind : results) {
      if (ofKind[scale] != results[0][scale]) {
        return false;
      }
    }
    return true;
  }

  private RowNumbers ofKinds(int scale, ScoreMeasure measure) {
    short[] column = numbers[scale];
    short[] kindOf = kinds.kinds();
    int size = results[0][scale].rows();
    long[] byKind = new long[size * results.length];
    for (int kind = 0; kind < results.length; kind++) {
      System.arraycopy(measure.ofAll(results[kind][scale]), 0, byKind, kind * size, size);
    }
    return (from, to, sums) -> {
      for (int row = from; row < to; row++) {
        sums[row - from] += byKind[kindOf[row] * size + column[row]];
      }
    };
  }

  /** What the results of a scale add. */
  private static final class Looked {

    /** So many in one loop cost less than one by one ({@code InMemoryBenchmark}). */
    static final int AT_ONCE = 4;

    private final short[] column;
    private final long[] adds;

    /**
     * @param column the number of the result by row
     * @param adds by number
     */
    Looked(short[] column, long[] adds) {
      this.column = column;
      this.adds = adds;
    }

    static RowNumbers sum(List<Looked> some) {
      if (some.size() < AT_ONCE) {
        return (from, to, sums) -> some.forEach(each -> each.addTo(from, to, sums));
      }
      return (from, to, sums) ->
          addFour(some.get(0), some.get(1), some.get(2), some.get(3), from, to, sums);
    }

    private void addTo(int from, int to, long[] sums) {
      for (int row = from; row < to; row++) {
        sums[row - from] += adds[column[row]];
      }
    }

    private static void addFour(
        Looked first, Looked second, Looked third, Looked fourth, int from, int to, long[] sums) {
      short[] column1 = first.column;
      short[] column2 = second.column;
      short[] column3 = third.column;
      short[] column4 = fourth.column;
      long[] adds1 = first.adds;
      long[] adds2 = second.adds;
      long[] adds3 = third.adds;
      long[] adds4 = fourth.adds;
      for (int row = from; row < to; row++) {
        sums[row - from] +=
            adds1[column1[row]] + adds2[column2[row]] + adds3[column3[row]] + adds4[column4[row]];
      }
    }
  }

  @Override
  public RowNumbers numbers(ScoreMeasure measure) {
    long[] byRemainder = new long[places.length];
    for (int number = 0; number < places.length; number++) {
      byRemainder[number] = places[number] == NONE ? 0 : measure.of(met, places[number]);
    }
    return withOthers(
        row -> measure.of(others, row),
        remainders.length == 0
            ? (from, to, sums) -> add(byRemainder[0], to - from, sums)
            : (from, to, sums) -> add(remainders, byRemainder, from, to, sums));
  }

  /**
   * Numbers that are right for the others, too.
   *
   * @param ofOthers of their scores
   */
  private RowNumbers withOthers(IntToLongFunction ofOthers, RowNumbers numbered) {
    if (otherRows.length == 0) {
      return numbered;
    }
    return (from, to, sums) -> {
      numbered.addTo(from, to, sums);
      int found = Arrays.binarySearch(otherRows, from);
      for (int i = found < 0 ? -1 - found : found; i < otherRows.length && otherRows[i] < to; i++) {
        int row = otherRows[i];
        long[] wrong = new long[1];
        numbered.addTo(row, row + 1, wrong);
        sums[row - from] += ofOthers.applyAsLong(i) - wrong[0];
      }
    };
  }

  private static void add(long number, int rows, long[] sums) {
    for (int r = 0; r < rows; r++) {
      sums[r] += number;
    }
  }

  private static void add(char[] column, long[] byNumber, int from, int to, long[] sums) {
    for (int row = from; row < to; row++) {
      sums[row - from] += byNumber[column[row]];
    }
  }
}
