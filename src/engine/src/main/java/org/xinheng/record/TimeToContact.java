package org.xinheng.record;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.xinheng.policy.Occasion;
import org.xinheng.policy.Step;
import org.xinheng.screening.CampaignCounts;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.ContactCounts;
import org.xinheng.screening.FirstContact;
import org.xinheng.screening.FirstContact.State;
import org.xinheng.screening.StudentOutcome;
import org.xinheng.screening.Summary;

/**
 * How soon students who need support were first spoken with. The clock runs from when the results were found out about; of several
 * deadlines, as for an alert and a tier, the first one counts.
 */
public final class TimeToContact {

  private final CampaignResult result;
  private final TaskSchedule schedule;

  private TimeToContact(CampaignResult result) {
    this.result = result;
    this.schedule = new TaskSchedule(result.policy().deadlines(), result.calendar());
  }

  /** All counts of a campaign, those of contacts among them. */
  public static CampaignCounts allCounts(CampaignResult result) {
    Summary summary = result.summary();
    return CampaignCounts.of(result, summary, counts(result, summary));
  }

  /** The counts of contacts; empty if the campaign has no list of them. */
  public static Optional<ContactCounts> counts(CampaignResult result, Summary summary) {
    if (!result.knowsContacts()) {
      return Optional.empty();
    }
    TimeToContact times = new TimeToContact(result);
    return Optional.of(ContactCounts.of(summary, times::firstContact, result));
  }

  /** Of one student. */
  public static FirstContact of(StudentOutcome student, CampaignResult result) {
    return new TimeToContact(result).firstContact(student);
  }

  private FirstContact firstContact(StudentOutcome student) {
    LocalDateTime found = result.times().found();
    List<Action> actions = StudentTasks.actions(student, found);
    Optional<LocalDate> contacted = actions.stream()
        .filter(action -> action.step() == Step.CONTACT)
        .map(Action::at)
        .min(Comparator.naturalOrder())
        .map(LocalDateTime::toLocalDate);
    List<Occurrence> occurrences = StudentTasks.occurrences(student, result, found).stream()
        .filter(occurrence -> occurrence.occasion() != Occasion.REGISTRY)
        .toList();
    State state = schedule.tasks(occurrences, actions, result.times().now()).stream()
        .filter(task -> task.step() == Step.CONTACT && task.number() == 1)
        .min(Comparator.comparing(Task::due))
        .map(task -> state(task.state()))
        .orElse(contacted.isPresent() ? State.ON_TIME : State.DUE);
    return new FirstContact(
        state,
        contacted.isPresent()
            ? OptionalInt.of(
                result.calendar().schoolDaysBetween(found.toLocalDate(), contacted.get()))
            : OptionalInt.empty());
  }

  private static State state(Task.State state) {
    return switch (state) {
      case DONE, EXCUSED -> State.ON_TIME;
      case DONE_LATE, OVERDUE, MISSED -> State.OVERDUE;
      case DUE -> State.DUE;
    };
  }
}
