package org.xinheng.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Instrument;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;

/**
 * A campaign, screened.
 *
 * @param calendar the school's, or weekdays if none is known
 * @param batteries the batteries given
 * @param instruments the questionnaires of all batteries by id, in the order in which they are given
 * @param students in the order of the roster
 */
public record CampaignResult(
    Campaign campaign,
    TierPolicy policy,
    SchoolCalendar calendar,
    List<Battery> batteries,
    Map<String, Instrument> instruments,
    List<StudentOutcome> students) {

  private static final int HIGH = 2;

  /** A student is listed by alert, then by tier, then in the order of the roster. */
  private static final Comparator<StudentOutcome> MOST_URGENT_FIRST = Comparator.comparing(
          (StudentOutcome student) -> student.outcome().alert(), Comparator.reverseOrder())
      .thenComparing(
          student -> student.outcome().atLeast().map(Tier::number).orElse(0),
          Comparator.reverseOrder());

  public CampaignResult {
    batteries = List.copyOf(batteries);
    instruments = Collections.unmodifiableMap(new LinkedHashMap<>(instruments));
    students = List.copyOf(students);
  }

  /** A campaign of a school whose calendar is not known. */
  public CampaignResult(
      Campaign campaign,
      TierPolicy policy,
      List<Battery> batteries,
      Map<String, Instrument> instruments,
      List<StudentOutcome> students) {
    this(campaign, policy, SchoolCalendar.WEEKDAYS, batteries, instruments, students);
  }

  /** The battery of a student of this campaign. */
  public Battery batteryOf(StudentOutcome student) {
    return batteryOf(student.student().grade(), student.forms().keySet(), batteries);
  }

  /**
   * The battery of a student: by grade; for a student whose grade no battery is for, by the answers, so that an alert is
   * never lost; else the first.
   *
   * @param answered the questionnaires that the student answered
   */
  public static Battery batteryOf(int grade, Set<String> answered, List<Battery> batteries) {
    return batteries.stream()
        .filter(battery -> battery.grades().contains(grade))
        .findFirst()
        .or(() -> batteries.stream()
            .filter(battery -> answered.contains(battery.primary().questionnaire()))
            .findFirst())
        .orElse(batteries.get(0));
  }

  /** A student's outcome with all that led to it. */
  public OutcomeTrace trace(StudentOutcome student) {
    return new Screener(batteryOf(student), policy, campaign.to(), calendar)
        .trace(student.forms(), student.evidence());
  }

  /** Alerts, tier 3 and skipped critical items: where somebody acts first, the most urgent at the top. */
  public List<StudentOutcome> today() {
    return students.stream()
        .filter(student ->
            student.outcome().needsActionFirst() || student.outcome().alert() == Alert.UNKNOWN)
        .sorted(MOST_URGENT_FIRST)
        .toList();
  }

  /** Counts with small cells suppressed. */
  public Summary summary() {
    return Summary.of(students, policy.suppressBelow());
  }

  /**
   * Students with an alert of a kind; empty if so few that the number is suppressed. An alert also sets the tier or
   * withholds it; so the number is empty as well where a cell of a whole school is suppressed.
   */
  public Optional<Integer> alerts(Alert alert) {
    int count = (int)
        students.stream().filter(student -> student.outcome().alert() == alert).count();
    boolean isSafe = count >= policy.suppressBelow()
        && summary().rows(Summary.Level.SCHOOL).stream().allMatch(Summary.Row::showsAll);
    return count == 0 || isSafe ? Optional.of(count) : Optional.empty();
  }

  /**
   * How many students are in band level 2 or 3, scale by scale, the largest share first; scales with too few such
   * students are left out.
   */
  public List<Need> leadingNeeds() {
    Map<ScaleReference, int[]> counts = new LinkedHashMap<>();
    for (StudentOutcome student : students) {
      student
          .forms()
          .forEach((id, form) -> Objects.requireNonNull(instruments.get(id))
              .scales()
              .forEach(scale -> form.scores().band(form.row(), scale.id()).ifPresent(band -> {
                int[] count =
                    counts.computeIfAbsent(new ScaleReference(id, scale.id()), key -> new int[2]);
                count[0]++;
                count[1] += band.level() >= HIGH ? 1 : 0;
              })));
    }
    List<Need> needs = new ArrayList<>();
    counts.forEach((scale, count) -> {
      if (count[1] >= policy.suppressBelow()) {
        needs.add(new Need(scale, eligible(scale.questionnaire()), count[0], count[1]));
      }
    });
    needs.sort(Comparator.comparingDouble(Need::share)
        .reversed()
        .thenComparing(need -> need.scale().toString()));
    return needs;
  }

  /** Students of the roster whose battery holds a questionnaire. */
  private int eligible(String questionnaire) {
    List<Battery> with = batteries.stream()
        .filter(battery -> battery.questionnaires().contains(questionnaire))
        .toList();
    return (int) students.stream()
        .filter(student -> with.stream()
            .anyMatch(battery -> battery.grades().contains(student.student().grade())))
        .count();
  }

  /**
   * Students in band level 2 or 3 of a scale.
   *
   * @param eligible students of the roster who were to be given the scale
   * @param scored students with a band on the scale
   * @param high those of them in level 2 or 3
   */
  public record Need(ScaleReference scale, int eligible, int scored, int high) {

    private static final int[] STEPS = {1, 2, 5, 10, 20};

    public double share() {
      return (double) high / scored;
    }

    /**
     * The share in percent, for reports: rounded so coarsely that a step is at least so many students of the roster,
     * because with the exact number a suppressed cell could be worked out where the scale decides the tier. Empty if
     * the roster is too small for that.
     */
    public Optional<Integer> roundedPercent(int students) {
      return IntStream.of(STEPS)
          .boxed()
          .filter(step -> step * eligible >= 100 * students)
          .findFirst()
          .map(step -> Math.max(step, (int) Math.round(100 * share() / step) * step));
    }
  }
}
