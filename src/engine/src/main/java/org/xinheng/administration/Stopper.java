package org.xinheng.administration;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.xinheng.scoring.ResponseTable;

/**
 * Early stopping for one kind of student. Answers are rows of tables, one table a questionnaire, in which an item that nobody
 * has come to is {@link org.xinheng.instrument.Missing#NOT_REACHED not reached}.
 */
sealed interface Stopper permits NoStopping, BandStopping, TierStopping, AdaptiveStopping {

  /** What is not asked any more, after the answers of a row. */
  Stops stops(List<ResponseTable> tables, int row);

  /** What of one questionnaire is not asked any more. */
  default Set<Integer> leftOut(int form, List<ResponseTable> tables, int row) {
    return stops(tables, row).leftOut().get(form);
  }

  /** Columns of a questionnaire that have no page of their own, because their order follows from the answers. */
  default Set<Integer> oneByOne(int form) {
    return Set.of();
  }

  /** The next of these; empty if there is none. */
  default OptionalInt next(int form, ResponseTable table, int row) {
    return OptionalInt.empty();
  }
}
