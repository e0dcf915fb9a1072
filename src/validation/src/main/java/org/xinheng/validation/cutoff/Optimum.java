package org.xinheng.validation.cutoff;

import java.util.List;

/**
 * The best cut-offs by a criterion.
 *
 * @param value the criterion at its best; {@code NaN} if no cut-off qualifies
 * @param cutPoints all that reach it, from the one that flags fewest to the one that flags most
 */
public record Optimum(double value, List<CutPoint> cutPoints) {

  public Optimum {
    cutPoints = List.copyOf(cutPoints);
  }

  public CutPoint flaggingFewest() {
    return cutPoints.get(0);
  }

  public CutPoint flaggingMost() {
    return cutPoints.get(cutPoints.size() - 1);
  }
}
