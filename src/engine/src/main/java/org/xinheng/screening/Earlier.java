package org.xinheng.screening;

import java.util.List;

/**
 * The campaign that a campaign is compared with.
 *
 * @param scores of the students of its roster
 * @param faults rows of its tables that were left out or are doubtful
 */
public record Earlier(List<EarlierScore> scores, int faults) {

  /** There is none. */
  public static final Earlier NONE = new Earlier(List.of(), 0);

  public Earlier {
    scores = List.copyOf(scores);
  }
}
