package org.xinheng.record;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Occasion;
import org.xinheng.policy.Role;
import org.xinheng.policy.Step;
import org.xinheng.policy.Tier;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.StudentOutcome;
import org.xinheng.screening.Times;

/**
 * What is to be done for a student to whom somebody has to talk, and by when.
 *
 * @param occasion the most urgent thing that was found
 * @param steps by when the policy wants each step that it names for anything that was found and that is still to be done,
 *     the earliest of each
 * @param done when each step was done last that the policy asks for
 * @param nodes what is done at a node of the school year whose days have begun
 * @param by who acts
 */
public record NextSteps(
    StudentOutcome student,
    Occasion occasion,
    Map<Step, LocalDateTime> steps,
    Map<Step, LocalDateTime> done,
    List<NodeTask> nodes,
    List<Role> by) {

  /** Alerts first, then tier 3, then skipped critical items, then tier 2; of one kind what is due first. */
  private static final Comparator<NextSteps> MOST_URGENT_FIRST = Comparator.comparing(
          NextSteps::occasion)
      .thenComparing(next -> next.due().orElse(LocalDateTime.MAX));

  public NextSteps {
    steps = sorted(steps);
    done = sorted(done);
    nodes = List.copyOf(nodes);
    by = List.copyOf(by);
  }

  private static Map<Step, LocalDateTime> sorted(Map<Step, LocalDateTime> times) {
    Map<Step, LocalDateTime> sorted = new EnumMap<>(Step.class);
    sorted.putAll(times);
    return Collections.unmodifiableMap(sorted);
  }

  /** When the first step is due. */
  public Optional<LocalDateTime> due() {
    return steps.values().stream().min(Comparator.naturalOrder());
  }

  /** Who acts, in both languages. */
  public Text who() {
    return Owners.names(by);
  }

  /**
   * The steps for all students with an alert, at tier 2 or 3, held at one of these tiers, or with a skipped critical item, the
   * most urgent first.
   */
  public static List<NextSteps> of(CampaignResult result) {
    TaskSchedule schedule = new TaskSchedule(result.policy().deadlines(), result.calendar());
    StudentNodes nodes = new StudentNodes(result);
    Owners owners = new Owners(result.policy().workflow());
    // Many students have the same occasions, and all of them the same start.
    Map<Started, List<Task>> known = new HashMap<>();
    List<NextSteps> all = new ArrayList<>();
    for (int i = 0; i < result.students().size(); i++) {
      StudentOutcome student = result.students().get(i);
      List<Occasion> occasions = occasions(student);
      if (!occasions.isEmpty()) {
        Started started =
            new Started(occasions, StudentTasks.actions(student, result.times().found()));
        List<Task> tasks = known.computeIfAbsent(started, of -> of.tasks(schedule, result.times()));
        // Who is not on the roster is talked to all the same; what goes on through the year is for
        // students of the school.
        List<NodeTask> begun = i < result.onRoster() ? nodes.begun(student) : List.of();
        all.add(new NextSteps(
            student,
            occasions.get(0),
            due(tasks),
            done(tasks),
            begun,
            owners.of(occasions.get(0))));
      }
    }
    all.sort(MOST_URGENT_FIRST);
    return all;
  }

  /** The most urgent first. */
  private static List<Occasion> occasions(StudentOutcome student) {
    List<Occasion> occasions = new ArrayList<>();
    Alert alert = student.outcome().alert();
    Occasion.of(alert).ifPresent(occasions::add);
    student
        .outcome()
        .atLeast()
        .filter(tier -> tier != Tier.UNIVERSAL)
        .ifPresent(tier -> occasions.add(Occasion.of(tier)));
    occasions.sort(Comparator.naturalOrder());
    return occasions;
  }

  /** What was found of a student, and what was done since. */
  private record Started(List<Occasion> occasions, List<Action> actions) {

    List<Task> tasks(TaskSchedule schedule, Times times) {
      List<Occurrence> occurrences = occasions.stream()
          .map(occasion -> Occurrence.open(occasion, times.found()))
          .toList();
      return schedule.tasks(occurrences, actions, times.now());
    }
  }

  private static Map<Step, LocalDateTime> due(List<Task> tasks) {
    Map<Step, LocalDateTime> steps = new EnumMap<>(Step.class);
    tasks.stream()
        .filter(task -> task.state().isOpen())
        .forEach(task -> steps.merge(
            task.step(), task.due(), (one, other) -> one.isBefore(other) ? one : other));
    return steps;
  }

  private static Map<Step, LocalDateTime> done(List<Task> tasks) {
    Map<Step, LocalDateTime> steps = new EnumMap<>(Step.class);
    tasks.forEach(task -> task.action()
        .ifPresent(action -> steps.merge(
            task.step(), action.at(), (one, other) -> one.isAfter(other) ? one : other)));
    return steps;
  }
}
