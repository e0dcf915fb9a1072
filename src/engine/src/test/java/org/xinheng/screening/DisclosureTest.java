package org.xinheng.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
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
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Sex;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/** What somebody with all tables of a campaign can find out. */
class DisclosureTest {

  private static final int N = 5;
  private static final double NEAR = 1e-6;

  /** A form in which everything is answered. */
  static final Map<String, Form> FORMS = answered();

  private static Map<String, Form> answered() {
    try {
      Instrument phq2 = InstrumentLibrary.shipped().questionnaire("phq-2");
      ResponseTable responses = new ResponseTable(phq2, 1).answers(0, 0, 0);
      ScoreTable scores = ScoringPlan.compile(phq2).run(responses);
      return Map.of("phq-2", new Form(responses, scores, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("xinheng.schools", 40));
  }

  /**
   * For every hidden cell the lowest and the highest value that all tables together allow, by the simplex method of
   * commons-math3. How many of a row are complete is known to everybody, and that nobody else is at tier 1, and that
   * whoever is has a tier. A hidden count of a tier must have two possible values or more; a small one must be able to be
   * five; and of fewer than five without a complete form who have a tier nobody must know that they are so few.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noHiddenCellFollowsFromAllTablesTogether(long seed) {
    List<StudentOutcome> outcomes = randomSchool(new Random(seed));
    Tables tables = new Tables(Summary.of(outcomes, N));
    for (Place place : tables.hidden.keySet()) {
      double low = tables.bound(place, GoalType.MINIMIZE);
      double high = tables.bound(place, GoalType.MAXIMIZE);
      int count = count(outcomes, place);
      int without = place.row().eligible() - place.row().complete();
      if (place.cell() == Summary.Cell.NO_TIER) {
        boolean isSmall = without - count > 0 && without - count < N;
        if (isSmall) {
          assertThat(without - low)
              .as("%s", place)
              .isGreaterThanOrEqualTo(Math.min(N, without) - NEAR);
        }
      } else {
        assertThat(high - low).as("%s", place).isGreaterThanOrEqualTo(1 - NEAR);
        if (count > 0 && count < N) {
          int most = place.cell() == Summary.Cell.T1
              ? place.row().complete()
              : place.row().eligible();
          assertThat(high).as("%s", place).isGreaterThanOrEqualTo(Math.min(N, most) - NEAR);
        }
      }
    }
  }

  /** A class teacher knows who of the own class gets support, which is tiers 2 and 3 together. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void classTeacherLearnsNoCountOfAnotherClass(long seed) {
    List<StudentOutcome> outcomes = randomSchool(new Random(seed));
    Summary summary = Summary.of(outcomes, N);
    for (Summary.Row own : summary.rows(Summary.Level.CLASS)) {
      Tables tables = new Tables(summary);
      tables.tellSupport(own, outcomes);
      for (Place place : tables.hidden.keySet()) {
        boolean isOfAnotherClass = place.row() != own && place.row().level() == Summary.Level.CLASS;
        boolean isRaised = place.cell() == Summary.Cell.T2 || place.cell() == Summary.Cell.T3;
        if (isOfAnotherClass && isRaised) {
          double range =
              tables.bound(place, GoalType.MAXIMIZE) - tables.bound(place, GoalType.MINIMIZE);
          assertThat(range).as("%s", place).isGreaterThanOrEqualTo(1 - NEAR);
        }
      }
    }
  }

  /**
   * The tables of Monday and of Tuesday, when some who were absent have answered. Whoever has both knows who they are, and that no cell of
   * a row has grown or shrunk by more students than they are. No difference that both tables tell is made by one to nine
   * students; where fewer than ten of a row have changed, no difference has one value alone; and what is hidden in either
   * table keeps two values.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void twoTablesTogetherTellOfNoFew(long seed) {
    Random random = new Random(seed);
    List<StudentOutcome> monday = randomSchool(random);
    List<StudentOutcome> tuesday = someHaveAnswered(monday, random);
    Summary first = Summary.of(monday, N);
    Summary second = Summary.of(tuesday, N);
    LocalDateTime at = LocalDateTime.of(2026, 10, 30, 8, 0);
    second.guard(PublishedCounts.of(at, first, Optional.empty()), N, 2 * N);
    TwoTables both = new TwoTables(first, second, monday, tuesday);
    for (int row = 0; row < first.rows().size(); row++) {
      int changed = both.changed.get(row);
      for (Summary.Cell cell : List.of(Summary.Cell.T1, Summary.Cell.T2, Summary.Cell.T3)) {
        Place then = new Place(first.rows().get(row), cell);
        Place now = new Place(second.rows().get(row), cell);
        int difference = count(tuesday, now) - count(monday, then);
        boolean isTold =
            then.row().count(cell).isPresent() && now.row().count(cell).isPresent();
        if (isTold) {
          assertThat(changed == 0 || (changed >= 2 * N && isNoneOrMany(difference)))
              .as("%s: %s of %s", now, difference, changed)
              .isTrue();
        } else if (changed > 0 && changed < 2 * N && then.row().level() != Summary.Level.CLASS) {
          assertThat(both.rangeOfDifference(then, now))
              .as("%s", now)
              .isGreaterThanOrEqualTo(1 - NEAR);
        }
      }
    }
  }

  private static boolean isNoneOrMany(int difference) {
    return difference == 0 || Math.abs(difference) >= 2 * N;
  }

  /** Some of those who had neither form nor tier. */
  private static List<StudentOutcome> someHaveAnswered(List<StudentOutcome> before, Random random) {
    List<StudentOutcome> after = new ArrayList<>();
    int left = 1 + random.nextInt(25);
    for (StudentOutcome student : before) {
      boolean isAbsent = student.outcome().tier().isEmpty();
      if (isAbsent && left > 0) {
        left--;
        Optional<Tier> tier = Tier.of(random.nextInt(4) < 3 ? 1 : 2 + random.nextInt(2));
        after.add(new StudentOutcome(
            student.student(),
            FORMS,
            true,
            new Outcome(
                Status.CLASSIFIED, tier, tier, Alert.NONE, Optional.of("rule"), List.of())));
      } else {
        after.add(student);
      }
    }
    return after;
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
    for (int grade = 1; grade <= 2; grade++) {
      add(outcomes, grade, "1", 45, 7, 1, 4);
      add(outcomes, grade, "2", 45, 7, 1, 4);
    }
    Summary.Row grade = Summary.of(outcomes, N).rows(Summary.Level.GRADE).get(0);
    assertThat(grade.count(Summary.Cell.T1)).hasValue(90);
    assertThat(grade.count(Summary.Cell.T2)).isEmpty();
    assertThat(grade.count(Summary.Cell.NO_TIER)).hasValue(8);
    assertThat(grade.suppressed()).isEqualTo(16);
    assertThat(grade.flagged()).hasValue(16);
  }

  /** Of one student who was not there, and of none without a tier: so the one has a tier, which nobody is to know. */
  @Test
  void hidesWhoHasNoTierWhereItWouldTellOfThoseWithoutAForm() {
    List<StudentOutcome> outcomes = new ArrayList<>();
    for (int grade = 1; grade <= 3; grade++) {
      add(outcomes, grade, "1", 45, 7, 6, grade == 1 ? 0 : 6);
      add(outcomes, grade, "2", 45, 7, 6, grade == 1 ? 0 : 6);
    }
    addWithoutForm(outcomes, 1, "1", Tier.TARGETED);
    for (int i = 0; i < 10; i++) {
      addWithoutForm(outcomes, 2, i < 5 ? "1" : "2", Tier.TARGETED);
    }
    Summary.Row first = Summary.of(outcomes, N).rows(Summary.Level.GRADE).get(0);
    assertThat(first.count(Summary.Cell.NO_TIER)).isEmpty();
    assertThat(first.count(Summary.Cell.T1)).isEmpty();
    assertThat(first.count(Summary.Cell.T3)).hasValue(12);
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
        String name = Integer.toString(c);
        add(
            outcomes,
            grade,
            name,
            random.nextInt(30),
            random.nextInt(10),
            random.nextInt(7),
            random.nextInt(9));
        for (int i = random.nextInt(4); i > 0; i--) {
          addWithoutForm(
              outcomes, grade, name, random.nextBoolean() ? Tier.TARGETED : Tier.INTENSIVE);
        }
      }
    }
    return outcomes;
  }

  private static void add(
      List<StudentOutcome> outcomes, int grade, String schoolClass, int... students) {
    for (int cell = 0; cell < students.length; cell++) {
      Optional<Tier> tier = Tier.of(cell + 1);
      for (int i = 0; i < students[cell]; i++) {
        add(outcomes, grade, schoolClass, tier, tier.isPresent());
      }
    }
  }

  private static void addWithoutForm(
      List<StudentOutcome> outcomes, int grade, String schoolClass, Tier tier) {
    add(outcomes, grade, schoolClass, Optional.of(tier), false);
  }

  private static void add(
      List<StudentOutcome> outcomes,
      int grade,
      String schoolClass,
      Optional<Tier> tier,
      boolean complete) {
    Status status = complete ? Status.CLASSIFIED : Status.INCOMPLETE;
    outcomes.add(new StudentOutcome(
        new Student(
            "s" + outcomes.size(),
            "school",
            grade,
            schoolClass,
            Optional.of(outcomes.size() % 2 == 0 ? Sex.MALE : Sex.FEMALE)),
        complete ? FORMS : Map.of(),
        complete,
        new Outcome(status, tier, tier, Alert.NONE, Optional.of("rule"), List.of())));
  }

  private static int count(List<StudentOutcome> outcomes, Place place) {
    int count = 0;
    for (StudentOutcome outcome : outcomes) {
      Student student = outcome.student();
      Summary.Row row = place.row();
      boolean isOfRow = row.grade().map(grade -> grade == student.grade()).orElse(true)
          && row.schoolClass().map(name -> name.equals(student.schoolClass())).orElse(true)
          && row.group()
              .map(name -> name.equals(student.sex().orElseThrow().word()))
              .orElse(true);
      count += isOfRow && Summary.Cell.of(outcome.outcome()) == place.cell() ? 1 : 0;
    }
    return count;
  }

  private record Place(Summary.Row row, Summary.Cell cell) {

    @Override
    public String toString() {
      return row.level() + " " + row.grade() + row.schoolClass() + row.group() + " " + cell;
    }
  }

  /** Two tables, and what links each cell of one to that of the other. */
  private static final class TwoTables {

    private final Tables first;
    private final Tables second;
    private final List<LinearConstraint> constraints = new ArrayList<>();

    /** How many students of each row have changed. */
    private final List<Integer> changed = new ArrayList<>();

    TwoTables(
        Summary before, Summary after, List<StudentOutcome> monday, List<StudentOutcome> tuesday) {
      first = new Tables(before);
      second = new Tables(after);
      first.constraints.forEach(one -> add(one, 0));
      second.constraints.forEach(one -> add(one, first.hidden.size()));
      for (int row = 0; row < before.rows().size(); row++) {
        int of = changed(before.rows().get(row), monday, tuesday);
        changed.add(of);
        for (Summary.Cell cell : Summary.Cell.values()) {
          double[] factors = new double[first.hidden.size() + second.hidden.size()];
          double known = difference(
              factors,
              new Place(before.rows().get(row), cell),
              new Place(after.rows().get(row), cell));
          constraints.add(new LinearConstraint(factors, Relationship.LEQ, of - known));
          constraints.add(new LinearConstraint(factors, Relationship.GEQ, -of - known));
        }
      }
    }

    private void add(LinearConstraint one, int offset) {
      double[] factors = new double[first.hidden.size() + second.hidden.size()];
      double[] own = one.getCoefficients().toArray();
      System.arraycopy(own, 0, factors, offset, own.length);
      constraints.add(new LinearConstraint(factors, one.getRelationship(), one.getValue()));
    }

    /** Sets the factors of what is hidden, and gives what is known. */
    private double difference(double[] factors, Place then, Place now) {
      double known = 0;
      Integer earlier = first.hidden.get(then);
      Integer later = second.hidden.get(now);
      if (earlier == null) {
        known -= then.row().count(then.cell()).orElseThrow();
      } else {
        factors[earlier] = -1;
      }
      if (later == null) {
        known += now.row().count(now.cell()).orElseThrow();
      } else {
        factors[first.hidden.size() + later] = 1;
      }
      return known;
    }

    private static int changed(
        Summary.Row row, List<StudentOutcome> monday, List<StudentOutcome> tuesday) {
      int changed = 0;
      for (int i = 0; i < monday.size(); i++) {
        boolean isSame = monday.get(i).equals(tuesday.get(i));
        List<StudentOutcome> one = List.of(monday.get(i));
        boolean isOfRow = count(one, new Place(row, Summary.Cell.of(one.get(0).outcome()))) == 1;
        changed += !isSame && isOfRow ? 1 : 0;
      }
      return changed;
    }

    double rangeOfDifference(Place then, Place now) {
      double[] factors = new double[first.hidden.size() + second.hidden.size()];
      difference(factors, then, now);
      return bound(factors, GoalType.MAXIMIZE) - bound(factors, GoalType.MINIMIZE);
    }

    private double bound(double[] factors, GoalType goal) {
      return new SimplexSolver()
          .optimize(
              new MaxIter(100_000),
              new LinearObjectiveFunction(factors, 0),
              new LinearConstraintSet(constraints),
              new NonNegativeConstraint(true),
              goal)
          .getValue();
    }
  }

  /** The equations between the numbers of all tables. */
  private static final class Tables {

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
        atMost(row, Summary.Cell.T1, row.complete());
        atMost(row, Summary.Cell.NO_TIER, row.eligible() - row.complete());
        switch (row.level()) {
          case SCHOOL -> {
            columns(row, Summary.Level.GRADE);
            columns(row, Summary.Level.SEX);
          }
          case GRADE -> columns(row, Summary.Level.CLASS);
          case CLASS, SEX, BOARDING, REGISTRY -> {}
        }
      }
    }

    private void atMost(Summary.Row row, Summary.Cell cell, int most) {
      if (hidden.containsKey(new Place(row, cell))) {
        double[] factors = new double[hidden.size()];
        term(factors, row, cell, 1);
        constraints.add(new LinearConstraint(factors, Relationship.LEQ, most));
      }
    }

    private void columns(Summary.Row whole, Summary.Level level) {
      List<Summary.Row> parts = summary.rows(level).stream()
          .filter(part -> whole.grade().isEmpty() || whole.grade().equals(part.grade()))
          .toList();
      for (Summary.Cell cell : Summary.Cell.values()) {
        double[] factors = new double[hidden.size()];
        double sum = term(factors, whole, cell, -1);
        for (Summary.Row part : parts) {
          sum += term(factors, part, cell, 1);
        }
        if (!parts.isEmpty()) {
          constraints.add(new LinearConstraint(factors, Relationship.EQ, sum));
        }
      }
    }

    void tellSupport(Summary.Row row, List<StudentOutcome> outcomes) {
      double[] factors = new double[hidden.size()];
      double sum = 0;
      for (Summary.Cell cell : List.of(Summary.Cell.T2, Summary.Cell.T3)) {
        sum += count(outcomes, new Place(row, cell));
        sum += term(factors, row, cell, 1);
      }
      constraints.add(new LinearConstraint(factors, Relationship.EQ, sum));
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

    double bound(Place place, GoalType goal) {
      double[] objective = new double[hidden.size()];
      objective[hidden.get(place)] = 1;
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
