package org.xinheng.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Role;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;
import org.xinheng.screening.Concern;
import org.xinheng.screening.Dormitory;
import org.xinheng.screening.Fact;
import org.xinheng.screening.Membership;
import org.xinheng.screening.RiskFactor;

/**
 * All that a school holds of one student's support: 一生一策, one student, one file.
 *
 * <p>What people decided is added and never changed: events, contacts, releases and hand-overs of two files that are merged
 * are all in the result. A roster changes enrolments and nothing else. Every change makes a new version.
 *
 * @param student the id that the file is kept under
 * @param version from 1, one more with every change
 * @param enrolments school, grade, class and dormitory, by date
 * @param screens outcomes of campaigns
 * @param facts ratings, history and requests for help
 * @param riskFactors registered, in force or not
 * @param memberships of registered groups
 * @param concerns reports that raised an alert
 * @param events what happened at the gates
 * @param plan what is to be done, if there is a plan
 * @param contacts what was done
 * @param releases what somebody may read because the psychology teacher said so
 * @param handOvers between schools
 */
public record CaseFile(
    String student,
    int version,
    List<Enrolment> enrolments,
    List<Screen> screens,
    List<Fact> facts,
    List<RiskFactor> riskFactors,
    List<Membership> memberships,
    List<Concern> concerns,
    List<CaseEvent> events,
    Optional<Plan> plan,
    List<Action> contacts,
    List<Release> releases,
    List<HandOver> handOvers) {

  public CaseFile {
    enrolments = List.copyOf(enrolments);
    screens = List.copyOf(screens);
    facts = List.copyOf(facts);
    riskFactors = List.copyOf(riskFactors);
    memberships = List.copyOf(memberships);
    concerns = List.copyOf(concerns);
    events = List.copyOf(events);
    contacts = List.copyOf(contacts);
    releases = List.copyOf(releases);
    handOvers = List.copyOf(handOvers);
  }

  /**
   * A class that a student belongs to for some time, both days included.
   *
   * @param dormitory where the student lives by then, if at school
   * @param until empty while it lasts
   */
  public record Enrolment(
      String school,
      int grade,
      String schoolClass,
      Optional<Dormitory> dormitory,
      LocalDate from,
      Optional<LocalDate> until) {

    /** Whether the student belongs to it on a day. */
    public boolean holds(LocalDate day) {
      return !day.isBefore(from) && until.map(end -> !day.isAfter(end)).orElse(true);
    }

    private boolean isSamePlace(Enrolment other) {
      return equals(other.lasting(from, until));
    }

    private Enrolment lasting(LocalDate first, Optional<LocalDate> last) {
      return new Enrolment(school, grade, schoolClass, dormitory, first, last);
    }
  }

  /**
   * What a campaign found.
   *
   * @param policy id and version of the policy, so that it can be found out later why
   * @param tier the computed tier
   */
  public record Screen(
      String campaign,
      LocalDate on,
      String policy,
      Status status,
      Optional<Tier> tier,
      Alert alert,
      List<Score> scores,
      List<Text> reasons) {

    public Screen {
      scores = List.copyOf(scores);
      reasons = List.copyOf(reasons);
    }
  }

  /** A score with its band. */
  public record Score(String scale, String version, BigDecimal value, Optional<String> band) {}

  /** What is to be done. */
  public record Plan(LocalDate on, Person by, String goal, List<PlanStep> steps, LocalDate review) {

    public Plan {
      steps = List.copyOf(steps);
    }
  }

  /** One step of a plan, and who takes it. */
  public record PlanStep(String what, Person helper, LocalDate due) {}

  /** What somebody may read, in words that name no score and no tier. */
  public record Release(LocalDateTime at, Person by, Role to, Text words) {}

  /**
   * The file goes to another school.
   *
   * @param consent who agreed: the evidence for it, such as the number of the form
   * @param receipt when the other school has received it
   */
  public record HandOver(
      LocalDate on,
      Person by,
      String fromSchool,
      String toSchool,
      String consent,
      Optional<LocalDate> receipt) {

    public HandOver {
      if (consent.isBlank()) {
        throw new IllegalArgumentException("a hand-over needs a consent");
      }
    }
  }

  /** A file of which nothing is known yet. */
  public static CaseFile of(String student) {
    return new CaseFile(
        student,
        1,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The same file under another id of its student; that is no change of it. */
  public CaseFile keptUnder(String id) {
    return new CaseFile(
        id,
        version,
        enrolments,
        screens,
        facts,
        riskFactors,
        memberships,
        concerns,
        events,
        plan,
        contacts,
        releases,
        handOvers);
  }

  /** Where the student belongs on a day. */
  public Optional<Enrolment> enrolmentOn(LocalDate day) {
    return enrolments.stream().filter(enrolment -> enrolment.holds(day)).findFirst();
  }

  /**
   * The same after a roster said where the student belongs from a day on: the enrolment before ends the day before. The
   * same class and dormitory again change nothing, and no roster changes what people decided.
   */
  public CaseFile enrolled(Enrolment begun) {
    if (enrolmentOn(begun.from()).filter(begun::isSamePlace).isPresent()) {
      return this;
    }
    List<Enrolment> all = new ArrayList<>(leavingOn(begun.from().minusDays(1)));
    all.add(begun);
    return withEnrolments(all);
  }

  /** The same after a student has left: enrolments end, and nothing is deleted. */
  public CaseFile left(LocalDate lastDay) {
    return withEnrolments(leavingOn(lastDay));
  }

  private List<Enrolment> leavingOn(LocalDate lastDay) {
    return enrolments.stream()
        .filter(enrolment -> !enrolment.from().isAfter(lastDay))
        .map(enrolment -> enrolment.until().filter(end -> !end.isAfter(lastDay)).isPresent()
            ? enrolment
            : enrolment.lasting(enrolment.from(), Optional.of(lastDay)))
        .toList();
  }

  private CaseFile withEnrolments(List<Enrolment> others) {
    return new CaseFile(
        student,
        version + 1,
        others,
        screens,
        facts,
        riskFactors,
        memberships,
        concerns,
        events,
        plan,
        contacts,
        releases,
        handOvers);
  }

  /**
   * The same with one more event.
   *
   * @throws IllegalArgumentException if the workflow refuses it
   */
  public CaseFile with(CaseEvent event, CaseWorkflow workflow) {
    List<CaseEvent> all = new ArrayList<>(events);
    all.add(event);
    workflow.stateAfter(all);
    return new CaseFile(
        student,
        version + 1,
        enrolments,
        screens,
        facts,
        riskFactors,
        memberships,
        concerns,
        all,
        plan,
        contacts,
        releases,
        handOvers);
  }

  /** The same with another plan in place of the one before. */
  public CaseFile with(Plan newPlan) {
    return new CaseFile(
        student,
        version + 1,
        enrolments,
        screens,
        facts,
        riskFactors,
        memberships,
        concerns,
        events,
        Optional.of(newPlan),
        contacts,
        releases,
        handOvers);
  }

  /** The same with one more release. */
  public CaseFile with(Release release) {
    List<Release> all = new ArrayList<>(releases);
    all.add(release);
    return new CaseFile(
        student,
        version + 1,
        enrolments,
        screens,
        facts,
        riskFactors,
        memberships,
        concerns,
        events,
        plan,
        contacts,
        all,
        handOvers);
  }

  /** The same with one more hand-over. */
  public CaseFile with(HandOver handOver) {
    List<HandOver> all = new ArrayList<>(handOvers);
    all.add(handOver);
    return new CaseFile(
        student,
        version + 1,
        enrolments,
        screens,
        facts,
        riskFactors,
        memberships,
        concerns,
        events,
        plan,
        contacts,
        releases,
        all);
  }

  /**
   * This file and another of the same student, from another school or another copy: all that stands in either, by time.
   * The newer plan holds.
   *
   * @throws IllegalArgumentException if they are not of one student
   */
  public CaseFile merged(CaseFile other) {
    if (!student.equals(other.student)) {
      throw new IllegalArgumentException("the two files are not of one student");
    }
    return new CaseFile(
        student,
        Math.max(version, other.version) + 1,
        union(other, CaseFile::enrolments, Comparator.comparing(Enrolment::from)),
        union(other, CaseFile::screens, Comparator.comparing(Screen::on)),
        union(
            other,
            CaseFile::facts,
            Comparator.comparing(fact -> fact.on().orElse(LocalDate.EPOCH))),
        union(other, CaseFile::riskFactors, Comparator.comparing(RiskFactor::since)),
        union(other, CaseFile::memberships, Comparator.comparing(Membership::since)),
        union(other, CaseFile::concerns, Comparator.comparing(Concern::on)),
        union(other, CaseFile::events, Comparator.comparing(CaseEvent::at)),
        newer(plan, other.plan),
        union(other, CaseFile::contacts, Comparator.comparing(Action::at)),
        union(other, CaseFile::releases, Comparator.comparing(Release::at)),
        union(other, CaseFile::handOvers, Comparator.comparing(HandOver::on)));
  }

  private <T> List<T> union(CaseFile other, Function<CaseFile, List<T>> part, Comparator<T> order) {
    Set<T> all = new LinkedHashSet<>(part.apply(this));
    all.addAll(part.apply(other));
    return all.stream().sorted(order).toList();
  }

  private static Optional<Plan> newer(Optional<Plan> one, Optional<Plan> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return other.get().on().isAfter(one.get().on()) ? other : one;
  }
}
