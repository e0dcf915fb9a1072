package org.xinheng.record;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinheng.policy.Node;
import org.xinheng.policy.Nodes;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.Term;

/**
 * What has to be done for a student at the nodes of the school year: when a term starts, before an exam, before and during
 * long holidays, after a change of school or class.
 *
 * <p>A node before or after something is a window of days: what is done in it counts, and it is due in the evening of its last
 * school day. In a long holiday there is no school: there something is due every so many days, and whatever was done since
 * the time before counts. A long holiday lies between two terms, or within one, and begins on the day after the last school
 * day before it. The one after the last known term ends where a term is usually begun.
 */
public final class NodeSchedule {

  private final Nodes nodes;
  private final SchoolCalendar calendar;

  public NodeSchedule(Nodes nodes, SchoolCalendar calendar) {
    this.nodes = nodes;
    this.calendar = calendar;
  }

  /** Days in which something has to be done, both included, and the evening on which it is due. */
  private record Window(LocalDate from, LocalDateTime due) {}

  /**
   * All tasks whose days have begun, by the time at which they are due.
   *
   * @param occurrences what happened to one student
   * @param changes the days on which the student came to another school or class
   * @param actions what was done for this student, in any order
   * @param now the time that decides what has begun and what is overdue
   */
  public List<NodeTask> tasks(
      List<Occurrence> occurrences,
      List<LocalDate> changes,
      List<Action> actions,
      LocalDateTime now) {
    return tasks(occurrences, changes, actions, now, now.toLocalDate());
  }

  /**
   * All tasks that the calendar knows of, also those whose days are yet to come, by the time at which they are due: for who
   * plans a year.
   *
   * @param occurrences what happened to one student
   * @param actions what was done for this student, in any order
   * @param now the time that decides what is overdue
   */
  public List<NodeTask> ahead(
      List<Occurrence> occurrences, List<Action> actions, LocalDateTime now) {
    return tasks(occurrences, List.of(), actions, now, LocalDate.MAX);
  }

  private List<NodeTask> tasks(
      List<Occurrence> occurrences,
      List<LocalDate> changes,
      List<Action> actions,
      LocalDateTime now,
      LocalDate begun) {
    List<NodeTask> tasks = new ArrayList<>();
    nodes.contacts().forEach((node, contact) -> {
      List<Window> windows = windows(node, contact.days(), changes);
      occurrences.stream()
          .filter(occurrence -> contact.of().contains(occurrence.occasion()))
          .forEach(occurrence -> windows.stream()
              .filter(window -> isDue(window, occurrence, begun))
              .forEach(window -> tasks.add(task(occurrence, node, contact, window, actions, now))));
    });
    tasks.sort(Comparator.comparing(NodeTask::due)
        .thenComparing(NodeTask::node)
        .thenComparing(task -> task.occurrence().occasion()));
    return tasks;
  }

  /** Whether its days begin by a day, and end while the occurrence lasts. */
  private static boolean isDue(Window window, Occurrence occurrence, LocalDate begun) {
    boolean hasBegun = !window.from().isAfter(begun);
    boolean endsLater = window.due().isAfter(occurrence.at());
    boolean endsInTime =
        occurrence.ended().map(end -> !window.due().isAfter(end)).orElse(true);
    return hasBegun && endsLater && endsInTime;
  }

  private static NodeTask task(
      Occurrence occurrence,
      Node node,
      Nodes.Contact contact,
      Window window,
      List<Action> actions,
      LocalDateTime now) {
    // What is done too late is done as well, as long as the next is not begun.
    Optional<Action> action = actions.stream()
        .filter(each -> each.step() == contact.step())
        .filter(each -> !each.at().toLocalDate().isBefore(window.from()))
        .filter(each -> !each.at().isAfter(window.due().plusDays(contact.days())))
        .min(Comparator.comparing(Action::at));
    return new NodeTask(
        occurrence,
        node,
        contact.step(),
        window.from(),
        window.due(),
        Task.state(window.due(), Optional.empty(), action, now),
        action);
  }

  private List<Window> windows(Node node, int days, List<LocalDate> changes) {
    return switch (node) {
      case TERM_START ->
        calendar.terms().stream().map(term -> after(term.from(), days)).toList();
      case EXAM ->
        calendar.exams().stream().map(exam -> before(exam.from(), days)).toList();
      case BEFORE_HOLIDAY ->
        longHolidays().stream().map(holiday -> before(holiday.from(), days)).toList();
      case IN_HOLIDAY ->
        longHolidays().stream()
            .flatMap(holiday -> during(holiday, days).stream())
            .toList();
      case SCHOOL_CHANGE -> changes.stream().map(day -> after(day, days)).toList();
    };
  }

  private Window after(LocalDate day, int days) {
    LocalDate last = calendar.lastSchoolDay(day.plusDays(days));
    return new Window(day, (last.isBefore(day) ? day : last).atTime(calendar.evening()));
  }

  private Window before(LocalDate day, int days) {
    LocalDate last = calendar.lastSchoolDay(day.minusDays(1));
    LocalDate first = day.minusDays(days);
    return new Window(first.isAfter(last) ? last : first, last.atTime(calendar.evening()));
  }

  private List<Window> during(Free holiday, int days) {
    List<Window> windows = new ArrayList<>();
    LocalDate from = holiday.from();
    LocalDate due = from.plusDays(days);
    while (!due.isAfter(holiday.to())) {
      windows.add(new Window(from, due.atTime(calendar.evening())));
      from = due.plusDays(1);
      due = due.plusDays(days);
    }
    return windows;
  }

  /** Days without school, both included. */
  private record Free(LocalDate from, LocalDate to) {

    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /** The term that follows; behind the last one that is known, the next that is usually begun. */
  private Term next(Term term) {
    Term next = calendar.after(term);
    return next.from().isAfter(term.to()) ? next : calendar.after(next);
  }

  private List<Free> longHolidays() {
    List<Free> free = new ArrayList<>();
    for (Term term : calendar.terms()) {
      free.add(new Free(term.to().plusDays(1), next(term).from().minusDays(1)));
    }
    List<Free> within = calendar.holidays().stream()
        .map(holiday -> new Free(holiday.from(), holiday.to()))
        .filter(holiday -> free.stream().noneMatch(between -> between.holds(holiday.from())))
        .toList();
    free.addAll(within);
    return free.stream()
        .filter(holiday ->
            holiday.from().plusDays(nodes.longHolidayDays() - 1L).compareTo(holiday.to()) <= 0)
        .toList();
  }
}
