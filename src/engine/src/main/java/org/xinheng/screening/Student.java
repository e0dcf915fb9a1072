package org.xinheng.screening;

import java.util.Optional;
import org.xinheng.instrument.Sex;
import org.xinheng.policy.SchoolKind;

/**
 * A student of the roster.
 *
 * @param id the school's own; it stays in tables of students and is in no message
 * @param school the name of the school
 * @param grade 1–12
 * @param schoolClass the class within the grade
 * @param sex if the roster says so
 * @param boarding if the roster says so
 * @param consent if the roster says so
 * @param dormitory if the roster says so
 * @param schoolKind what kind of school it is, if the roster says so
 */
public record Student(
    String id,
    String school,
    int grade,
    String schoolClass,
    Optional<Sex> sex,
    Optional<Boarding> boarding,
    Optional<ConsentState> consent,
    Optional<Dormitory> dormitory,
    Optional<SchoolKind> schoolKind) {

  /** A student of whom nothing else is known. */
  public Student(String id, String school, int grade, String schoolClass) {
    this(id, school, grade, schoolClass, Optional.empty());
  }

  /** A student of whom boarding and consent are not known. */
  public Student(String id, String school, int grade, String schoolClass, Optional<Sex> sex) {
    this(id, school, grade, schoolClass, sex, Optional.empty(), Optional.empty());
  }

  /** A student of whom neither the dormitory nor the kind of school is known. */
  public Student(
      String id,
      String school,
      int grade,
      String schoolClass,
      Optional<Sex> sex,
      Optional<Boarding> boarding,
      Optional<ConsentState> consent) {
    this(
        id, school, grade, schoolClass, sex, boarding, consent, Optional.empty(), Optional.empty());
  }
}
