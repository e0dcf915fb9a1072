package org.xinheng.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.xinheng.policy.Tier;

/**
 * Counts of a campaign for schools, grades and classes, with small cells suppressed.
 *
 * <p>Everything that shows counts reads them here, so that no two tables together give away what each of them hides.
 */
public final class Summary {

  /** Where a count belongs. */
  public enum Level {
    SCHOOL,
    GRADE,
    CLASS
  }

  /** What students are counted by: their tier, or that they have none. */
  public enum Cell {
    T1,
    T2,
    T3,
    NO_TIER;

    static Cell of(Outcome outcome) {
      return outcome.tier().map(Cell::of).orElse(NO_TIER);
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
    private final Optional<String> className;
    private final int eligible;
    private final int responded;
    private final int complete;
    private final SuppressedCounts counts;

    private Row(
        Level level,
        String school,
        Optional<Integer> grade,
        Optional<String> className,
        List<StudentOutcome> students,
        SuppressedCounts counts) {
      this.level = level;
      this.school = school;
      this.grade = grade;
      this.className = className;
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
    public Optional<String> className() {
      return className;
    }

    /** Students of the roster. */
    public int eligible() {
      return eligible;
    }

    /** Students who answered anything. */
    public int responded() {
      return responded;
    }

    /** Students with a score on their primary scale. */
    public int complete() {
      return complete;
    }

    /** How many students; empty if the cell is suppressed. */
    public Optional<Integer> count(Cell cell) {
      return counts.shown(cell.ordinal());
    }
  }

  private final List<Row> rows;

  private Summary(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * Counts the outcomes.
   *
   * @param suppressBelow cells of fewer students are not shown
   */
  public static Summary of(List<StudentOutcome> outcomes, int suppressBelow) {
    List<Row> rows = new ArrayList<>();
    group(outcomes, outcome -> outcome.student().school()).forEach((school, ofSchool) -> {
      SuppressedCounts schoolCounts = counts(ofSchool);
      rows.add(new Row(
          Level.SCHOOL, school, Optional.empty(), Optional.empty(), ofSchool, schoolCounts));
      group(ofSchool, outcome -> outcome.student().grade()).forEach((grade, ofGrade) -> {
        SuppressedCounts gradeCounts = schoolCounts.part(counts(ofGrade));
        rows.add(new Row(
            Level.GRADE, school, Optional.of(grade), Optional.empty(), ofGrade, gradeCounts));
        group(ofGrade, outcome -> outcome.student().className())
            .forEach((className, ofClass) -> rows.add(new Row(
                Level.CLASS,
                school,
                Optional.of(grade),
                Optional.of(className),
                ofClass,
                gradeCounts.part(counts(ofClass)))));
      });
      schoolCounts.suppressBelow(suppressBelow);
    });
    return new Summary(rows);
  }

  /** Schools in the order of the roster, each followed by its grades, each followed by its classes. */
  public List<Row> rows() {
    return rows;
  }

  /** The rows of one level. */
  public List<Row> rows(Level level) {
    return rows.stream().filter(row -> row.level() == level).toList();
  }

  private static SuppressedCounts counts(List<StudentOutcome> outcomes) {
    int[] counts = new int[Cell.values().length];
    outcomes.forEach(outcome -> counts[Cell.of(outcome.outcome()).ordinal()]++);
    return new SuppressedCounts(counts);
  }

  private static <K> Map<K, List<StudentOutcome>> group(
      List<StudentOutcome> outcomes, Function<StudentOutcome, K> by) {
    Map<K, List<StudentOutcome>> groups = new LinkedHashMap<>();
    outcomes.forEach(outcome ->
        groups.computeIfAbsent(by.apply(outcome), key -> new ArrayList<>()).add(outcome));
    return groups;
  }
}
