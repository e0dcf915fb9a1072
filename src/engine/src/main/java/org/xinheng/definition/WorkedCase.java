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
import org.xinheng.instrument.StandardScore;

/**
 * A worked case of a questionnaire: answers and what they must score.
 *
 * @param name what it shows
 * @param origin where the expected numbers come from
 * @param student who answered, as far as norms and bands ask
 * @param norms the norm set to use, if any
 * @param bandSystems by scale id the system of cut-offs to use, instead of the first
 * @param answers one word an item: a code, {@code -}, or a letter for a kind of missing
 * @param seconds how long the form took, if that matters
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
    Optional<String> norms,
    Map<String, String> bandSystems,
    List<String> answers,
    Optional<BigDecimal> seconds,
    Map<String, Expected> scales,
    Optional<List<String>> critical,
    Optional<String> alert,
    Optional<String> validity,
    Place place) {

  public WorkedCase {
    answers = List.copyOf(answers);
    bandSystems = Map.copyOf(bandSystems);
    scales = Collections.unmodifiableMap(new LinkedHashMap<>(scales));
  }

  /** Who answered; what a case does not say is not known. */
  public record Student(
      Optional<Sex> sex,
      Optional<Integer> grade,
      Optional<Integer> age,
      Optional<Informant> informant,
      Optional<String> language,
      Optional<String> region,
      Optional<Integer> year) {

    public static final Student UNKNOWN = new Student(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * What a case expects of one scale or classification; what it does not mention is not compared. The outcome is of a
   * classification, the reason of either, the rest of a scale.
   *
   * @param standard standard scores by the norm set of the case
   * @param norm the id of the norm group
   * @param notNormed why there is no standard score
   */
  public record Expected(
      Optional<String> outcome,
      Optional<BigDecimal> value,
      Optional<BigDecimal> standardError,
      Optional<String> band,
      Optional<Integer> level,
      Optional<Integer> answered,
      Optional<String> status,
      Optional<String> reason,
      Map<StandardScore, BigDecimal> standard,
      Optional<String> norm,
      Optional<String> notNormed) {

    public Expected {
      standard = Map.copyOf(standard);
    }

    /** Whether it says anything that takes norms to be found. */
    public boolean asksNorms() {
      return !standard.isEmpty() || norm.isPresent() || notNormed.isPresent();
    }
  }
}
