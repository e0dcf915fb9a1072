package org.xinheng.exchange;

import java.time.LocalDate;
import java.util.Optional;
import org.xinheng.policy.SchoolKind;
import org.xinheng.screening.Boarding;
import org.xinheng.screening.ConsentState;
import org.xinheng.screening.Dormitory;

/**
 * What a row of a roster says: who, in which class and dormitory, and from when to when. A student who changed either has a row
 * for each.
 *
 * @param person the student, with school, grade and class
 * @param boarding whether the student lives at the school
 * @param dormitory where the student lives at the school
 * @param kind of the school
 * @param consent whether the student may be screened
 * @param from the first day in the class; empty if it is not known
 * @param until the last day in the class; empty as long as there is none
 */
record Member(
    Person person,
    Optional<Boarding> boarding,
    Optional<Dormitory> dormitory,
    Optional<SchoolKind> kind,
    Optional<ConsentState> consent,
    Optional<LocalDate> from,
    Optional<LocalDate> until) {

  /** The same person with nothing else known. */
  Member(Person person) {
    this(
        person,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same for other days. */
  Member between(Optional<LocalDate> first, Optional<LocalDate> last) {
    return new Member(person, boarding, dormitory, kind, consent, first, last);
  }

  /** Whether a later row says of the student's dormitory something else than this one. */
  boolean livesElsewhereThan(Member later) {
    if (later.dormitory.isEmpty()) {
      return dormitory.isPresent() && later.boarding.equals(Optional.of(Boarding.DAY_STUDENT));
    }
    boolean isOtherRoom = dormitory.isPresent()
        && dormitory.get().room().isPresent()
        && later.dormitory.get().room().isPresent()
        && !dormitory.get().room().equals(later.dormitory.get().room());
    boolean isOtherName = dormitory.isPresent()
        && !dormitory.get().name().equals(later.dormitory.get().name());
    boolean movesIn = dormitory.isEmpty() && boarding.equals(Optional.of(Boarding.DAY_STUDENT));
    return isOtherName || isOtherRoom || movesIn;
  }

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
