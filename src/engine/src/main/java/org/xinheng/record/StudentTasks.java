package org.xinheng.record;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.policy.Occasion;
import org.xinheng.policy.Status;
import org.xinheng.policy.Step;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Contact;
import org.xinheng.screening.Membership;
import org.xinheng.screening.StudentOutcome;

/** What the outcome of a campaign starts the clock of, and what was done since, student by student. */
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

  /**
   * What was done for a student since the results were found out about. Whoever was interviewed, or was spoken with at a
   * review, was contacted as well.
   */
  public static List<Action> actions(StudentOutcome student, LocalDateTime found) {
    List<Action> actions = new ArrayList<>();
    for (Contact contact : student.evidence().contacts()) {
      if (contact.reached() && contact.isAfter(found)) {
        actions.add(action(contact, contact.step(), found));
        if (contact.isWithStudent() && contact.step() != Step.CONTACT) {
          actions.add(action(contact, Step.CONTACT, found));
        }
      }
    }
    return actions;
  }

  static Action action(Contact contact, Step step, LocalDateTime found) {
    Person by = new Person(contact.staff().orElse(contact.by().word()), contact.by());
    return Action.done(step, contact.at(found), by);
  }
}
