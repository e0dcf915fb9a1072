package org.xinheng.administration;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What early stopping says of a session, by questionnaire.
 *
 * @param leftOut columns that are not asked any more
 * @param scales that were stopped
 */
record Stops(List<Set<Integer>> leftOut, List<List<StoppedScale>> scales) {

  Stops {
    leftOut = List.copyOf(leftOut);
    scales = List.copyOf(scales);
  }

  /** Everything is asked. */
  static Stops none(int forms) {
    return new Stops(Collections.nCopies(forms, Set.of()), Collections.nCopies(forms, List.of()));
  }
}
