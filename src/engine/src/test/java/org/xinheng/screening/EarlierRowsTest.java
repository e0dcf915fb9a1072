package org.xinheng.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xinheng.instrument.Alert;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;
import org.xinheng.screening.FirstContact.State;
import org.xinheng.screening.PublishedCounts.Counted;
import org.xinheng.screening.Summary.Cell;

/** Who has come, gone and changed since counts were published; every number is counted by hand. */
class EarlierRowsTest {

  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 10, 26, 8, 0);
  private static final RowKey SCHOOL =
      new RowKey(Summary.Level.SCHOOL, "S", Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  void tiersChangeByTierAndByWhetherAFormIsComplete() {
    PublishedCounts before = published(
        "S",
        Map.of(
            "same", counted(Cell.T1, true),
            "tier", counted(Cell.T1, true),
            "form", counted(Cell.T3, false),
            "gone", counted(Cell.T1, true),
            "gone too", counted(Cell.T2, true)));
    List<Summary.Row> now = Summary.of(
            List.of(
                outcome("same", 1, true),
                outcome("tier", 2, true),
                outcome("form", 3, true),
                outcome("new", 1, true)),
            1)
        .rows();
    // In: tier, form, new. Out: tier, form, and the two who are gone.
    SuccessiveCounts.Before school = EarlierRows.tiers(before, now).get(SCHOOL);
    assertThat(school.entering()).isEqualTo(3);
    assertThat(school.leaving()).isEqualTo(4);
  }

  @Test
  void contactsChangeOnlyOfThoseWhoHaveAState() {
    PublishedCounts before = published(
        "S",
        Map.of(
            "same", contacted(Cell.T2, State.ON_TIME),
            "state", contacted(Cell.T2, State.ON_TIME),
            "never", counted(Cell.T1, true),
            "better", contacted(Cell.T2, State.ON_TIME),
            "worse", counted(Cell.T1, true),
            "gone", contacted(Cell.T3, State.OVERDUE)));
    Map<String, State> states =
        Map.of("same", State.ON_TIME, "state", State.OVERDUE, "worse", State.ON_TIME);
    List<Summary.Row> now = Summary.of(
            Stream.of("same", "state", "never", "better", "worse")
                .map(id -> outcome(id, states.containsKey(id) ? 2 : 1, true))
                .toList(),
            1)
        .rows();
    // In: state, worse. Out: state, better, gone.
    SuccessiveCounts.Before school = EarlierRows.contacts(
            before,
            now,
            student -> Optional.ofNullable(states.get(student.student().id())))
        .get(SCHOOL);
    assertThat(school.entering()).isEqualTo(2);
    assertThat(school.leaving()).isEqualTo(3);
  }

  @Test
  void schoolIsAnotherByTierFormScoresAndStudentsButNotByContacts() {
    Counted one = new Counted(Cell.T2, true, Optional.of(State.OVERDUE), "x");
    assertThat(schoolsOtherThan(one, new Counted(Cell.T2, true, Optional.empty(), "x")))
        .isEmpty();
    assertThat(schoolsOtherThan(one, new Counted(Cell.T3, true, Optional.of(State.OVERDUE), "x")))
        .containsExactly("S");
    assertThat(schoolsOtherThan(one, new Counted(Cell.T2, false, Optional.of(State.OVERDUE), "x")))
        .containsExactly("S");
    assertThat(schoolsOtherThan(one, new Counted(Cell.T2, true, Optional.of(State.OVERDUE), "y")))
        .containsExactly("S");
    assertThat(published("S", Map.of("a", one, "b", one))
            .schoolsOtherThan(published("S", Map.of("a", one))))
        .containsExactly("S");
    assertThat(published("S", Map.of("a", one)).schoolsOtherThan(published("T", Map.of("a", one))))
        .containsExactly("S", "T");
  }

  private static Set<String> schoolsOtherThan(Counted now, Counted before) {
    return published("S", Map.of("a", now)).schoolsOtherThan(published("S", Map.of("a", before)));
  }

  private static Counted counted(Cell cell, boolean complete) {
    return new Counted(cell, complete, Optional.empty(), "");
  }

  private static Counted contacted(Cell cell, State state) {
    return new Counted(cell, true, Optional.of(state), "");
  }

  /** @param students by id */
  private static PublishedCounts published(String school, Map<String, Counted> students) {
    Map<String, Counted> bySchool = new LinkedHashMap<>();
    students.forEach((id, counted) -> bySchool.put(school + "/" + id, counted));
    return new PublishedCounts(
        MONDAY,
        List.of(new PublishedCounts.Row(
            Summary.Level.SCHOOL,
            school,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            bySchool,
            EnumSet.allOf(Cell.class),
            EnumSet.allOf(State.class))));
  }

  private static StudentOutcome outcome(String id, int tier, boolean complete) {
    Optional<Tier> of = Tier.of(tier);
    return new StudentOutcome(
        new Student(id, "S", 7, "1", Optional.empty()),
        complete ? DisclosureTest.FORMS : Map.of(),
        complete,
        new Outcome(Status.CLASSIFIED, of, of, Alert.NONE, Optional.of("rule"), List.of()));
  }
}
