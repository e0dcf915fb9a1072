package org.xinheng.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.policy.Node;
import org.xinheng.policy.Occasion;
import org.xinheng.policy.Step;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.StudentOutcome;
import org.xinheng.screening.Times;

/** What is done at the nodes of the school year for the students of a campaign. */
final class StudentNodes {

  private final CampaignResult result;
  private final Times times;
  private final NodeSchedule schedule;

  /** Many students have the same occurrences, and so the same tasks. */
  private final Map<Started, List<NodeTask>> known = new HashMap<>();

  StudentNodes(CampaignResult result) {
    this.result = result;
    this.times = result.times();
    this.schedule = new NodeSchedule(result.policy().nodes(), result.calendar());
  }

  /** All that the calendar knows of, by the time at which they are due. */
  List<NodeTask> ahead(StudentOutcome student) {
    Started started =
        new Started(occurrences(student), StudentTasks.actions(student, times.found()));
    return known.computeIfAbsent(
        started, of -> once(schedule.ahead(of.occurrences(), of.actions(), times.now())));
  }

  /** Those whose days have begun, and which are not done. */
  List<NodeTask> begun(StudentOutcome student) {
    return ahead(student).stream()
        .filter(task -> !task.from().isAfter(times.now().toLocalDate()))
        .filter(task -> task.state().isOpen())
        .toList();
  }

  /** A student whose tier is only bounded from below is looked after as at that tier. */
  private List<Occurrence> occurrences(StudentOutcome student) {
    List<Occurrence> occurrences =
        new ArrayList<>(StudentTasks.occurrences(student, result, times.found()));
    if (student.outcome().tier().isEmpty()) {
      student
          .outcome()
          .atLeast()
          .ifPresent(tier -> occurrences.add(Occurrence.open(Occasion.of(tier), times.found())));
    }
    return List.copyOf(occurrences);
  }

  /** What happened to a student, and what was done since. */
  private record Started(List<Occurrence> occurrences, List<Action> actions) {}

  private record Doing(Node node, Step step, LocalDate by) {}

  /** Whoever is at tier 3 and registered is not contacted twice. */
  private static List<NodeTask> once(List<NodeTask> tasks) {
    Set<Doing> seen = new HashSet<>();
    return tasks.stream()
        .filter(task -> seen.add(new Doing(task.node(), task.step(), task.due().toLocalDate())))
        .toList();
  }
}
