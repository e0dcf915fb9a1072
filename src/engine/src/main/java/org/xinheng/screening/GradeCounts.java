package org.xinheng.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts of outcomes for each grade of each school, in memory that does not grow with the students. Small cells are
 * suppressed by the same rules as in a {@link Summary}.
 */
public final class GradeCounts {

  private static final Summary.Cell[] CELLS = Summary.Cell.values();

  /** Stands for a grade that is not known, and comes first. */
  private static final int NO_GRADE = 0;

  private static final int GRADES = 13;

  /** How many numbers there are for a school: one for each grade and cell. */
  public static final int OF_SCHOOL = GRADES * CELLS.length;

  /** By school, one number for each grade and cell. */
  private final Map<String, int[]> schools = new TreeMap<>();

  /**
   * Where among the numbers of a school those of a grade and cell stand.
   *
   * @param grade 1–12, if it is known
   */
  public static int placeOf(Optional<Integer> grade, Summary.Cell cell) {
    return grade.orElse(NO_GRADE) * CELLS.length + cell.ordinal();
  }

  /**
   * Counts a student.
   *
   * @param grade 1–12, if it is known
   */
  public void add(String school, Optional<Integer> grade, Summary.Cell cell) {
    ofSchool(school)[placeOf(grade, cell)]++;
  }

  /**
   * Counts students of a school.
   *
   * @param numbers of which {@link #OF_SCHOOL} are read, in the order of {@link #placeOf}
   * @param first the first of them
   */
  public void add(String school, int[] numbers, int first) {
    int[] counts = ofSchool(school);
    for (int place = 0; place < OF_SCHOOL; place++) {
      counts[place] += numbers[first + place];
    }
  }

  /** Counts all whom others have counted. */
  public void add(GradeCounts others) {
    others.schools.forEach((school, numbers) -> add(school, numbers, 0));
  }

  private int[] ofSchool(String school) {
    return schools.computeIfAbsent(school, key -> new int[OF_SCHOOL]);
  }

  /**
   * The counts by the text of the school, then by grade, those whose grade is not known first.
   *
   * @param suppressBelow cells of fewer students are not shown
   */
  public List<Row> rows(int suppressBelow) {
    List<Row> rows = new ArrayList<>();
    schools.forEach((school, numbers) -> addRows(school, numbers, suppressBelow, rows));
    return rows;
  }

  private static void addRows(String school, int[] numbers, int suppressBelow, List<Row> rows) {
    boolean isAnySmall = false;
    for (int number : numbers) {
      isAnySmall |= number > 0 && number < suppressBelow;
    }
    Map<Integer, SuppressedCounts> suppressed =
        isAnySmall ? suppressed(numbers, suppressBelow) : Map.of();
    int[] counts = numbers.clone();
    for (int grade = 0; grade < GRADES; grade++) {
      int students = students(counts, grade);
      if (students > 0) {
        rows.add(
            new Row(school, grade, students, counts, Optional.ofNullable(suppressed.get(grade))));
      }
    }
  }

  private static int students(int[] numbers, int grade) {
    int students = 0;
    for (int cell = 0; cell < CELLS.length; cell++) {
      students += numbers[grade * CELLS.length + cell];
    }
    return students;
  }

  /** What is shown of each grade of a school. */
  private static Map<Integer, SuppressedCounts> suppressed(int[] numbers, int suppressBelow) {
    int[] sums = new int[CELLS.length];
    for (int place = 0; place < OF_SCHOOL; place++) {
      sums[place % CELLS.length] += numbers[place];
    }
    SuppressedCounts ofSchool = new SuppressedCounts(sums, Summary.TURNS);
    Map<Integer, SuppressedCounts> ofGrades = new HashMap<>();
    for (int grade = 0; grade < GRADES; grade++) {
      if (students(numbers, grade) > 0) {
        int first = grade * CELLS.length;
        int[] counts = Arrays.copyOfRange(numbers, first, first + CELLS.length);
        SuppressedCounts part = new SuppressedCounts(counts, Summary.TURNS);
        ofGrades.put(grade, ofSchool.part("grade", part));
      }
    }
    ofSchool.suppressBelow(suppressBelow);
    return ofGrades;
  }

  /** One grade of a school. */
  public static final class Row {

    private final String school;
    private final int grade;
    private final int students;

    /** Of all grades of the school. */
    private final int[] counts;

    /** What is shown, if anything is not. */
    private final Optional<SuppressedCounts> suppressed;

    private Row(
        String school,
        int grade,
        int students,
        int[] counts,
        Optional<SuppressedCounts> suppressed) {
      this.school = school;
      this.grade = grade;
      this.students = students;
      this.counts = counts;
      this.suppressed = suppressed;
    }

    /** Empty if it is not known. */
    public String school() {
      return school;
    }

    /** Empty if it is not known. */
    public Optional<Integer> grade() {
      return grade == NO_GRADE ? Optional.empty() : Optional.of(grade);
    }

    /** All students. */
    public int students() {
      return students;
    }

    /** Whether a cell is not suppressed. */
    public boolean isShown(Summary.Cell cell) {
      return suppressed.isEmpty() || suppressed.get().shown(cell.ordinal()).isPresent();
    }

    /**
     * How many students a cell counts.
     *
     * @throws IllegalArgumentException if it is suppressed
     */
    public int count(Summary.Cell cell) {
      if (!isShown(cell)) {
        throw new IllegalArgumentException("the cell is suppressed");
      }
      return counts[grade * CELLS.length + cell.ordinal()];
    }
  }
}
