package org.xinheng.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts of outcomes for each grade of each school, in memory that does not grow with the students. Small cells are
 * suppressed by the same rules as in a {@link Summary}.
 */
public final class GradeCounts {

  /** Stands for a grade that is not known, and comes first. */
  private static final int NO_GRADE = 0;

  private final Map<String, Map<Integer, int[]>> schools = new TreeMap<>();

  /** Counts some students. */
  public void add(String school, Optional<Integer> grade, Summary.Cell cell, int students) {
    schools.computeIfAbsent(school, key -> new TreeMap<>())
        .computeIfAbsent(grade.orElse(NO_GRADE), key -> new int[Summary.Cell.values().length])[
        cell.ordinal()] += students;
  }

  /** Counts all whom others have counted. */
  public void add(GradeCounts others) {
    others.schools.forEach((school, grades) -> grades.forEach((grade, counts) -> {
      for (Summary.Cell cell : Summary.Cell.values()) {
        add(school, Optional.of(grade), cell, counts[cell.ordinal()]);
      }
    }));
  }

  /**
   * The counts by the text of the school, then by grade.
   *
   * @param suppressBelow cells of fewer students are not shown
   */
  public List<Row> rows(int suppressBelow) {
    List<Row> rows = new ArrayList<>();
    schools.forEach((school, grades) -> {
      int[] sums = new int[Summary.Cell.values().length];
      grades.values().forEach(counts -> add(counts, sums));
      SuppressedCounts ofSchool = new SuppressedCounts(sums, Summary.TURNS);
      grades.forEach((grade, counts) -> rows.add(new Row(
          school,
          Optional.of(grade).filter(known -> known != NO_GRADE),
          sum(counts),
          ofSchool.part("grade", new SuppressedCounts(counts, Summary.TURNS)))));
      ofSchool.suppressBelow(suppressBelow);
    });
    return rows;
  }

  private static void add(int[] counts, int[] to) {
    for (int cell = 0; cell < to.length; cell++) {
      to[cell] += counts[cell];
    }
  }

  private static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  /** One grade of a school. */
  public static final class Row {

    private final String school;
    private final Optional<Integer> grade;
    private final int students;
    private final SuppressedCounts counts;

    private Row(String school, Optional<Integer> grade, int students, SuppressedCounts counts) {
      this.school = school;
      this.grade = grade;
      this.students = students;
      this.counts = counts;
    }

    /** Empty if it is not known. */
    public String school() {
      return school;
    }

    /** Empty if it is not known. */
    public Optional<Integer> grade() {
      return grade;
    }

    /** All students. */
    public int students() {
      return students;
    }

    /** How many students; empty if the cell is suppressed. */
    public Optional<Integer> count(Summary.Cell cell) {
      return counts.shown(cell.ordinal());
    }
  }
}
