package org.xinheng.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Instrument;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.Launch;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.SchoolKind;
import org.xinheng.policy.TierPolicy;

/**
 * A campaign, screened.
 *
 * @param calendar the school's, or weekdays if none is known
 * @param batteries the batteries given
 * @param instruments the questionnaires of all batteries by id, in the order in which they are given
 * @param students in the order of the roster; those who answered and are not on it at the end
 * @param onRoster how many of them stand on the roster
 * @param others grades of the roster that it is not for, and those that another campaign of the year has screened
 * @param earlier the campaign that this one is compared with; without scores if there is none
 * @param published counts of this campaign that were published before, the last at the end
 * @param times when it was found out about, and until when it is told what was done
 */
public record CampaignResult(
    Campaign campaign,
    TierPolicy policy,
    SchoolCalendar calendar,
    List<Battery> batteries,
    Map<String, Instrument> instruments,
    List<StudentOutcome> students,
    int onRoster,
    OtherGrades others,
    Earlier earlier,
    Times times,
    List<PublishedCounts> published) {

  private static final int HIGH = 2;
  private static final int[] STEPS = {1, 2, 5, 10, 20};

  public CampaignResult {
    batteries = List.copyOf(batteries);
    instruments = Collections.unmodifiableMap(new LinkedHashMap<>(instruments));
    students = List.copyOf(students);
    published = List.copyOf(published);
    if (!(onRoster >= 0 && onRoster <= students.size())) {
      throw new IllegalArgumentException(
          "onRoster must be in [0, " + students.size() + "]: " + onRoster);
    }
  }

  /** A campaign of a school whose calendar is not known, whose students all stand on the roster. */
  public CampaignResult(
      Campaign campaign,
      TierPolicy policy,
      List<Battery> batteries,
      Map<String, Instrument> instruments,
      List<StudentOutcome> students) {
    this(
        campaign,
        policy,
        SchoolCalendar.WEEKDAYS,
        batteries,
        instruments,
        students,
        students.size(),
        OtherGrades.NONE,
        Earlier.NONE,
        Times.usual(campaign),
        List.of());
  }

  /** The students of the roster, in its order. */
  public List<StudentOutcome> roster() {
    return students.subList(0, onRoster);
  }

  /** Those who answered and are not on the roster. */
  public List<StudentOutcome> notOnRoster() {
    return students.subList(onRoster, students.size());
  }

  /** The names of the schools, in the order of the roster. */
  public List<String> schools() {
    return roster().stream()
        .map(student -> student.student().school())
        .distinct()
        .toList();
  }

  /**
   * The same campaign for each of its schools, by name, in the order of the roster. Batteries and questionnaires are those of
   * the grades that the school has.
   */
  public Map<String, CampaignResult> bySchool() {
    Map<String, List<StudentOutcome>> schools = new LinkedHashMap<>();
    roster()
        .forEach(student -> schools
            .computeIfAbsent(student.student().school(), school -> new ArrayList<>())
            .add(student));
    Map<String, List<EarlierScore>> before = new LinkedHashMap<>();
    earlier
        .scores()
        .forEach(score -> before
            .computeIfAbsent(score.student().school(), school -> new ArrayList<>())
            .add(score));
    Map<String, CampaignResult> results = new LinkedHashMap<>();
    schools.forEach((school, ofSchool) -> results.put(
        school,
        of(
            ofSchool,
            others.of(school),
            new Earlier(before.getOrDefault(school, List.of()), earlier.faults()))));
    return results;
  }

  private CampaignResult of(List<StudentOutcome> some, OtherGrades ofSchool, Earlier before) {
    List<Battery> given = batteries.stream()
        .filter(battery -> some.stream().anyMatch(student -> isFor(battery, student.student())))
        .toList();
    List<Battery> used = given.isEmpty() ? batteries : given;
    Map<String, Instrument> asked = new LinkedHashMap<>();
    instruments.forEach((id, instrument) -> {
      boolean isAnswered = some.stream().anyMatch(student -> student.forms().containsKey(id));
      if (isAnswered || used.stream().anyMatch(one -> one.questionnaires().contains(id))) {
        asked.put(id, instrument);
      }
    });
    return new CampaignResult(
        campaign,
        policy,
        calendar,
        used,
        asked,
        some,
        some.size(),
        ofSchool,
        before,
        times,
        ofSchools(some));
  }

  /** Whether the campaign has a list of contacts. */
  public boolean knowsContacts() {
    return campaign.files().contacts().isPresent();
  }

  /** The battery of a student of this campaign. */
  public Battery batteryOf(StudentOutcome student) {
    return batteryOf(student.student(), student.forms().keySet(), batteries);
  }

  /**
   * The battery of a student: by grade and kind of school; for a student whom no battery is for, by the answers, so that an
   * alert is never lost; else the first.
   *
   * @param answered the questionnaires that the student answered
   */
  public static Battery batteryOf(Student student, Set<String> answered, List<Battery> batteries) {
    return Battery.of(student.grade(), student.schoolKind(), batteries)
        .or(() -> batteries.stream()
            .filter(battery -> answered.contains(battery.primary().questionnaire()))
            .findFirst())
        .orElse(batteries.get(0));
  }

  /** Whether a battery is for a student's grade and kind of school, whatever was answered. */
  boolean isFor(Battery battery, Student student) {
    return Battery.of(student.grade(), student.schoolKind(), batteries)
        .filter(battery::equals)
        .isPresent();
  }

  /** A student's outcome with all that led to it. */
  public OutcomeTrace trace(StudentOutcome student) {
    return new Screener(batteryOf(student), policy, campaign.to(), calendar)
        .trace(student.forms(), student.evidence());
  }

  /** Whether all was done that the policy asks for before the launch. */
  public Launch launch() {
    return Launch.of(campaign, policy.workflow(), instruments.values());
  }

  private List<PublishedCounts> ofSchools(List<StudentOutcome> some) {
    Set<String> schools =
        some.stream().map(student -> student.student().school()).collect(Collectors.toSet());
    return published.stream().map(counts -> counts.ofSchools(schools)).toList();
  }

  /** The same after counts of it were published. */
  public CampaignResult after(List<PublishedCounts> counts) {
    return new CampaignResult(
        campaign,
        policy,
        calendar,
        batteries,
        instruments,
        students,
        onRoster,
        others,
        earlier,
        times,
        counts);
  }

  /**
   * Counts with small cells suppressed; also where, less those that were published before, they would tell of the few who have
   * changed since.
   */
  public Summary summary() {
    Summary summary = Summary.of(roster(), policy.suppressBelow());
    published.forEach(
        before -> summary.guard(before, policy.suppressBelow(), policy.suppressBelowOutside()));
    return summary;
  }

  /**
   * Students with an alert of a kind; empty if so few that the number is suppressed. An alert also sets the tier or
   * withholds it; so the number is empty as well where a cell of a whole school is suppressed.
   */
  public Optional<Integer> alerts(Alert alert) {
    return alerts(alert, summary());
  }

  /** The same where the summary is known already. */
  public Optional<Integer> alerts(Alert alert, Summary summary) {
    int count = (int)
        roster().stream().filter(student -> student.outcome().alert() == alert).count();
    boolean isSafe = count >= policy.suppressBelow()
        && summary.rows(Summary.Level.SCHOOL).stream().allMatch(Summary.Row::showsAll);
    return count == 0 || isSafe ? Optional.of(count) : Optional.empty();
  }

  /**
   * How many students are in band level 2 or 3, scale by scale, the largest share first; scales with too few such
   * students are left out.
   */
  public List<Need> leadingNeeds() {
    Map<ScaleReference, int[]> counts = new LinkedHashMap<>();
    for (StudentOutcome student : roster()) {
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
    Map<String, Integer> eligible = eligible();
    List<Need> needs = new ArrayList<>();
    counts.forEach((scale, count) -> {
      if (count[1] >= policy.suppressBelow()) {
        needs.add(
            new Need(scale, eligible.getOrDefault(scale.questionnaire(), 0), count[0], count[1]));
      }
    });
    needs.sort(Comparator.comparingDouble(Need::share)
        .reversed()
        .thenComparing(need -> need.scale().toString()));
    return needs;
  }

  /** All that a battery is chosen by. */
  private record Sort(int grade, Optional<SchoolKind> kind) {}

  /** Students of the roster to whom a questionnaire is given, by its id. */
  private Map<String, Integer> eligible() {
    Map<Sort, Integer> sorts = new HashMap<>();
    roster()
        .forEach(student -> sorts.merge(
            new Sort(student.student().grade(), student.student().schoolKind()), 1, Integer::sum));
    Map<String, Integer> eligible = new HashMap<>();
    sorts.forEach((sort, count) -> Battery.of(sort.grade(), sort.kind(), batteries)
        .ifPresent(battery ->
            battery.questionnaires().forEach(id -> eligible.merge(id, count, Integer::sum))));
    return eligible;
  }

  /**
   * Students in band level 2 or 3 of a scale.
   *
   * @param eligible students of the roster who were to be given the scale
   * @param scored students with a band on the scale
   * @param high those of them in level 2 or 3
   */
  public record Need(ScaleReference scale, int eligible, int scored, int high) {

    public double share() {
      return (double) high / scored;
    }

    /**
     * The share in percent, for reports: rounded so coarsely that a step is at least so many students of the roster,
     * because with the exact number a suppressed cell could be worked out where the scale decides the tier. Empty if
     * the roster is too small for that.
     */
    public Optional<Integer> roundedPercent(int students) {
      return CampaignResult.roundedPercent(share(), eligible, students);
    }
  }

  /** A share in percent, rounded to steps of at least so many students of a whole; empty if the whole is too small. */
  public static Optional<Integer> roundedPercent(double share, int whole, int students) {
    return IntStream.of(STEPS)
        .boxed()
        .filter(step -> step * whole >= 100 * students)
        .findFirst()
        .map(step -> Math.max(step, (int) Math.round(100 * share / step) * step));
  }
}
