package org.xinheng.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.instrument.Alert;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;

class SummaryTest {

  private static final int N = 5;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  @Test
  void showsCountsThatAreLargeEnough() {
    List<StudentOutcome> outcomes = new ArrayList<>();
    add(outcomes, 7, "1", 20, 8, 6);
    add(outcomes, 7, "2", 21, 9, 5);
    Summary summary = Summary.of(outcomes, N);
    assertThat(summary.rows(Summary.Level.CLASS).get(0).count(Summary.Cell.T3)).hasValue(6);
    assertThat(summary.rows(Summary.Level.SCHOOL).get(0).count(Summary.Cell.T1)).hasValue(41);
  }

  /** A small cell hides the row of its class; then another class hides with it, so that the grade does not tell. */
  @Test
  void hidesTheRowOfAClassAndAnotherOfTheGrade() {
    List<StudentOutcome> outcomes = new ArrayList<>();
    add(outcomes, 7, "1", 20, 8, 2);
    add(outcomes, 7, "2", 21, 9, 6);
    add(outcomes, 7, "3", 19, 10, 7);
    Summary summary = Summary.of(outcomes, N);
    List<Summary.Row> classes = summary.rows(Summary.Level.CLASS);
    assertThat(classes.get(0).suppressed()).isEqualTo(30);
    assertThat(classes.stream().filter(row -> row.suppressed() > 0)).hasSizeGreaterThan(1);
    assertThat(summary.rows(Summary.Level.GRADE).get(0).count(Summary.Cell.T3)).hasValue(15);
  }

  /**
   * An attack by subtraction: from every total that is shown, take away all that is shown of its parts. What remains
   * must be nobody, or at least five students in at least two cells.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noSubtractionLeavesFewerThanFiveStudents(long seed) {
    Random random = new Random(seed);
    List<StudentOutcome> outcomes = new ArrayList<>();
    int grades = 1 + random.nextInt(4);
    for (int grade = 1; grade <= grades; grade++) {
      int classes = 1 + random.nextInt(5);
      for (int c = 1; c <= classes; c++) {
        add(
            outcomes,
            grade,
            Integer.toString(c),
            random.nextInt(30),
            random.nextInt(9),
            random.nextInt(5));
      }
    }
    Summary summary = Summary.of(outcomes, N);
    for (Summary.Row row : summary.rows()) {
      int hidden = row.eligible();
      int cells = 0;
      for (Summary.Cell cell : Summary.Cell.values()) {
        hidden -= row.count(cell).orElse(0);
        cells += row.count(cell).isEmpty() ? 1 : 0;
        assertThat(row.count(cell).filter(count -> count > 0 && count < N)).isEmpty();
      }
      safe(hidden, cells, row.eligible());
    }
    for (Summary.Cell cell : Summary.Cell.values()) {
      Summary.Row school = summary.rows(Summary.Level.SCHOOL).get(0);
      column(school, summary.rows(Summary.Level.GRADE), cell);
      for (Summary.Row grade : summary.rows(Summary.Level.GRADE)) {
        column(
            grade,
            summary.rows(Summary.Level.CLASS).stream()
                .filter(row -> row.grade().equals(grade.grade()))
                .toList(),
            cell);
      }
    }
  }

  private static void column(Summary.Row whole, List<Summary.Row> parts, Summary.Cell cell) {
    if (whole.count(cell).isPresent()) {
      int hidden = whole.count(cell).get()
          - parts.stream().mapToInt(part -> part.count(cell).orElse(0)).sum();
      int cells =
          (int) parts.stream().filter(part -> part.count(cell).isEmpty()).count();
      safe(hidden, cells, whole.count(cell).get());
    }
  }

  /** A line that has fewer than five students in all cannot hide better than whole. */
  private static void safe(int hidden, int cells, int all) {
    if (cells > 0 && all >= N) {
      assertThat(hidden).isGreaterThanOrEqualTo(N);
      assertThat(cells).isGreaterThanOrEqualTo(2);
    }
  }

  private static void add(
      List<StudentOutcome> outcomes, int grade, String schoolClass, int t1, int t2, int t3) {
    add(outcomes, grade, schoolClass, t1, Tier.UNIVERSAL);
    add(outcomes, grade, schoolClass, t2, Tier.TARGETED);
    add(outcomes, grade, schoolClass, t3, Tier.INTENSIVE);
  }

  private static void add(
      List<StudentOutcome> outcomes, int grade, String schoolClass, int students, Tier tier) {
    for (int i = 0; i < students; i++) {
      outcomes.add(new StudentOutcome(
          new Student("s" + outcomes.size(), "school", grade, schoolClass),
          Map.of(),
          true,
          new Outcome(
              Status.CLASSIFIED,
              Optional.of(tier),
              Optional.of(tier),
              Alert.NONE,
              Optional.of("rule"),
              List.of())));
    }
  }
}
