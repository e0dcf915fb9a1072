package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Sex;

/**
 * A worked case of a questionnaire: answers and what they must score.
 *
 * @param name what it shows
 * @param origin where the expected numbers come from
 * @param student what is known of the student
 * @param answers one word an item: a code, {@code -}, or a letter for a kind of missing
 * @param scales what is expected, by the id of a scale or a classification
 * @param critical ids of the items that must fire, if the case says so
 * @param alert the alert, if the case says so
 * @param validity the validity, if the case says so
 * @param place where it stands
 */
public record WorkedCase(
    String name,
    String origin,
    Student student,
    List<String> answers,
    Map<String, Expected> scales,
    Optional<List<String>> critical,
    Optional<String> alert,
    Optional<String> validity,
    Place place) {

  public WorkedCase {
    answers = List.copyOf(answers);
    scales = Collections.unmodifiableMap(new LinkedHashMap<>(scales));
  }

  /** What bands and norms may ask about a student; what a case does not mention is not known. */
  public record Student(
      Optional<Sex> sex,
      Optional<Integer> age,
      Optional<Integer> grade,
      Optional<Informant> informant) {

    public static final Student UNKNOWN =
        new Student(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * What a case expects of one scale or classification; what it does not mention is not compared. The outcome is of a
   * classification, the level and the reason of either, the rest of a scale.
   */
  public record Expected(
      Optional<String> outcome,
      Optional<BigDecimal> value,
      Optional<BigDecimal> standardError,
      Optional<String> band,
      Optional<Integer> level,
      Optional<Integer> answered,
      Optional<String> status,
      Optional<String> reason) {}
}
