package org.xinheng.record;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.policy.Occasion;
import org.xinheng.policy.Status;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Membership;
import org.xinheng.screening.StudentOutcome;

/** What the outcome of a campaign starts the clock of, student by student. */
public final class StudentTasks {

  private StudentTasks() {}

  /**
   * The occurrences of a student: the alert, the tier, an invalid form, a registration in force.
   *
   * @param at when it was found
   */
  public static List<Occurrence> occurrences(
      StudentOutcome student, CampaignResult result, LocalDateTime at) {
    List<Occurrence> occurrences = new ArrayList<>();
    Occasion.of(student.outcome().alert())
        .ifPresent(occasion -> occurrences.add(Occurrence.open(occasion, at)));
    student
        .outcome()
        .tier()
        .ifPresent(tier -> occurrences.add(Occurrence.open(Occasion.of(tier), at)));
    if (student.outcome().status() == Status.INVALID) {
      occurrences.add(Occurrence.open(Occasion.INVALID, at));
    }
    Optional<Membership> registered = student.evidence().memberships().stream()
        .filter(membership -> membership.isInForce(result.campaign().to()))
        .findFirst();
    registered.ifPresent(membership -> occurrences.add(Occurrence.open(Occasion.REGISTRY, at)));
    return occurrences;
  }

  /** What has to be done for a student after a campaign, if nothing was done yet. */
  public static List<Task> of(
      StudentOutcome student, CampaignResult result, LocalDateTime at, LocalDateTime now) {
    return new TaskSchedule(result.policy().deadlines(), result.calendar())
        .open(occurrences(student, result, at), List.of(), now);
  }
}
