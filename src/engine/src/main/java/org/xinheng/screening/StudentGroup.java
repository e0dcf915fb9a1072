package org.xinheng.screening;

import org.xinheng.instrument.Sex;
import org.xinheng.screening.Summary.Level;

/** The groups that reports compare, whatever the grade: by sex, by whether the student lives at the school, and by whether the
 * student is registered. */
final class StudentGroup {

  static final String UNKNOWN = "unknown";
  static final String REGISTERED = "registered";
  static final String NOT_REGISTERED = "not-registered";

  private StudentGroup() {}

  /** The word of a student's group. */
  static String of(Level level, StudentOutcome student) {
    return switch (level) {
      case SEX -> student.student().sex().map(Sex::word).orElse(UNKNOWN);
      case BOARDING -> student.student().boarding().map(Boarding::word).orElse(UNKNOWN);
      case REGISTRY ->
        student.evidence().memberships().isEmpty() ? NOT_REGISTERED : REGISTERED;
      case SCHOOL, GRADE, CLASS ->
        throw new IllegalArgumentException("level must be of a group: " + level.word());
    };
  }
}
