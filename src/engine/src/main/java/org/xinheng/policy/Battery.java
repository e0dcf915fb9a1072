package org.xinheng.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Text;

/**
 * Instruments given together, one scale of which leads.
 *
 * @param id such as {@code junior-high}
 * @param version of the battery
 * @param name what people read
 * @param grades the grades it is given to
 * @param schoolKind the kind of schools that it is for; any where it says none
 * @param questionnaires ids of the questionnaires, in the order in which they are given
 * @param primary the scale or classification whose level leads
 * @param supporting scales and classifications that tier rules count by their level
 * @param impact the scale or classification whose level says how much everyday life suffers, if the battery has one
 * @param bandSystems the system of cut-offs to use for a scale that has several, where it is not the first
 * @param stopping how it stops early; everything is asked if nothing is declared
 * @param hash SHA-256 of the file, in hexadecimal
 */
public record Battery(
    String id,
    String version,
    Text name,
    Interval grades,
    Optional<SchoolKind> schoolKind,
    List<String> questionnaires,
    ScaleReference primary,
    List<ScaleReference> supporting,
    Optional<ScaleReference> impact,
    Map<ScaleReference, String> bandSystems,
    Optional<Stopping> stopping,
    String hash) {

  public Battery {
    questionnaires = List.copyOf(questionnaires);
    supporting = List.copyOf(supporting);
    bandSystems = Collections.unmodifiableMap(new LinkedHashMap<>(bandSystems));
  }

  /** The same with another way to stop early. */
  public Battery withStopping(Optional<Stopping> value) {
    return new Battery(
        id,
        version,
        name,
        grades,
        schoolKind,
        questionnaires,
        primary,
        supporting,
        impact,
        bandSystems,
        value,
        hash);
  }

  /**
   * The battery for a grade in a kind of school: one for this very kind goes before one for any; in a school of a kind that
   * nobody knows the first of some kind is taken if no other is there. Empty if none is for them.
   */
  public static Optional<Battery> of(
      int grade, Optional<SchoolKind> kind, Collection<Battery> batteries) {
    List<Battery> ofGrade =
        batteries.stream().filter(battery -> battery.grades.contains(grade)).toList();
    return ofGrade.stream()
        .filter(battery -> battery.schoolKind.isPresent() && battery.schoolKind.equals(kind))
        .findFirst()
        .or(() ->
            ofGrade.stream().filter(battery -> battery.schoolKind.isEmpty()).findFirst())
        .or(() -> ofGrade.stream().filter(battery -> kind.isEmpty()).findFirst());
  }

  /** All scales and classifications that tier rules read: the primary one first. */
  public List<ScaleReference> banded() {
    return Stream.of(Stream.of(primary), supporting.stream(), impact.stream())
        .flatMap(scales -> scales)
        .toList();
  }

  /** The systems of cut-offs that are chosen for scales of one questionnaire, by scale. */
  public Map<String, String> bandSystemsOf(String questionnaire) {
    Map<String, String> systems = new LinkedHashMap<>();
    bandSystems.forEach((scale, system) -> {
      if (scale.questionnaire().equals(questionnaire)) {
        systems.put(scale.scale(), system);
      }
    });
    return systems;
  }
}
