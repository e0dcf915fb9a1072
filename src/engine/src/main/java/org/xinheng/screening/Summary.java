package org.xinheng.screening;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;
import org.xinheng.policy.Tier;

/**
 * Counts of a campaign for schools, grades, classes and groups of students, with small cells suppressed.
 *
 * <p>Everything that shows counts reads them here, so that no two tables together give away what each of them hides. How many
 * took part is no secret ({@link Coverage}). So it is none how many have no tier, where they are those without a
 * complete form; but of students without a complete form whom something else gives a tier, a few could be told by the
 * difference, and there it is hidden how many have none.
 */
public final class Summary {

  /** Where a count belongs. */
  public enum Level {
    SCHOOL("school"),
    GRADE("grade"),
    CLASS("class"),
    SEX("sex"),
    BOARDING("boarding"),
    REGISTRY("registry");

    private final String word;

    Level(String word) {
      this.word = word;
    }

    /** As people there call it. */
    public Text text(Hierarchy hierarchy) {
      return switch (this) {
        case SCHOOL -> hierarchy.name(Hierarchy.Level.SCHOOL);
        case GRADE -> hierarchy.name(Hierarchy.Level.GRADE);
        case CLASS -> hierarchy.name(Hierarchy.Level.CLASS);
        case SEX -> new Text("Sex", "性别");
        case BOARDING -> new Text("Boarding", "住宿");
        case REGISTRY -> new Text("Registry", "登记");
      };
    }

    /** The word used in tables. */
    public String word() {
      return word;
    }

    /** Whether its rows are students who have something in common, whatever their grade. */
    public boolean isGroup() {
      return this == SEX || this == BOARDING || this == REGISTRY;
    }
  }

  /** What students are counted by: their tier, or that they have none. */
  public enum Cell {
    T1("T1"),
    T2("T2"),
    T3("T3"),
    NO_TIER("no-tier");

    private final String word;

    Cell(String word) {
      this.word = word;
    }

    /** The word used in tables. */
    public String word() {
      return word;
    }

    /** The cell of a student. */
    public static Cell of(Outcome outcome) {
      return of(outcome.tier());
    }

    /** The cell of a decision. */
    public static Cell of(OutcomeLookup.Decision decision) {
      return of(decision.tier());
    }

    private static Cell of(Optional<Tier> tier) {
      return tier.map(Cell::of).orElse(NO_TIER);
    }

    /** The cell of a tier. */
    public static Cell of(Tier tier) {
      return switch (tier) {
        case UNIVERSAL -> T1;
        case TARGETED -> T2;
        case INTENSIVE -> T3;
      };
    }
  }

  /** One school, grade, class or group. */
  public static final class Row {

    private final Level level;
    private final String school;
    private final Optional<Integer> grade;
    private final Optional<String> schoolClass;
    private final Optional<String> group;
    private final int eligible;
    private final int responded;
    private final int complete;
    private final List<StudentOutcome> students;
    private final SuppressedCounts counts;

    private Row(Place place, List<StudentOutcome> students, SuppressedCounts counts) {
      this.level = place.level;
      this.school = place.school;
      this.grade = place.grade;
      this.schoolClass = place.schoolClass;
      this.group = place.group;
      this.students = List.copyOf(students);
      this.eligible = students.size();
      this.responded = (int) students.stream().filter(StudentOutcome::responded).count();
      this.complete = (int) students.stream()
          .filter(student -> Participation.of(student).isComplete())
          .count();
      this.counts = counts;
    }

    public Level level() {
      return level;
    }

    public String school() {
      return school;
    }

    /** Empty for a school or group. */
    public Optional<Integer> grade() {
      return grade;
    }

    /** Empty for a school, grade or group. */
    public Optional<String> schoolClass() {
      return schoolClass;
    }

    /** What the students of a group have in common, by its word in tables, such as {@code female}. */
    public Optional<String> group() {
      return group;
    }

    /** The same as people call it. */
    public Optional<Text> groupName() {
      return group.map(StudentGroup::name);
    }

    List<StudentOutcome> students() {
      return students;
    }

    SuppressedCounts.Line line() {
      return counts.line(Cell.values().length);
    }

    /** Students of the roster. */
    public int eligible() {
      return eligible;
    }

    /** Students who answered anything. */
    public int responded() {
      return responded;
    }

    /** Students with a valid form and a score on their primary scale. */
    public int complete() {
      return complete;
    }

    /** How many students; empty if the cell is suppressed. */
    public Optional<Integer> count(Cell cell) {
      return counts.shown(cell.ordinal());
    }

    /** Students at tier 2 or 3, where the cells that are shown say so. */
    public Optional<Integer> flagged() {
      if (count(Cell.T2).isPresent() && count(Cell.T3).isPresent()) {
        return Optional.of(count(Cell.T2).get() + count(Cell.T3).get());
      }
      boolean isRest = count(Cell.T1).isPresent() && count(Cell.NO_TIER).isPresent();
      return isRest
          ? Optional.of(suppressed() + count(Cell.T2).orElse(0) + count(Cell.T3).orElse(0))
          : Optional.empty();
    }

    /** Students of the cells that are suppressed, all together. */
    public int suppressed() {
      int shown =
          Stream.of(Cell.values()).mapToInt(cell -> count(cell).orElse(0)).sum();
      return eligible - shown;
    }

    /** Whether every cell is shown. */
    public boolean showsAll() {
      return Stream.of(Cell.values()).allMatch(cell -> count(cell).isPresent());
    }
  }

  private record Place(
      Level level,
      String school,
      Optional<Integer> grade,
      Optional<String> schoolClass,
      Optional<String> group) {

    static Place ofSchool(String school) {
      return new Place(Level.SCHOOL, school, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Place ofGroup(Level level, String school, String group) {
      return new Place(level, school, Optional.empty(), Optional.empty(), Optional.of(group));
    }

    Place grade(int number) {
      return new Place(
          Level.GRADE, school, Optional.of(number), Optional.empty(), Optional.empty());
    }

    Place schoolClass(String name) {
      return new Place(Level.CLASS, school, grade, Optional.of(name), Optional.empty());
    }
  }

  /** Class 2 before class 10. */
  static final Comparator<String> CLASSES =
      Comparator.comparing(String::length).thenComparing(naturalOrder());

  /**
   * Tiers above the first hide each other: together they still say how many need more. Who has no tier is hidden last,
   * because it is nearly known from the response.
   */
  static final int[] TURNS = turns();

  /** A class teacher is told who of the own class gets support, and not at which tier. */
  private static final List<Integer> SUPPORT = List.of(Cell.T2.ordinal(), Cell.T3.ordinal());

  private final List<Row> rows;

  private Summary(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * Counts the outcomes.
   *
   * @param outcomes of the students of the roster
   * @param suppressBelow cells of fewer students are not shown
   */
  public static Summary of(List<StudentOutcome> outcomes, int suppressBelow) {
    List<Row> rows = new ArrayList<>();
    group(outcomes, outcome -> outcome.student().school(), LinkedHashMap::new)
        .forEach((school, ofSchool) -> addSchool(rows, school, ofSchool, suppressBelow));
    return new Summary(rows);
  }

  private static void addSchool(
      List<Row> rows, String school, List<StudentOutcome> ofSchool, int suppressBelow) {
    Place place = Place.ofSchool(school);
    SuppressedCounts whole = counts(ofSchool);
    rows.add(new Row(place, ofSchool, whole));
    group(ofSchool, outcome -> outcome.student().grade(), TreeMap::new)
        .forEach((grade, ofGrade) -> {
          SuppressedCounts counts = whole.part(Level.GRADE.word(), counts(ofGrade));
          rows.add(new Row(place.grade(grade), ofGrade, counts));
          Map<String, List<StudentOutcome>> classes = group(
              ofGrade, outcome -> outcome.student().schoolClass(), () -> new TreeMap<>(CLASSES));
          classes.forEach((schoolClass, ofClass) -> rows.add(new Row(
              place.grade(grade).schoolClass(schoolClass),
              ofClass,
              counts.part(Level.CLASS.word(), ofClass(ofClass, classes.size())))));
        });
    for (Level level : Level.values()) {
      if (level.isGroup()) {
        Map<String, List<StudentOutcome>> groups = StudentGroup.of(level, ofSchool, suppressBelow);
        groups.forEach((name, students) -> rows.add(new Row(
            Place.ofGroup(level, school, name),
            students,
            whole.part(level.word(), counts(students)))));
      }
    }
    whole.suppressBelow(suppressBelow);
  }

  /**
   * Classes are so small that hardly one of them can show all it has; what they show in parts would cost the numbers of their
   * grade. So a class of several is hidden as a whole. One that is all of its grade is as its grade.
   */
  private static SuppressedCounts ofClass(List<StudentOutcome> students, int classes) {
    SuppressedCounts counts = counts(students).toldTogether(SUPPORT);
    return classes > 1 ? counts.allOrNothing() : counts;
  }

  /**
   * Hides what would tell, beside counts that were published before, of the few who have changed since.
   *
   * @param few differences made by fewer students are hidden
   */
  void guard(PublishedCounts before, int suppressBelow, int few) {
    Map<RowKey, SuppressedCounts> now = new LinkedHashMap<>();
    rows.forEach(row -> now.put(RowKey.of(row), row.counts));
    SuccessiveCounts.guard(now, EarlierRows.tiers(before, rows), suppressBelow, few);
  }

  /** Schools in the order of the roster, each followed by its grades, each followed by its classes, then by its groups. */
  public List<Row> rows() {
    return rows;
  }

  /** The rows of one school. */
  public Summary ofSchool(String school) {
    return new Summary(rows.stream().filter(row -> row.school().equals(school)).toList());
  }

  /** The rows of one level. */
  public List<Row> rows(Level level) {
    return rows.stream().filter(row -> row.level() == level).toList();
  }

  private static int[] turns() {
    int[] turns = new int[Cell.values().length];
    turns[Cell.T1.ordinal()] = 1;
    turns[Cell.NO_TIER.ordinal()] = 2;
    return turns;
  }

  /**
   * Nobody without a complete form is at tier 1, and mostly whoever has one has a tier. Somebody who guesses right who has
   * one and no tier, because a critical item was skipped, is taken to know that too.
   */
  private static SuppressedCounts counts(List<StudentOutcome> students) {
    int[] counts = new int[Cell.values().length];
    int[] most = new int[counts.length];
    Arrays.fill(most, students.size());
    most[Cell.T1.ordinal()] = 0;
    most[Cell.NO_TIER.ordinal()] = 0;
    for (StudentOutcome student : students) {
      Cell cell = Cell.of(student.outcome());
      counts[cell.ordinal()]++;
      boolean isComplete = Participation.of(student).isComplete();
      most[Cell.T1.ordinal()] += isComplete || cell == Cell.T1 ? 1 : 0;
      most[Cell.NO_TIER.ordinal()] += !isComplete || cell == Cell.NO_TIER ? 1 : 0;
    }
    return new SuppressedCounts(counts, TURNS, most, Cell.NO_TIER.ordinal());
  }

  private static <K> Map<K, List<StudentOutcome>> group(
      List<StudentOutcome> outcomes,
      Function<StudentOutcome, K> by,
      Supplier<Map<K, List<StudentOutcome>>> groups) {
    return outcomes.stream().collect(groupingBy(by, groups, toList()));
  }
}
