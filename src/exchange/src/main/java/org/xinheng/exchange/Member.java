package org.xinheng.exchange;

import java.time.LocalDate;
import java.util.Optional;
import org.xinheng.screening.Boarding;
import org.xinheng.screening.ConsentState;

/**
 * What a row of a roster says: who, in which class, and from when to when. A student who changed the class has a row for each.
 *
 * @param person the student, with school, grade and class
 * @param boarding whether the student lives at the school
 * @param consent whether the student may be screened
 * @param from the first day in the class; empty if it is not known
 * @param until the last day in the class; empty as long as there is none
 */
record Member(
    Person person,
    Optional<Boarding> boarding,
    Optional<ConsentState> consent,
    Optional<LocalDate> from,
    Optional<LocalDate> until) {

  /** The first day, as early as can be if it is not known. */
  LocalDate firstDay() {
    return from.orElse(LocalDate.MIN);
  }

  /** The last day, as late as can be if there is none. */
  LocalDate lastDay() {
    return until.orElse(LocalDate.MAX);
  }

  /** Whether any day from one to another is among those in the class. */
  boolean overlaps(LocalDate first, LocalDate last) {
    return !firstDay().isAfter(last) && !lastDay().isBefore(first);
  }

  boolean overlaps(Member other) {
    return overlaps(other.firstDay(), other.lastDay());
  }

  /** Whether two rows say the same birthdate; empty if one of them says none. */
  Optional<Boolean> hasBirthdateOf(Member other) {
    return person.birthdate().flatMap(own -> other.person().birthdate().map(own::equals));
  }
}
