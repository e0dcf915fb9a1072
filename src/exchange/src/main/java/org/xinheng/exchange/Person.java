package org.xinheng.exchange;

import java.time.LocalDate;
import java.util.Optional;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Sex;

/**
 * What a row says about the student and the occasion. All of it may be unknown: the column is not there, the cell is
 * blank, or it cannot be read.
 *
 * @param student the school's own id of the student
 * @param school the student's school
 * @param grade 1–12
 * @param schoolClass the student's class
 * @param sex as norm groups use it
 * @param age in completed years: the age given, else the one on the date of the answers
 * @param birthdate the student's
 * @param date of the answers
 * @param informant who answered
 * @param language in which was answered, as a BCP 47 tag where it is known by one, else as it stands there
 * @param region where the student lives, by the word of the table or, where a map gives one, of definitions
 */
public record Person(
    Optional<String> student,
    Optional<String> school,
    Optional<Integer> grade,
    Optional<String> schoolClass,
    Optional<Sex> sex,
    Optional<Integer> age,
    Optional<LocalDate> birthdate,
    Optional<LocalDate> date,
    Optional<Informant> informant,
    Optional<String> language,
    Optional<String> region) {

  /** Nothing is known. */
  static final Person UNKNOWN = new Person(
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty());

  /** The same person under another id. */
  Person withStudent(Optional<String> id) {
    return new Person(
        id, school, grade, schoolClass, sex, age, birthdate, date, informant, language, region);
  }
}
