package org.xinheng.instrument;

import java.util.Optional;

/**
 * Students whom something is for. A condition that is not declared holds for everybody; one that is declared does not
 * hold for a student of whom it is not known.
 */
public record Audience(
    Optional<Sex> sex,
    Optional<Interval> grades,
    Optional<Interval> ages,
    Optional<Informant> informant) {

  public static final Audience EVERYBODY =
      new Audience(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public boolean isEverybody() {
    return equals(EVERYBODY);
  }

  /** Whether everybody whom the other is for is also in this one. */
  public boolean covers(Audience other) {
    return covers(sex, other.sex)
        && coversAll(grades, other.grades)
        && coversAll(ages, other.ages)
        && covers(informant, other.informant);
  }

  private static <T> boolean covers(Optional<T> condition, Optional<T> other) {
    return condition.isEmpty() || condition.equals(other);
  }

  private static boolean coversAll(Optional<Interval> condition, Optional<Interval> other) {
    return condition.isEmpty()
        || (other.isPresent()
            && condition.get().contains(other.get().first())
            && condition.get().contains(other.get().last()));
  }
}
