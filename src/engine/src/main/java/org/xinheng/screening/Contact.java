package org.xinheng.screening;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.xinheng.policy.Role;
import org.xinheng.policy.Step;

/**
 * That somebody got in touch, or tried to, as a school's list of contacts says it.
 *
 * @param step what it was: a first contact, an interview, a talk with the guardian, a review
 * @param on the day
 * @param time of the day, if it is known
 * @param by who
 * @param staff the school's own number of that person, if it is known
 * @param reached whether the student, or the guardian, was reached: an attempt fulfils nothing
 */
public record Contact(
    Step step,
    LocalDate on,
    Optional<LocalTime> time,
    Role by,
    Optional<String> staff,
    boolean reached) {

  /**
   * When it was. Of which only the day is known, it was early on that day; on the day on which the results were found out
   * about, right then.
   *
   * @param found when the results were found out about
   */
  public LocalDateTime at(LocalDateTime found) {
    LocalDateTime early = on.equals(found.toLocalDate()) ? found : on.atStartOfDay();
    return time.map(on::atTime).orElse(early);
  }

  /** Whether it may be an answer to results that were found out about at a time. */
  public boolean isAfter(LocalDateTime found) {
    return !at(found).isBefore(found);
  }

  /** Whether somebody spoke with the student. */
  public boolean isWithStudent() {
    return reached && step != Step.GUARDIAN && step != Step.RE_SCREEN;
  }
}
