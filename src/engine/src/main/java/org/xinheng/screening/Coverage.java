package org.xinheng.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Text;
import org.xinheng.screening.Summary.Level;

/**
 * Who of the roster took part, by school, grade and class, and which grades still lack the screening that each school year
 * asks for. Nothing is hidden here: who took part is what everybody who organises the screening has to know, and it
 * says nothing of anybody's answers.
 */
public final class Coverage {

  /** Primary school, junior and senior high; a school that has one grade of a stage has the others too. */
  private static final List<Interval> STAGES =
      List.of(new Interval(1, 6), new Interval(7, 9), new Interval(10, 12));

  private final Optional<Interval> required;
  private final OtherGrades others;
  private final List<Row> rows = new ArrayList<>();

  private Coverage(Optional<Interval> required, OtherGrades others) {
    this.required = required;
    this.others = others;
  }

  /** Whether a grade has its screening of the school year. */
  public enum Yearly {
    DONE("done", "done", "已做"),
    /** Another campaign of the school year has screened the grade. */
    DONE_ELSEWHERE("done-elsewhere", "done in another campaign", "已由另一次筛查完成"),
    /** The grade is on the roster, and nobody of it has a complete form. */
    MISSING("missing", "missing", "未做"),
    /** The grade is on the roster, and the campaign is not for it. */
    NOT_IN_CAMPAIGN("not-in-campaign", "not in this campaign", "不在本次筛查范围"),
    /** The school has the stage, but nobody of this grade is on the roster. */
    NOT_ON_ROSTER("not-on-roster", "not on the roster", "名册上没有"),
    NOT_REQUIRED("not-required", "not required", "不要求");

    private final String word;
    private final Text name;

    Yearly(String word, String en, String zhCn) {
      this.word = word;
      this.name = new Text(en, zhCn);
    }

    /** As people call it. */
    public Text text() {
      return name;
    }

    /** The word used in tables. */
    public String word() {
      return word;
    }

    /** Whether the screening of the year is still owed. */
    public boolean isOwed() {
      return this == MISSING || this == NOT_IN_CAMPAIGN || this == NOT_ON_ROSTER;
    }
  }

  /**
   * One school, grade or class.
   *
   * @param grade empty for a school
   * @param schoolClass empty for a school or grade
   * @param students how many took part how far; together they are the roster
   * @param consent of how many the roster says what of consent; none where it says nothing
   * @param yearly whether the grade has its screening of the year; not required for a school or class
   */
  public record Row(
      Level level,
      String school,
      Optional<Integer> grade,
      Optional<String> schoolClass,
      Map<Participation, Integer> students,
      Map<ConsentState, Integer> consent,
      Yearly yearly) {

    public Row {
      students = Map.copyOf(students);
      consent = Map.copyOf(consent);
    }

    /** Students of whom the roster says that they may be screened; empty if it says nothing of consent. */
    public Optional<Integer> consented() {
      return consent.isEmpty()
          ? Optional.empty()
          : Optional.of(consent.getOrDefault(ConsentState.CONSENTED, 0));
    }

    /** How many of the roster took part so far and no further. */
    public int of(Participation participation) {
      return students.getOrDefault(participation, 0);
    }

    /** Students of the roster. */
    public int eligible() {
      return students.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Those of them who answered, or at least did not lack consent. */
    public int willing() {
      return eligible() - of(Participation.REFUSED) - of(Participation.NOT_CONSENTED);
    }

    /** Students who answered anything. */
    public int responded() {
      return willing() - of(Participation.ABSENT);
    }

    /** Students for whom another sitting is due. */
    public int makeUpDue() {
      return students.entrySet().stream()
          .filter(entry -> entry.getKey().needsMakeUp())
          .mapToInt(Map.Entry::getValue)
          .sum();
    }
  }

  /** The coverage of a campaign: schools in the order of the roster, each followed by its grades and their classes. */
  public static Coverage of(CampaignResult result) {
    Map<String, Map<Integer, Map<String, Counts>>> schools = new LinkedHashMap<>();
    for (StudentOutcome student : result.roster()) {
      schools
          .computeIfAbsent(student.student().school(), school -> new TreeMap<>())
          .computeIfAbsent(student.student().grade(), grade -> new TreeMap<>(Summary.CLASSES))
          .computeIfAbsent(student.student().schoolClass(), schoolClass -> new Counts())
          .add(student);
    }
    for (GradeOfSchool leftOut : result.others().leftOut()) {
      schools
          .computeIfAbsent(leftOut.school(), school -> new TreeMap<>())
          .computeIfAbsent(leftOut.grade(), grade -> new TreeMap<>(Summary.CLASSES));
    }
    Coverage coverage = new Coverage(result.policy().requiredGrades(), result.others());
    schools.forEach(coverage::addSchool);
    return coverage;
  }

  private void addSchool(String school, Map<Integer, Map<String, Counts>> grades) {
    missingOf(grades.keySet().stream().toList()).forEach(grade -> grades.put(grade, Map.of()));
    Counts ofSchool = new Counts();
    grades.values().forEach(classes -> classes.values().forEach(ofSchool::add));
    rows.add(ofSchool.row(
        Level.SCHOOL, school, Optional.empty(), Optional.empty(), Yearly.NOT_REQUIRED));
    grades.forEach((grade, classes) -> {
      Counts ofGrade = new Counts();
      classes.values().forEach(ofGrade::add);
      rows.add(ofGrade.row(
          Level.GRADE,
          school,
          Optional.of(grade),
          Optional.empty(),
          yearly(new GradeOfSchool(school, grade), ofGrade)));
      classes.forEach((schoolClass, counts) -> rows.add(counts.row(
          Level.CLASS, school, Optional.of(grade), Optional.of(schoolClass), Yearly.NOT_REQUIRED)));
    });
  }

  private Yearly yearly(GradeOfSchool grade, Counts students) {
    if (required.filter(grades -> grades.contains(grade.grade())).isEmpty()) {
      return Yearly.NOT_REQUIRED;
    }
    if (students.of(Participation.COMPLETE) > 0) {
      return Yearly.DONE;
    }
    if (others.screened().contains(grade)) {
      return Yearly.DONE_ELSEWHERE;
    }
    if (others.leftOut().contains(grade)) {
      return Yearly.NOT_IN_CAMPAIGN;
    }
    return students.students.isEmpty() ? Yearly.NOT_ON_ROSTER : Yearly.MISSING;
  }

  /** Required grades of the stages of which a school has a required grade that are not among its own. */
  private List<Integer> missingOf(List<Integer> grades) {
    return required.stream()
        .flatMapToInt(all -> IntStream.rangeClosed(all.first(), all.last()))
        .filter(grade -> !grades.contains(grade))
        .filter(grade ->
            grades.stream().anyMatch(of -> required.get().contains(of) && isSameStage(of, grade)))
        .boxed()
        .toList();
  }

  private static boolean isSameStage(int one, int other) {
    return STAGES.stream().anyMatch(stage -> stage.contains(one) && stage.contains(other));
  }

  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** The rows of one level. */
  public List<Row> rows(Level level) {
    return rows.stream().filter(row -> row.level() == level).toList();
  }

  /** Grades that lack the screening of the school year. */
  public List<Row> owed() {
    return rows.stream().filter(row -> row.yearly().isOwed()).toList();
  }

  private static final class Counts {

    private final Map<Participation, Integer> students = new EnumMap<>(Participation.class);
    private final Map<ConsentState, Integer> consent = new EnumMap<>(ConsentState.class);

    void add(StudentOutcome student) {
      students.merge(Participation.of(student), 1, Integer::sum);
      student.student().consent().ifPresent(state -> consent.merge(state, 1, Integer::sum));
    }

    void add(Counts others) {
      others.students.forEach((kind, count) -> students.merge(kind, count, Integer::sum));
      others.consent.forEach((state, count) -> consent.merge(state, count, Integer::sum));
    }

    int of(Participation kind) {
      return students.getOrDefault(kind, 0);
    }

    Row row(
        Level level,
        String school,
        Optional<Integer> grade,
        Optional<String> schoolClass,
        Yearly yearly) {
      return new Row(level, school, grade, schoolClass, students, consent, yearly);
    }
  }
}
