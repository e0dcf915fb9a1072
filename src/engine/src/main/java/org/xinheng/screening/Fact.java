package org.xinheng.screening;

import java.time.LocalDate;
import java.util.Optional;
import org.xinheng.policy.Input;
import org.xinheng.policy.Period;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.State;

/**
 * One thing that is known of a student beside the answers: a rating, an earlier tier, a request for help.
 *
 * @param input what it is about
 * @param value the value of the input
 * @param on when it was found; without a date it counts until somebody takes it away
 * @param source who or what says so
 * @param until the last day on which it counts, where that is fixed; else the policy says how long
 */
public record Fact(
    Input input,
    int value,
    Optional<LocalDate> on,
    EvidenceSource source,
    Optional<LocalDate> until) {

  public Fact {
    State.UNKNOWN.with(input, value);
  }

  /** A fact of a table that gives neither date nor source. */
  public static Fact undated(Input input, int value) {
    return new Fact(input, value, Optional.empty(), EvidenceSource.TABLE, Optional.empty());
  }

  /** A fact of a day. */
  public static Fact of(Input input, int value, LocalDate on, EvidenceSource source) {
    return new Fact(input, value, Optional.of(on), source, Optional.empty());
  }

  /** The last day on which it counts; empty if it does not expire. */
  public Optional<LocalDate> countsThrough(Optional<Period> validity, SchoolCalendar calendar) {
    return until.or(
        () -> validity.flatMap(period -> on.map(day -> calendar.countsThrough(day, period))));
  }
}
