package org.xinheng.policy;

import java.util.List;
import java.util.Optional;

/**
 * When a step is due: once or several times after its start, or again and again.
 *
 * @param within once after each of these periods
 * @param every again whenever this period has passed
 * @param times how often at most; empty: until somebody ends it
 * @param afterClearing the clock starts when the alert is cleared, not when it is raised
 */
public record Due(
    List<Period> within, Optional<Period> every, Optional<Integer> times, boolean afterClearing) {

  public Due {
    within = List.copyOf(within);
  }

  /** Once, after one period. */
  public static Due within(Period period) {
    return new Due(List.of(period), Optional.empty(), Optional.empty(), false);
  }

  /** The period after which it is due for the first time. */
  public Period first() {
    return within.isEmpty() ? every.orElseThrow() : within.get(0);
  }

  /** As a policy writes it, such as {@code every 1 week, 4 times}. */
  @Override
  public String toString() {
    String once = String.join(", ", within.stream().map(Period::toString).toList());
    String again = every.map(period -> "every " + period).orElse("");
    String often = times.map(count -> ", " + count + " times").orElse("");
    return once + again + often + (afterClearing ? " after clearing" : "");
  }
}
