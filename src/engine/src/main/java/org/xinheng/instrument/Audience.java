package org.xinheng.instrument;

import java.util.Optional;

/**
 * Students whom something is for. A condition that is not declared holds for everybody; one that is declared does not
 * hold for a student of whom it is not known.
 *
 * @param grades school grades
 * @param ages in completed years
 * @param informant who answered
 * @param language in which was answered, as a BCP 47 tag such as {@code zh-CN}
 * @param region where the student lives, as a word that the tables use
 * @param years calendar years in which was answered
 */
public record Audience(
    Optional<Sex> sex,
    Optional<Interval> grades,
    Optional<Interval> ages,
    Optional<Informant> informant,
    Optional<String> language,
    Optional<String> region,
    Optional<Interval> years) {

  public static final Audience EVERYBODY = new Audience(
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty());

  public Audience with(Sex value) {
    return new Audience(Optional.of(value), grades, ages, informant, language, region, years);
  }

  public Audience withGrades(Interval value) {
    return new Audience(sex, Optional.of(value), ages, informant, language, region, years);
  }

  public Audience withAges(Interval value) {
    return new Audience(sex, grades, Optional.of(value), informant, language, region, years);
  }

  /** Asked of every scale of a run of seconds, for which linking {@code equals} takes long. */
  public boolean isEverybody() {
    return sex.isEmpty()
        && grades.isEmpty()
        && ages.isEmpty()
        && informant.isEmpty()
        && language.isEmpty()
        && region.isEmpty()
        && years.isEmpty();
  }

  /** Whether everybody whom the other is for is also in this one. */
  public boolean covers(Audience other) {
    return covers(sex, other.sex)
        && coversAll(grades, other.grades)
        && coversAll(ages, other.ages)
        && covers(informant, other.informant)
        && covers(language, other.language)
        && covers(region, other.region)
        && coversAll(years, other.years);
  }

  /** Whether somebody can be in both. */
  public boolean meets(Audience other) {
    return meets(sex, other.sex)
        && meetsSome(grades, other.grades)
        && meetsSome(ages, other.ages)
        && meets(informant, other.informant)
        && meets(language, other.language)
        && meets(region, other.region)
        && meetsSome(years, other.years);
  }

  private static <T> boolean covers(Optional<T> condition, Optional<T> other) {
    return condition.isEmpty() || condition.equals(other);
  }

  private static boolean coversAll(Optional<Interval> condition, Optional<Interval> other) {
    return condition.isEmpty() || (other.isPresent() && condition.get().covers(other.get()));
  }

  private static <T> boolean meets(Optional<T> condition, Optional<T> other) {
    return condition.isEmpty() || other.isEmpty() || condition.equals(other);
  }

  private static boolean meetsSome(Optional<Interval> condition, Optional<Interval> other) {
    return condition.isEmpty() || other.isEmpty() || condition.get().meets(other.get());
  }
}
