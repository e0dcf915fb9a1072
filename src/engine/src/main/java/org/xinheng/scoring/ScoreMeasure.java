package org.xinheng.scoring;

import java.util.IdentityHashMap;

/**
 * What is seen of a row of scores, as a number. What was seen of results that many rows have in common is remembered. For one
 * thread.
 */
public final class ScoreMeasure {

  /** So many numbers are remembered. */
  private static final int MOST_REMEMBERED = 1 << 17;

  private final Sight sight;
  private final IdentityHashMap<StoredScores, long[]> known = new IdentityHashMap<>();
  private int remembered;

  /** Something to be seen. */
  @FunctionalInterface
  public interface Sight {

    /** The number for a row, which must be the same for rows with the same scores. */
    long of(ScoreTable scores, int row);
  }

  public ScoreMeasure(Sight sight) {
    this.sight = sight;
  }

  long of(ScoreTable scores, int row) {
    return sight.of(scores, row);
  }

  /** The numbers of all rows of scores that do not change. */
  long[] ofAll(StoredScores scores) {
    if (remembered > MOST_REMEMBERED) {
      known.clear();
      remembered = 0;
    }
    return known.computeIfAbsent(scores, this::see);
  }

  private long[] see(StoredScores scores) {
    long[] numbers = new long[scores.rows()];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = sight.of(scores, row);
    }
    remembered += numbers.length;
    return numbers;
  }
}
