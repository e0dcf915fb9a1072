package org.xinheng.policy;

import java.util.Map;

/**
 * How a district numbers its levels. Districts count from either end, so a bare number is never written without it.
 *
 * @param direction which end is the most urgent
 * @param tiers the local number of each tier
 * @param alert the local number of an alert; the same as that of tier 3 where alerts have none of their own
 */
public record Numbering(Direction direction, Map<Tier, Integer> tiers, int alert) {

  public Numbering {
    tiers = Map.copyOf(tiers);
  }

  /** Which end is the most urgent. */
  public enum Direction {
    HIGHEST("highest-is-most-urgent"),
    LOWEST("lowest-is-most-urgent");

    private final String word;

    Direction(String word) {
      this.word = word;
    }

    /** The word used in policies. */
    public String word() {
      return word;
    }
  }

  /** Whether a level with one number needs more than a level with another. */
  public boolean isMoreUrgent(int one, int other) {
    return direction == Direction.HIGHEST ? one > other : one < other;
  }
}
