package org.xinheng.record;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinheng.policy.Deadlines;
import org.xinheng.policy.Due;
import org.xinheng.policy.Period;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.Step;

/**
 * What has to be done for a student, until when, and what of it is done.
 *
 * <p>Each occurrence asks for the steps that the policy names for its occasion. Alerts run on the clock, everything else on
 * school days. A step that comes again and again is listed up to the first that is not yet due. An action counts for the
 * task in whose time it falls: after the one before was due, and until the task is due; else for the one that is
 * overdue. It counts for every occurrence: who was talked to for an alert was talked to for tier 3 as well. A task that
 * was not done before the next of its kind was due is missed. When the occurrence has ended, what was still to be done is
 * not listed.
 */
public final class TaskSchedule {

  private static final Comparator<Task> MOST_URGENT_FIRST = Comparator.comparing(Task::due)
      .thenComparing(task -> task.occurrence().occasion())
      .thenComparing(Task::step);

  private final Deadlines deadlines;
  private final SchoolCalendar calendar;

  public TaskSchedule(Deadlines deadlines, SchoolCalendar calendar) {
    this.deadlines = deadlines;
    this.calendar = calendar;
  }

  /**
   * All tasks, by the time at which they are due.
   *
   * @param occurrences what happened to one student
   * @param actions what was done for this student, in any order
   * @param now the time that decides what is overdue
   */
  public List<Task> tasks(List<Occurrence> occurrences, List<Action> actions, LocalDateTime now) {
    List<Task> tasks = new ArrayList<>();
    for (Occurrence occurrence : occurrences) {
      deadlines
          .of(occurrence.occasion())
          .forEach((step, due) -> tasks.addAll(of(occurrence, step, due, actions, now)));
    }
    tasks.sort(MOST_URGENT_FIRST);
    return tasks;
  }

  /** Those of them that somebody still has to do, the most urgent first. */
  public List<Task> open(List<Occurrence> occurrences, List<Action> actions, LocalDateTime now) {
    return tasks(occurrences, actions, now).stream()
        .filter(task -> task.state().isOpen())
        .toList();
  }

  private List<Task> of(
      Occurrence occurrence, Step step, Due due, List<Action> actions, LocalDateTime now) {
    List<LocalDateTime> times = times(occurrence, due, now);
    List<Action> unused = new ArrayList<>(actions.stream()
        .filter(action -> action.step() == step && !action.at().isBefore(occurrence.at()))
        .sorted(Comparator.comparing(Action::at))
        .toList());
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      LocalDateTime from = i == 0 ? occurrence.at() : times.get(i - 1);
      Optional<LocalDateTime> next =
          i + 1 < times.size() ? Optional.of(times.get(i + 1)) : Optional.empty();
      Optional<Action> action = take(unused, from, next, i == 0);
      Task.State state = Task.state(times.get(i), next, action, now);
      boolean isDropped = state.isOpen() && occurrence.ended().isPresent() && !due.afterClearing();
      if (!isDropped) {
        tasks.add(new Task(occurrence, step, due, i + 1, times.get(i), state, action));
      }
    }
    return tasks;
  }

  private static Optional<Action> take(
      List<Action> unused, LocalDateTime from, Optional<LocalDateTime> next, boolean isFirst) {
    Optional<Action> action = unused.stream()
        .filter(each -> isFirst || each.at().isAfter(from))
        .filter(each -> next.map(end -> !each.at().isAfter(end)).orElse(true))
        .findFirst();
    action.ifPresent(unused::remove);
    return action;
  }

  /** When a step is due; of one that comes again, up to the first time after now or the end. */
  private List<LocalDateTime> times(Occurrence occurrence, Due due, LocalDateTime now) {
    Optional<LocalDateTime> start =
        due.afterClearing() ? occurrence.ended() : Optional.of(occurrence.at());
    if (start.isEmpty()) {
      return List.of();
    }
    List<LocalDateTime> times = new ArrayList<>();
    due.within().forEach(period -> times.add(due(occurrence, start.get(), period)));
    LocalDateTime last =
        due.afterClearing() ? now : occurrence.ended().filter(now::isAfter).orElse(now);
    due.every().ifPresent(period -> {
      int most = due.times().orElse(Integer.MAX_VALUE);
      LocalDateTime time = start.get();
      while (times.size() < most && (times.isEmpty() || !time.isAfter(last))) {
        time = next(occurrence, time, period);
        times.add(time);
      }
    });
    return times;
  }

  private LocalDateTime next(Occurrence occurrence, LocalDateTime time, Period period) {
    LocalDateTime next = due(occurrence, time, period);
    // Where a period ends on the day on which it began, as a term on its last day, the next one is
    // meant.
    return next.isAfter(time) ? next : due(occurrence, time.plusDays(1), period);
  }

  private LocalDateTime due(Occurrence occurrence, LocalDateTime start, Period period) {
    return occurrence.occasion().isAlert()
        ? calendar.due(start, period)
        : calendar.dueOnSchoolDay(start, period);
  }
}
