package org.xinheng.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xinheng.policy.Step;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.StudentOutcome;

/**
 * The hours that the deadlines of a policy ask for after a campaign, week by week, if every step is taken in the week in
 * which it is due.
 *
 * @param weeks the first of them begins the day after the campaign
 */
public record Workload(List<Week> weeks) {

  private static final LocalTime MORNING = LocalTime.of(8, 0);

  public Workload {
    weeks = List.copyOf(weeks);
  }

  /**
   * One week.
   *
   * @param from its first day
   * @param steps how many steps are due in it
   * @param hours how long they take
   */
  public record Week(LocalDate from, Map<Step, Integer> steps, BigDecimal hours) {

    public Week {
      steps = Map.copyOf(steps);
    }

    /** Whether they take longer than there are hours. */
    public boolean exceeds(BigDecimal staffHours) {
      return hours.compareTo(staffHours) > 0;
    }
  }

  /** Half an hour a contact and a review, one and a half for an interview and plan, nothing for screening again: proposed. */
  public static Map<Step, BigDecimal> usualHours() {
    Map<Step, BigDecimal> hours = new EnumMap<>(Step.class);
    hours.put(Step.CONTACT, new BigDecimal("0.5"));
    hours.put(Step.PLAN, new BigDecimal("1.5"));
    hours.put(Step.GUARDIAN, new BigDecimal("0.5"));
    hours.put(Step.REVIEW, new BigDecimal("0.5"));
    hours.put(Step.RE_SCREEN, BigDecimal.ZERO);
    return hours;
  }

  /**
   * The workload of a campaign.
   *
   * @param hours of one step of each kind; a kind that is not named takes none
   * @param weeks how many
   */
  public static Workload of(CampaignResult result, Map<Step, BigDecimal> hours, int weeks) {
    LocalDate first = result.campaign().to().plusDays(1);
    LocalDateTime at = result.campaign().to().atTime(MORNING);
    LocalDateTime end = first.plusWeeks(weeks).atStartOfDay();
    List<Map<Step, Integer>> steps = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      steps.add(new EnumMap<>(Step.class));
    }
    TaskSchedule schedule = new TaskSchedule(result.policy().deadlines(), result.calendar());
    NodeSchedule nodes = new NodeSchedule(result.policy().nodes(), result.calendar());
    for (StudentOutcome student : result.students()) {
      // Tasks that come again are listed up to the end; none is done, so every one counts.
      List<Occurrence> occurrences = StudentTasks.occurrences(student, result, at);
      schedule.tasks(occurrences, List.of(), end).stream()
          .filter(task -> task.due().isBefore(end))
          .forEach(task -> add(task.step(), steps.get(weekOf(task.due().toLocalDate(), first))));
      nodes.tasks(occurrences, List.of(), List.of(), end).stream()
          .filter(task -> task.due().isBefore(end))
          .forEach(task -> add(task.step(), steps.get(weekOf(task.due().toLocalDate(), first))));
    }
    List<Week> all = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      all.add(new Week(first.plusWeeks(week), steps.get(week), sum(steps.get(week), hours)));
    }
    return new Workload(all);
  }

  private static void add(Step step, Map<Step, Integer> steps) {
    steps.merge(step, 1, Integer::sum);
  }

  /** What was due before the first week counts in it. */
  private static int weekOf(LocalDate day, LocalDate first) {
    return (int) Math.max(0, (day.toEpochDay() - first.toEpochDay()) / 7);
  }

  private static BigDecimal sum(Map<Step, Integer> steps, Map<Step, BigDecimal> hours) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<Step, Integer> step : steps.entrySet()) {
      BigDecimal each = hours.getOrDefault(step.getKey(), BigDecimal.ZERO);
      sum = sum.add(each.multiply(BigDecimal.valueOf(step.getValue())));
    }
    return sum;
  }
}
