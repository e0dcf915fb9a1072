package org.xinheng.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was done before a campaign was launched, by whom and when.
 *
 * @param steps what is done; a step that is not there is not
 * @param consent how consent is asked for, if that step is done
 * @param duties who is on duty, in any order
 * @param signed who allowed the launch, if anybody did
 */
public record Preparation(
    Map<PreparationStep, Entry> steps,
    Optional<ConsentText> consent,
    List<Duty> duties,
    Optional<Entry> signed) {

  /** Nothing was done. */
  public static final Preparation NONE =
      new Preparation(Map.of(), Optional.empty(), List.of(), Optional.empty());

  public Preparation {
    Map<PreparationStep, Entry> copy = new EnumMap<>(PreparationStep.class);
    copy.putAll(steps);
    steps = Collections.unmodifiableMap(copy);
    duties = List.copyOf(duties);
  }

  /**
   * Something that was done.
   *
   * @param by in which role
   * @param date on which day
   * @param name of the person, which no message repeats
   * @param note for who reads the file
   */
  public record Entry(Role by, LocalDate date, Optional<String> name, Optional<String> note) {}

  /**
   * How consent is asked for.
   *
   * @param version of the text that pupils and guardians got
   */
  public record ConsentText(ConsentMode mode, String version) {}

  /**
   * Somebody who acts on alerts.
   *
   * @param name of the person, which no message repeats
   * @param from the first day
   * @param to the last day
   */
  public record Duty(String name, LocalDate from, LocalDate to) {

    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /** Whether anybody is on duty on a day. */
  public boolean hasResponder(LocalDate day) {
    return duties.stream().anyMatch(duty -> duty.holds(day));
  }
}
