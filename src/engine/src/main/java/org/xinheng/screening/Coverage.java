package org.xinheng.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.xinheng.instrument.Text;
import org.xinheng.screening.Summary.Level;

/**
 * Who of the roster took part, by school, grade and class, and which grades still lack the screening that each school year
 * asks for. Nothing is hidden here: who took part is what everybody who organises the screening has to know, and it
 * says nothing of anybody's answers.
 */
public final class Coverage {

  /** The grades that are to be screened at least once in a school year: from upper primary to senior high. */
  private static final int FIRST_REQUIRED = 4;

  private static final int LAST_REQUIRED = 12;

  /** Grades 4 to 6, 7 to 9 and 10 to 12 are a stage each; a school that has one grade of it has the others as well. */
  private static final int GRADES_OF_STAGE = 3;

  private final List<Row> rows;

  private Coverage(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** Whether a grade has its screening of the school year. */
  public enum Yearly {
    DONE("done", "done", "已做"),
    /** The grade is on the roster, and nobody of it has a complete form. */
    MISSING("missing", "missing", "未做"),
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
      return this == MISSING || this == NOT_ON_ROSTER;
    }
  }

  /**
   * One school, grade or class.
   *
   * @param grade empty for a school
   * @param schoolClass empty for a school or grade
   * @param students how many took part how far; together they are the roster
   * @param consent of how many the roster says what of consent; none where it says nothing
   */
  public record Row(
      Level level,
      String school,
      Optional<Integer> grade,
      Optional<String> schoolClass,
      Map<Participation, Integer> students,
      Map<ConsentState, Integer> consent) {

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

    /** Whether the grade has its screening of the year; not required for a school or class. */
    public Yearly yearly() {
      boolean isRequired = level == Level.GRADE
          && grade.filter(of -> of >= FIRST_REQUIRED && of <= LAST_REQUIRED).isPresent();
      if (!isRequired) {
        return Yearly.NOT_REQUIRED;
      }
      if (eligible() == 0) {
        return Yearly.NOT_ON_ROSTER;
      }
      return of(Participation.COMPLETE) > 0 ? Yearly.DONE : Yearly.MISSING;
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
    List<Row> rows = new ArrayList<>();
    schools.forEach((school, grades) -> addSchool(rows, school, grades));
    return new Coverage(rows);
  }

  private static void addSchool(
      List<Row> rows, String school, Map<Integer, Map<String, Counts>> grades) {
    missingOf(grades.keySet().stream().toList()).forEach(grade -> grades.put(grade, Map.of()));
    Counts ofSchool = new Counts();
    grades.values().forEach(classes -> classes.values().forEach(ofSchool::add));
    rows.add(ofSchool.row(Level.SCHOOL, school, Optional.empty(), Optional.empty()));
    grades.forEach((grade, classes) -> {
      Counts ofGrade = new Counts();
      classes.values().forEach(ofGrade::add);
      rows.add(ofGrade.row(Level.GRADE, school, Optional.of(grade), Optional.empty()));
      classes.forEach((schoolClass, counts) ->
          rows.add(counts.row(Level.CLASS, school, Optional.of(grade), Optional.of(schoolClass))));
    });
  }

  /** Grades of the stages that a school has which are not among its own. */
  private static List<Integer> missingOf(List<Integer> grades) {
    return IntStream.rangeClosed(FIRST_REQUIRED, LAST_REQUIRED)
        .filter(grade -> !grades.contains(grade))
        .filter(grade ->
            grades.stream().anyMatch(of -> of >= FIRST_REQUIRED && stageOf(of) == stageOf(grade)))
        .boxed()
        .toList();
  }

  private static int stageOf(int grade) {
    return (grade - 1) / GRADES_OF_STAGE;
  }

  public List<Row> rows() {
    return rows;
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

    Row row(Level level, String school, Optional<Integer> grade, Optional<String> schoolClass) {
      return new Row(level, school, grade, schoolClass, students, consent);
    }
  }
}
