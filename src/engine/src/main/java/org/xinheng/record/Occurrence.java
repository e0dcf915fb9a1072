package org.xinheng.record;

import java.time.LocalDateTime;
import java.util.Optional;
import org.xinheng.policy.Occasion;

/**
 * Something that starts the clock of deadlines.
 *
 * @param occasion an alert, a tier, a skipped critical item, an invalid form, or a registration
 * @param at when it was found
 * @param ended when an alert was cleared, a case closed or a registration ended; nothing is due after it
 */
public record Occurrence(Occasion occasion, LocalDateTime at, Optional<LocalDateTime> ended) {

  /** One that has not ended. */
  public static Occurrence open(Occasion occasion, LocalDateTime at) {
    return new Occurrence(occasion, at, Optional.empty());
  }
}
