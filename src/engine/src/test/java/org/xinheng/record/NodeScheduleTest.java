package org.xinheng.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.SourceText;
import org.xinheng.policy.Node;
import org.xinheng.policy.Occasion;
import org.xinheng.policy.Role;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.Step;

/**
 * The nodes of the default policy over an invented school year, counted by hand: a term that starts on a Monday, an exam, a
 * winter holiday from Saturday 23 January to Sunday 21 February 2027, and the summer from 3 July, which ends where the next
 * term is usually begun.
 */
class NodeScheduleTest {

  private static final LocalDateTime START = LocalDateTime.parse("2026-09-01T09:00");
  private static final LocalDateTime AUGUST = LocalDateTime.parse("2027-08-31T23:00");
  private static final Person TEACHER = new Person("psy-1", Role.PSYCHOLOGY_TEACHER);

  private static NodeSchedule schedule;

  @BeforeAll
  static void load() throws IOException {
    SchoolCalendar calendar =
        Definitions.calendar(SourceText.of("calendar.yaml", """
            calendar: nodes-2026
            version: 1.0.0
            name: {en: Nodes, zh-CN: 节点}
            terms:
              - {id: autumn, name: {en: autumn, zh-CN: 秋季}, school-year: 2026-2027, from: 2026-09-07, to: 2027-01-22}
              - {id: spring, name: {en: spring, zh-CN: 春季}, school-year: 2026-2027, from: 2027-02-22, to: 2027-07-02}
            holidays:
              - {name: {en: a week, zh-CN: 一周}, from: 2026-10-01, to: 2026-10-07}
              - {name: {en: new year, zh-CN: 春节}, from: 2027-02-04, to: 2027-02-18}
            exams:
              - {name: {en: end of term, zh-CN: 期末}, from: 2027-01-18, to: 2027-01-20}
            """)).usable();
    schedule = new NodeSchedule(InstrumentLibrary.shipped().policy("default").nodes(), calendar);
  }

  private static List<NodeTask> tasks(Occasion occasion, LocalDateTime now) {
    return schedule.tasks(List.of(Occurrence.open(occasion, START)), List.of(), List.of(), now);
  }

  /**
   * Before 23 January: the last school day is Friday 22. In the 30 days of winter one contact is due, after 21 days, on 13
   * February; in the 60 days of summer, 3 July to 31 August, those of 24 July and 14 August.
   */
  @Test
  void tierThreeIsContactedBeforeAndDuringLongHolidays() {
    assertThat(tasks(Occasion.TIER_3, AUGUST))
        .extracting(NodeTask::node, NodeTask::step, NodeTask::due)
        .containsExactly(
            tuple(Node.BEFORE_HOLIDAY, Step.CONTACT, LocalDateTime.parse("2027-01-22T20:00")),
            tuple(Node.IN_HOLIDAY, Step.CONTACT, LocalDateTime.parse("2027-02-13T20:00")),
            tuple(Node.BEFORE_HOLIDAY, Step.CONTACT, LocalDateTime.parse("2027-07-02T20:00")),
            tuple(Node.IN_HOLIDAY, Step.CONTACT, LocalDateTime.parse("2027-07-24T20:00")),
            tuple(Node.IN_HOLIDAY, Step.CONTACT, LocalDateTime.parse("2027-08-14T20:00")));
  }

  /** Fourteen days after Monday 7 September is Monday 21; before Monday 18 January the last school day is Friday 15. */
  @Test
  void registeredStudentsAreLookedAfterAtTheNodes() {
    List<LocalDate> changes = List.of(LocalDate.parse("2027-03-10"));
    assertThat(schedule.tasks(
            List.of(Occurrence.open(Occasion.REGISTRY, START)), changes, List.of(), AUGUST))
        .extracting(NodeTask::node, NodeTask::due)
        .containsExactly(
            tuple(Node.TERM_START, LocalDateTime.parse("2026-09-21T20:00")),
            tuple(Node.EXAM, LocalDateTime.parse("2027-01-15T20:00")),
            tuple(Node.BEFORE_HOLIDAY, LocalDateTime.parse("2027-01-22T20:00")),
            tuple(Node.TERM_START, LocalDateTime.parse("2027-03-08T20:00")),
            tuple(Node.SCHOOL_CHANGE, LocalDateTime.parse("2027-03-24T20:00")),
            tuple(Node.BEFORE_HOLIDAY, LocalDateTime.parse("2027-07-02T20:00")));
  }

  /** All five contacts of the year are planned in September, before the first of their days has begun. */
  @Test
  void whatIsToComeIsPlannedAheadAndNotOverdue() {
    assertThat(schedule.ahead(List.of(Occurrence.open(Occasion.TIER_3, START)), List.of(), START))
        .extracting(task -> task.due().toLocalDate().toString(), NodeTask::state)
        .containsExactly(
            tuple("2027-01-22", Task.State.DUE),
            tuple("2027-02-13", Task.State.DUE),
            tuple("2027-07-02", Task.State.DUE),
            tuple("2027-07-24", Task.State.DUE),
            tuple("2027-08-14", Task.State.DUE));
    assertThat(tasks(Occasion.TIER_3, START)).isEmpty();
  }

  @Test
  void nobodyElseIsAsked() {
    assertThat(tasks(Occasion.TIER_2, AUGUST)).isEmpty();
    assertThat(tasks(Occasion.TIER_1, AUGUST)).isEmpty();
  }

  /** The fourteen days before 23 January begin on 9 January. */
  @Test
  void aTaskIsListedFromItsFirstDayOn() {
    assertThat(tasks(Occasion.TIER_3, LocalDateTime.parse("2027-01-08T12:00"))).isEmpty();
    assertThat(tasks(Occasion.TIER_3, LocalDateTime.parse("2027-01-09T12:00")))
        .extracting(NodeTask::state)
        .containsExactly(Task.State.DUE);
    assertThat(tasks(Occasion.TIER_3, LocalDateTime.parse("2027-01-22T20:01")))
        .extracting(NodeTask::state)
        .containsExactly(Task.State.OVERDUE);
  }

  @Test
  void onlyWhatIsDoneInItsDaysCounts() {
    LocalDateTime now = LocalDateTime.parse("2027-01-25T09:00");
    assertThat(state("2027-01-08T10:00", now)).isEqualTo(Task.State.OVERDUE);
    assertThat(state("2027-01-09T10:00", now)).isEqualTo(Task.State.DONE);
    assertThat(state("2027-01-24T10:00", now)).isEqualTo(Task.State.DONE_LATE);
  }

  private static Task.State state(String done, LocalDateTime now) {
    List<Action> actions = List.of(Action.done(Step.CONTACT, LocalDateTime.parse(done), TEACHER));
    return schedule
        .tasks(List.of(Occurrence.open(Occasion.TIER_3, START)), List.of(), actions, now)
        .get(0)
        .state();
  }

  @Test
  void nothingIsDueAfterTheCaseIsClosedOrBeforeItBegan() {
    LocalDateTime closed = LocalDateTime.parse("2027-01-20T12:00");
    assertThat(schedule.tasks(
            List.of(new Occurrence(Occasion.TIER_3, START, Optional.of(closed))),
            List.of(),
            List.of(),
            AUGUST))
        .isEmpty();
    Occurrence later = Occurrence.open(Occasion.TIER_3, LocalDateTime.parse("2027-07-30T09:00"));
    assertThat(schedule.tasks(List.of(later), List.of(), List.of(), AUGUST))
        .extracting(NodeTask::due)
        .containsExactly(LocalDateTime.parse("2027-08-14T20:00"));
  }
}
