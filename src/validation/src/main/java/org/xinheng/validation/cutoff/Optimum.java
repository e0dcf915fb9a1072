package org.xinheng.validation.cutoff;

import java.util.List;

/**
 * The best cut-offs by a criterion.
 *
 * @param value the criterion at its best; {@code NaN} if no cut-off qualifies
 * @param cutOffs all that reach it, from the one that flags fewest to the one that flags most
 */
public record Optimum(double value, List<CutOff> cutOffs) {

  public Optimum {
    cutOffs = List.copyOf(cutOffs);
  }

  public CutOff flaggingFewest() {
    return cutOffs.get(0);
  }

  public CutOff flaggingMost() {
    return cutOffs.get(cutOffs.size() - 1);
  }
}
