package org.xinheng.screening;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xinheng.policy.Tier;

/**
 * Counts of a campaign for schools, grades and classes, with small cells suppressed.
 *
 * <p>Everything that shows counts reads them here, so that no two tables together give away what each of them hides.
 */
public final class Summary {

  /** Where a count belongs. */
  public enum Level {
    SCHOOL("school"),
    GRADE("grade"),
    CLASS("class");

    private final String word;

    Level(String word) {
      this.word = word;
    }

    /** The word used in tables. */
    public String word() {
      return word;
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

  /** One school, grade or class. */
  public static final class Row {

    private final Level level;
    private final String school;
    private final Optional<Integer> grade;
    private final Optional<String> schoolClass;
    private final int eligible;
    private final int responded;
    private final int complete;
    private final SuppressedCounts counts;

    private Row(
        Level level,
        String school,
        Optional<Integer> grade,
        Optional<String> schoolClass,
        List<StudentOutcome> students,
        SuppressedCounts counts) {
      this.level = level;
      this.school = school;
      this.grade = grade;
      this.schoolClass = schoolClass;
      this.eligible = students.size();
      this.responded = (int) students.stream().filter(StudentOutcome::responded).count();
      this.complete = (int) students.stream().filter(StudentOutcome::complete).count();
      this.counts = counts;
    }

    public Level level() {
      return level;
    }

    public String school() {
      return school;
    }

    /** Empty for a school. */
    public Optional<Integer> grade() {
      return grade;
    }

    /** Empty for a school or grade. */
    public Optional<String> schoolClass() {
      return schoolClass;
    }

    /** Students of the roster. */
    public int eligible() {
      return eligible;
    }

    /** Students who answered anything; see {@link Summary#shownResponded} for reports. */
    public int responded() {
      return responded;
    }

    /** Students with a score on their primary scale; see {@link Summary#shownComplete} for reports. */
    public int complete() {
      return complete;
    }

    /** How many students; empty if the cell is suppressed. */
    public Optional<Integer> count(Cell cell) {
      return counts.shown(cell.ordinal());
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

    private boolean showsNoTier() {
      return count(Cell.NO_TIER).isPresent();
    }
  }

  /** Class 2 before class 10. */
  private static final Comparator<String> CLASSES =
      Comparator.comparing(String::length).thenComparing(naturalOrder());

  /**
   * Tiers above the first hide each other: together they still say how many need more. Who has no tier is hidden only
   * where that does not suffice, because the response is hidden then too.
   */
  static final int[] TURNS = turns();

  private final List<Row> rows;
  private final int suppressBelow;

  private Summary(List<Row> rows, int suppressBelow) {
    this.rows = List.copyOf(rows);
    this.suppressBelow = suppressBelow;
  }

  /**
   * Counts the outcomes.
   *
   * @param suppressBelow cells of fewer students are not shown
   */
  public static Summary of(List<StudentOutcome> outcomes, int suppressBelow) {
    List<Row> rows = new ArrayList<>();
    group(outcomes, outcome -> outcome.student().school(), LinkedHashMap::new)
        .forEach((school, ofSchool) -> {
          SuppressedCounts schoolCounts = counts(ofSchool);
          rows.add(new Row(
              Level.SCHOOL, school, Optional.empty(), Optional.empty(), ofSchool, schoolCounts));
          group(ofSchool, outcome -> outcome.student().grade(), TreeMap::new)
              .forEach((grade, ofGrade) -> {
                SuppressedCounts gradeCounts = schoolCounts.part(counts(ofGrade));
                rows.add(new Row(
                    Level.GRADE,
                    school,
                    Optional.of(grade),
                    Optional.empty(),
                    ofGrade,
                    gradeCounts));
                group(
                        ofGrade,
                        outcome -> outcome.student().schoolClass(),
                        () -> new TreeMap<>(CLASSES))
                    .forEach((schoolClass, ofClass) -> rows.add(new Row(
                        Level.CLASS,
                        school,
                        Optional.of(grade),
                        Optional.of(schoolClass),
                        ofClass,
                        gradeCounts.part(counts(ofClass)))));
              });
          schoolCounts.suppressBelow(suppressBelow);
        });
    return new Summary(rows, suppressBelow);
  }

  /** Schools in the order of the roster, each followed by its grades, each followed by its classes. */
  public List<Row> rows() {
    return rows;
  }

  /** The rows of one level. */
  public List<Row> rows(Level level) {
    return rows.stream().filter(row -> row.level() == level).toList();
  }

  /**
   * Students who answered anything, for reports. Whoever did not has no tier, save by other evidence; so where that
   * cell is suppressed, the number is empty if fewer than a small cell would remain suppressed without them. So that it
   * does not follow from the others, it is then also empty for the school of a grade, and for all classes of a grade.
   */
  public Optional<Integer> shownResponded(Row row) {
    boolean shown = switch (row.level) {
      case SCHOOL -> remains(row) && gradesOf(row).allMatch(this::remains);
      case GRADE -> remains(row);
      case CLASS -> classesBeside(row).allMatch(this::remains);
    };
    return shown ? Optional.of(row.responded) : Optional.empty();
  }

  /**
   * Students with a score on their primary scale, for reports. Where nothing but answers is known of the students,
   * those without such a score are those without a tier; so the number is empty where that cell is suppressed.
   */
  public Optional<Integer> shownComplete(Row row) {
    return row.showsNoTier() ? Optional.of(row.complete) : Optional.empty();
  }

  private boolean remains(Row row) {
    int silent = row.eligible - row.responded;
    return row.showsNoTier() || row.suppressed() - silent >= suppressBelow;
  }

  private Stream<Row> gradesOf(Row school) {
    return rows.stream()
        .filter(row -> row.level == Level.GRADE && row.school.equals(school.school));
  }

  private Stream<Row> classesBeside(Row one) {
    return rows.stream()
        .filter(row -> row.level == Level.CLASS
            && row.school.equals(one.school)
            && row.grade.equals(one.grade));
  }

  private static int[] turns() {
    int[] turns = new int[Cell.values().length];
    turns[Cell.T1.ordinal()] = 1;
    turns[Cell.NO_TIER.ordinal()] = 1;
    return turns;
  }

  private static SuppressedCounts counts(List<StudentOutcome> outcomes) {
    int[] counts = new int[Cell.values().length];
    outcomes.forEach(outcome -> counts[Cell.of(outcome.outcome()).ordinal()]++);
    return new SuppressedCounts(counts, TURNS);
  }

  private static <K> Map<K, List<StudentOutcome>> group(
      List<StudentOutcome> outcomes,
      Function<StudentOutcome, K> by,
      Supplier<Map<K, List<StudentOutcome>>> groups) {
    return outcomes.stream().collect(groupingBy(by, groups, toList()));
  }
}
