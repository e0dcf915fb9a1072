package org.xinheng.policy;

import java.math.BigDecimal;
import java.util.List;

/**
 * When so many students of a group are flagged that the group needs something, not only its members.
 *
 * @param share the share of a group's classified students above which it is reported, such as 0.2
 * @param tier students at this tier or above are flagged
 * @param of the levels whose groups are looked at: schools, grades, classes, dormitories
 */
public record OverFlag(BigDecimal share, Tier tier, List<Hierarchy.Level> of) {

  public OverFlag {
    of = List.copyOf(of);
  }

  /** Whether so many are too many; exactly the share is not. */
  public boolean isExceeded(int flagged, int students) {
    return BigDecimal.valueOf(flagged).compareTo(share.multiply(BigDecimal.valueOf(students))) > 0;
  }
}
