package org.xinheng.exchange;

import java.time.LocalDate;
import java.util.Optional;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Sex;
import org.xinheng.policy.Input;
import org.xinheng.screening.EvidenceSource;
import org.xinheng.screening.Fact;

/**
 * What a row says about the student and the occasion. All of it may be unknown: the column is not there, the cell is
 * blank, or it cannot be read.
 *
 * @param student the school's own id of the student
 * @param school the student's school
 * @param grade 1–12; of the column of classes where that alone names it
 * @param schoolClass the student's class: its number within the grade where it has one, else as it stands there
 * @param sex as norm groups use it
 * @param age in completed years: the age given, else the one on the date of the answers
 * @param birthdate the student's
 * @param date of the answers
 * @param informant who answered
 * @param language in which was answered, as a BCP 47 tag where it is known by one, else as it stands there
 * @param region where the student lives, by the word of the table or, where a map gives one, of definitions
 * @param help 1 if the student would like to talk to someone, 0 if not
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
    Optional<String> region,
    Optional<Integer> help) {

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
      Optional.empty(),
      Optional.empty());

  /** The student's own request to talk to someone; empty if there is none. That nothing was asked takes nothing back. */
  Optional<Fact> request() {
    return help.filter(asked -> asked > 0)
        .map(asked -> new Fact(Input.HELP, asked, date, EvidenceSource.SELF, Optional.empty()));
  }
}
