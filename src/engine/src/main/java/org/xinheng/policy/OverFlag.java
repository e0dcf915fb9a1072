package org.xinheng.policy;

import java.math.BigDecimal;
import java.util.List;

/**
 * When so many students of a group are flagged that the group needs something, not only its members.
 *
 * @param share the share of a group's classified students above which it is reported, such as 0.2
 * @param tier students at this tier or above are flagged
 * @param of the groups that are looked at
 */
public record OverFlag(BigDecimal share, Tier tier, List<Group> of) {

  public OverFlag {
    of = List.copyOf(of);
  }

  /** Whether so many are too many; exactly the share is not. */
  public boolean isExceeded(int flagged, int students) {
    return BigDecimal.valueOf(flagged).compareTo(share.multiply(BigDecimal.valueOf(students))) > 0;
  }

  /** A group that a notice can be about. */
  public enum Group {
    CLASS("class"),
    GRADE("grade"),
    SCHOOL("school");

    private final String word;

    Group(String word) {
      this.word = word;
    }

    /** The word used in policies. */
    public String word() {
      return word;
    }
  }
}
