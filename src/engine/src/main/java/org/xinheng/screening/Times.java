package org.xinheng.screening;

import java.time.LocalDateTime;
import java.time.LocalTime;
import org.xinheng.policy.Campaign;

/**
 * The times by which it is told what is due.
 *
 * @param found when the results were found out about: from then on the deadlines run
 * @param now the time that decides what is overdue; not before {@code found}
 */
public record Times(LocalDateTime found, LocalDateTime now) {

  private static final LocalTime MORNING = LocalTime.of(8, 0);

  public Times {
    if (now.isBefore(found)) {
      throw new IllegalArgumentException("now must not be before " + found + ": " + now);
    }
  }

  /** The moment at which the results are found out about: nothing is done yet, and nothing is overdue. */
  public static Times at(LocalDateTime found) {
    return new Times(found, found);
  }

  /** When nobody says more, a campaign is found out about on the morning of its last day. */
  public static Times usual(Campaign campaign) {
    return at(campaign.to().atTime(MORNING));
  }
}
