package org.xinheng.administration;

import java.util.Optional;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Sex;

/**
 * Who answers, as far as it is known. It holds no name and no identifier: whose session it is, the host knows.
 *
 * @param grade school grade, 1–12
 * @param age in completed years
 * @param sex needed where bands or norms ask for it
 * @param informant who fills in
 * @param language of what is shown
 * @param seed from which orders are drawn; the same seed gives the same order
 * @param occasion how often the battery was given before, and one: 1 for the first time; each occasion has an order of its
 *     own
 */
public record StudentContext(
    Optional<Integer> grade,
    Optional<Integer> age,
    Optional<Sex> sex,
    Informant informant,
    Language language,
    long seed,
    int occasion) {

  /** @throws IllegalArgumentException if the grade is not 1–12, the age is negative or the occasion below 1 */
  public StudentContext {
    grade.filter(value -> !(value >= 1 && value <= 12)).ifPresent(value -> {
      throw new IllegalArgumentException("grade must be in [1, 12]: " + value);
    });
    age.filter(value -> !(value >= 0)).ifPresent(value -> {
      throw new IllegalArgumentException("age must not be negative: " + value);
    });
    if (!(occasion >= 1)) {
      throw new IllegalArgumentException("occasion must be at least 1: " + occasion);
    }
  }

  /** Somebody who answers for himself or herself, for the first time. */
  public static StudentContext self(Language language, long seed) {
    return new StudentContext(
        Optional.empty(), Optional.empty(), Optional.empty(), Informant.SELF, language, seed, 1);
  }

  public StudentContext withGrade(int value) {
    return new StudentContext(Optional.of(value), age, sex, informant, language, seed, occasion);
  }

  public StudentContext withAge(int value) {
    return new StudentContext(grade, Optional.of(value), sex, informant, language, seed, occasion);
  }

  public StudentContext withSex(Sex value) {
    return new StudentContext(grade, age, Optional.of(value), informant, language, seed, occasion);
  }

  public StudentContext withInformant(Informant value) {
    return new StudentContext(grade, age, sex, value, language, seed, occasion);
  }

  public StudentContext withOccasion(int value) {
    return new StudentContext(grade, age, sex, informant, language, seed, value);
  }
}
