package org.xinheng.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.policy.Occasion;
import org.xinheng.policy.Role;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.Step;
import org.xinheng.policy.TierPolicy;

/**
 * What is due, by the deadlines of the default policy, which are those of the tier model's table of times (its section 4.5).
 * Every time was counted by hand; 11 September 2026 is a Friday, and there are no holidays.
 */
class TaskScheduleTest {

  private static final LocalDateTime FRIDAY = LocalDateTime.parse("2026-09-11T17:00");
  private static final Person TEACHER = new Person("staff-1", Role.PSYCHOLOGY_TEACHER);

  private static TaskSchedule schedule;

  @BeforeAll
  static void load() throws IOException {
    TierPolicy policy = InstrumentLibrary.shipped().policy("default");
    schedule = new TaskSchedule(policy.deadlines(), SchoolCalendar.WEEKDAYS);
  }

  /** Every first deadline of the default policy. */
  @ParameterizedTest
  @CsvSource({
    "immediate, contact,   2026-09-11T17:00", // at once
    "immediate, plan,      2026-09-11T18:00", // one hour
    "immediate, guardian,  2026-09-11T17:00",
    "immediate, review,    2026-09-12T20:00", // every day, Saturday too
    "same-day,  contact,   2026-09-11T20:00", // the same evening, not Monday
    "same-day,  plan,      2026-09-14T20:00", // by the next school day
    "same-day,  guardian,  2026-09-12T17:00", // 24 hours
    "same-day,  review,    2026-09-18T20:00", // weekly
    "same-day,  re-screen, 2026-10-09T20:00", // four weeks
    "3,         contact,   2026-09-15T20:00", // two school days: Monday, Tuesday
    "3,         guardian,  2026-09-16T20:00", // three
    "3,         plan,      2026-09-18T20:00", // five
    "3,         review,    2026-09-25T20:00", // two weeks
    "3,         re-screen, 2027-01-29T20:00", // the last school day of the term that ends on 31
    // January
    "unknown,   contact,   2026-09-15T20:00", // two school days
    "2,         contact,   2026-09-25T20:00", // ten school days
    "2,         plan,      2026-10-09T20:00", // twenty
    "2,         guardian,  2027-01-29T20:00", // each term
    "2,         review,    2026-11-06T20:00", // eight weeks
    "2,         re-screen, 2027-01-29T20:00",
    "invalid,   re-screen, 2026-09-25T20:00", // ten school days
    "1,         plan,      2026-10-23T20:00", // thirty school days: six weeks
    "1,         re-screen, 2027-08-31T20:00", // the last school day of the school year
    "registry,  guardian,  2026-10-09T20:00", // one month: Sunday 11 October, so Friday before
    "registry,  review,    2027-01-29T20:00",
    "registry,  re-screen, 2027-01-29T20:00",
  })
  void firstTimeThatAStepIsDue(String occasion, String step, LocalDateTime due) {
    List<Task> tasks = tasks(occasion, List.of(), FRIDAY);
    assertThat(tasks)
        .filteredOn(task -> task.step().word().equals(step) && task.number() == 1)
        .extracting(Task::due)
        .containsExactly(due);
  }

  @Test
  void onlyWhatThePolicyNamesIsDue() {
    assertThat(tasks("unknown", List.of(), FRIDAY)).hasSize(1);
    // Waits for the alert to be cleared.
    assertThat(tasks("immediate", List.of(), FRIDAY))
        .extracting(Task::step)
        .doesNotContain(Step.RE_SCREEN);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-11T19:59, due",
    "2026-09-11T20:00, due", // at the minute it is not yet late
    "2026-09-11T20:01, overdue",
  })
  void contactOfAnAlertOnFridayIsOverdueTheSameEvening(LocalDateTime now, String state) {
    assertThat(task(tasks("same-day", List.of(), now), Step.CONTACT, 1).state().word())
        .isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-11T18:00, done",
    "2026-09-11T20:00, done",
    "2026-09-12T09:00, done-late",
  })
  void whatIsDoneIsDoneInTimeOrLate(LocalDateTime at, String state) {
    List<Action> actions = List.of(Action.done(Step.CONTACT, at, TEACHER));
    Task contact = task(tasks("same-day", actions, FRIDAY.plusDays(3)), Step.CONTACT, 1);
    assertThat(contact.state().word()).isEqualTo(state);
  }

  @Test
  void anActionBeforeTheOccurrenceDoesNotCount() {
    List<Action> actions = List.of(Action.done(Step.CONTACT, FRIDAY.minusHours(1), TEACHER));
    assertThat(task(tasks("3", actions, FRIDAY), Step.CONTACT, 1).state())
        .isEqualTo(Task.State.DUE);
  }

  @Test
  void oneActionCountsForTheAlertAndForTheTier() {
    List<Occurrence> both = List.of(
        Occurrence.open(Occasion.SAME_DAY, FRIDAY), Occurrence.open(Occasion.TIER_3, FRIDAY));
    List<Action> actions = List.of(Action.done(Step.CONTACT, FRIDAY.plusHours(1), TEACHER));
    assertThat(schedule.tasks(both, actions, FRIDAY.plusHours(2)))
        .filteredOn(task -> task.step() == Step.CONTACT)
        .extracting(Task::state)
        .containsExactly(Task.State.DONE, Task.State.DONE);
  }

  @Test
  void excusedIsNotOverdue() {
    Action excused = new Action(
        Step.GUARDIAN, FRIDAY.plusHours(1), TEACHER, Optional.of("the guardian is the danger"));
    Task guardian = task(tasks("same-day", List.of(excused), FRIDAY.plusDays(9)), Step.GUARDIAN, 1);
    assertThat(guardian.state()).isEqualTo(Task.State.EXCUSED);
    assertThat(guardian.state().isOpen()).isFalse();
  }

  /** Weekly, four times: 18 and 25 September, 2 and 9 October. */
  @Test
  void weeklyReviewsAreMissedDoneAndDue() {
    List<Action> actions = new ArrayList<>();
    actions.add(Action.done(Step.REVIEW, LocalDateTime.parse("2026-09-17T10:00"), TEACHER));
    actions.add(Action.done(Step.REVIEW, LocalDateTime.parse("2026-10-01T10:00"), TEACHER));
    List<Task> reviews =
        tasks("same-day", actions, LocalDateTime.parse("2026-10-05T08:00")).stream()
            .filter(task -> task.step() == Step.REVIEW)
            .toList();
    assertThat(reviews)
        .extracting(Task::due)
        .containsExactly(
            LocalDateTime.parse("2026-09-18T20:00"),
            LocalDateTime.parse("2026-09-25T20:00"),
            LocalDateTime.parse("2026-10-02T20:00"),
            LocalDateTime.parse("2026-10-09T20:00"));
    // On 1 October the review of 25 September was late, and that of 2 October is still to come.
    assertThat(reviews)
        .extracting(Task::state)
        .containsExactly(Task.State.DONE, Task.State.DONE_LATE, Task.State.OVERDUE, Task.State.DUE);
  }

  @Test
  void fourReviewsAreEnough() {
    List<Task> reviews = tasks("same-day", List.of(), FRIDAY.plusYears(1)).stream()
        .filter(task -> task.step() == Step.REVIEW)
        .toList();
    assertThat(reviews).hasSize(4);
    assertThat(reviews)
        .extracting(Task::state)
        .containsExactly(
            Task.State.MISSED, Task.State.MISSED, Task.State.MISSED, Task.State.OVERDUE);
  }

  @Test
  void screeningAgainIsDueAfterTheAlertIsCleared() {
    LocalDateTime cleared = LocalDateTime.parse("2026-09-16T11:00");
    Occurrence alert = new Occurrence(Occasion.IMMEDIATE, FRIDAY, Optional.of(cleared));
    assertThat(schedule.open(List.of(alert), List.of(), cleared.plusHours(1)))
        .extracting(Task::step, Task::due)
        .containsExactly(
            tuple(Step.RE_SCREEN, LocalDateTime.parse("2026-09-23T20:00")), // a week
            tuple(Step.RE_SCREEN, LocalDateTime.parse("2026-10-14T20:00"))); // four weeks
  }

  @Test
  void nothingMoreIsDueForAClosedCase() {
    Occurrence closed = new Occurrence(Occasion.TIER_3, FRIDAY, Optional.of(FRIDAY.plusDays(20)));
    assertThat(schedule.open(List.of(closed), List.of(), FRIDAY.plusDays(200))).isEmpty();
  }

  private static List<Task> tasks(String occasion, List<Action> actions, LocalDateTime now) {
    Occasion of = Arrays.stream(Occasion.values())
        .filter(each -> each.word().equals(occasion))
        .findFirst()
        .orElseThrow();
    return schedule.tasks(List.of(Occurrence.open(of, FRIDAY)), actions, now);
  }

  private static Task task(List<Task> tasks, Step step, int number) {
    return tasks.stream()
        .filter(task -> task.step() == step && task.number() == number)
        .findFirst()
        .orElseThrow();
  }
}
