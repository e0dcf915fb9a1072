package org.xinheng.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.instrument.Alert;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;

/** What somebody with all tables of a campaign can find out. */
class DisclosureTest {

  private static final int N = 5;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  /**
   * For every hidden cell the lowest and the highest value that all tables together allow, by the simplex method of
   * commons-math3: they must differ.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noHiddenCellFollowsFromAllTablesTogether(long seed) {
    Tables tables = new Tables(Summary.of(randomSchool(new Random(seed)), N));
    for (int cell = 0; cell < tables.unknowns(); cell++) {
      double range = tables.bound(cell, GoalType.MAXIMIZE) - tables.bound(cell, GoalType.MINIMIZE);
      assertThat(range).as("cell %d", cell).isGreaterThanOrEqualTo(1 - 1e-6);
    }
  }

  @Test
  void onlyClassOfAGradeDoesNotShowWhatTheGradeHides() {
    List<StudentOutcome> outcomes = new ArrayList<>();
    add(outcomes, 1, "1", 20, 6, 7, 6);
    add(outcomes, 2, "1", 20, 6, 2, 6);
    add(outcomes, 3, "1", 20, 6, 8, 6);
    Summary summary = Summary.of(outcomes, N);
    List<Summary.Row> grades = summary.rows(Summary.Level.GRADE);
    List<Summary.Row> classes = summary.rows(Summary.Level.CLASS);
    for (int grade = 0; grade < grades.size(); grade++) {
      for (Summary.Cell cell : Summary.Cell.values()) {
        assertThat(classes.get(grade).count(cell)).isEqualTo(grades.get(grade).count(cell));
      }
    }
    assertThat(grades.get(1).count(Summary.Cell.T3)).isEmpty();
  }

  @Test
  void tiersAboveTheFirstHideEachOtherBeforeAnythingElse() {
    List<StudentOutcome> outcomes = new ArrayList<>();
    add(outcomes, 1, "1", 90, 14, 2, 8);
    add(outcomes, 2, "1", 90, 14, 2, 8);
    Summary.Row grade = Summary.of(outcomes, N).rows(Summary.Level.GRADE).get(0);
    assertThat(grade.count(Summary.Cell.T1)).hasValue(90);
    assertThat(grade.count(Summary.Cell.T2)).isEmpty();
    assertThat(grade.count(Summary.Cell.NO_TIER)).hasValue(8);
    assertThat(grade.suppressed()).isEqualTo(16);
  }

  @Test
  void roundedShareIsTooCoarseToCountFewerThanFive() {
    ScaleReference scale = new ScaleReference("phq-9", "total");
    assertThat(new CampaignResult.Need(scale, 1200, 1000, 73).roundedPercent(N)).hasValue(7);
    assertThat(new CampaignResult.Need(scale, 400, 353, 52).roundedPercent(N)).hasValue(14);
    assertThat(new CampaignResult.Need(scale, 120, 110, 6).roundedPercent(N)).hasValue(5);
    assertThat(new CampaignResult.Need(scale, 24, 24, 6).roundedPercent(N)).isEmpty();
  }

  private static List<StudentOutcome> randomSchool(Random random) {
    List<StudentOutcome> outcomes = new ArrayList<>();
    int grades = 1 + random.nextInt(3);
    for (int grade = 1; grade <= grades; grade++) {
      int classes = 1 + random.nextInt(3);
      for (int c = 1; c <= classes; c++) {
        add(
            outcomes,
            grade,
            Integer.toString(c),
            random.nextInt(30),
            random.nextInt(10),
            random.nextInt(7),
            random.nextInt(9));
      }
    }
    return outcomes;
  }

  private static void add(
      List<StudentOutcome> outcomes, int grade, String schoolClass, int... students) {
    for (int cell = 0; cell < students.length; cell++) {
      Optional<Tier> tier = Tier.of(cell + 1);
      Status status = tier.isPresent() ? Status.CLASSIFIED : Status.INCOMPLETE;
      for (int i = 0; i < students[cell]; i++) {
        outcomes.add(new StudentOutcome(
            new Student("s" + outcomes.size(), "school", grade, schoolClass),
            Map.of(),
            tier.isPresent(),
            new Outcome(status, tier, tier, Alert.NONE, Optional.of("rule"), List.of())));
      }
    }
  }

  /** The equations between the numbers of all tables. */
  private static final class Tables {

    private record Place(Summary.Row row, Summary.Cell cell) {}

    private final Summary summary;
    private final Map<Place, Integer> hidden = new HashMap<>();
    private final List<LinearConstraint> constraints = new ArrayList<>();

    Tables(Summary summary) {
      this.summary = summary;
      for (Summary.Row row : summary.rows()) {
        for (Summary.Cell cell : Summary.Cell.values()) {
          if (row.count(cell).isEmpty()) {
            hidden.put(new Place(row, cell), hidden.size());
          }
        }
      }
      for (Summary.Row row : summary.rows()) {
        double[] factors = new double[hidden.size()];
        double sum = row.eligible();
        for (Summary.Cell cell : Summary.Cell.values()) {
          sum += term(factors, row, cell, 1);
        }
        constraints.add(new LinearConstraint(factors, Relationship.EQ, sum));
        if (row.level() != Summary.Level.CLASS) {
          columns(row);
        }
      }
    }

    private void columns(Summary.Row whole) {
      for (Summary.Cell cell : Summary.Cell.values()) {
        double[] factors = new double[hidden.size()];
        double sum = term(factors, whole, cell, -1);
        for (Summary.Row part : summary.rows()) {
          boolean isPart = part.level().ordinal() == whole.level().ordinal() + 1
              && (whole.grade().isEmpty() || whole.grade().equals(part.grade()));
          sum += isPart ? term(factors, part, cell, 1) : 0;
        }
        constraints.add(new LinearConstraint(factors, Relationship.EQ, sum));
      }
    }

    /** Adds a number to the left of an equation if it is hidden, else gives what to add to the right. */
    private double term(double[] factors, Summary.Row row, Summary.Cell cell, int sign) {
      Integer unknown = hidden.get(new Place(row, cell));
      if (unknown == null) {
        return -sign * row.count(cell).orElseThrow();
      }
      factors[unknown] += sign;
      return 0;
    }

    int unknowns() {
      return hidden.size();
    }

    double bound(int cell, GoalType goal) {
      double[] objective = new double[hidden.size()];
      objective[cell] = 1;
      return new SimplexSolver()
          .optimize(
              new MaxIter(100_000),
              new LinearObjectiveFunction(objective, 0),
              new LinearConstraintSet(constraints),
              new NonNegativeConstraint(true),
              goal)
          .getValue();
    }
  }
}
