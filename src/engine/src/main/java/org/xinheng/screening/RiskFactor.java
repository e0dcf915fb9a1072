package org.xinheng.screening;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A registered risk factor of a student.
 *
 * @param code from the school's list, such as {@code bereavement}
 * @param acute an event rather than a lasting circumstance
 * @param since when it began
 * @param until when it ends or was to be reviewed; a factor past this day no longer counts
 */
public record RiskFactor(String code, boolean acute, LocalDate since, Optional<LocalDate> until) {

  boolean isInForce(LocalDate day) {
    return !since.isAfter(day) && until.map(end -> !end.isBefore(day)).orElse(true);
  }

  boolean isRecentlyAcute(LocalDate day, int months) {
    return acute && isInForce(day) && !since.isBefore(day.minusMonths(months));
  }
}
