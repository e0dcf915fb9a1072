package org.xinheng.validation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.Direction;
import org.xinheng.validation.Watch;

/** Whole studies of data in which one thing or another is not there. */
class SpecialValuesTest {

  private static final StudyOptions QUICK = StudyOptions.defaults().withSamples(100, 1);

  private static StudyResult run(double[] scores, double... criterion) {
    return AccuracyStudy.run(
        StudyData.of(criterion).withScore("score", Direction.HIGHER_IS_CASE, scores),
        QUICK.withTiers(new TierAim.Sensitivities(0.9, 0.5)),
        Watch.NONE);
  }

  private static List<Warning.Kind> kinds(StudyResult result) {
    return result.warnings().stream().map(Warning::kind).toList();
  }

  @Test
  void perfectSeparation() {
    StudyResult result = run(new double[] {1, 2, 3, 7, 8, 9}, 0, 0, 0, 1, 1, 1);
    ScoreResult score = result.scores().get(0);
    assertThat(score.area().value()).isEqualTo(1);
    assertThat(score.area().interval().isDegenerate()).isTrue();
    assertThat(score.risk().isDefined())
        .as("a logistic function has no finite slope")
        .isFalse();
    assertThat(score.chosen().cutOff()).isEqualTo(7);
    assertThat(score.chosen().specificity().interval().upper()).isEqualTo(1);
    assertThat(score.chosen().specificity().interval().lower()).isLessThan(1);
    assertThat(kinds(result)).contains(Warning.Kind.NO_SPREAD, Warning.Kind.VERY_FEW);
  }

  @Test
  void separationTheOtherWay() {
    StudyResult result = run(new double[] {7, 8, 9, 1, 2, 3}, 0, 0, 0, 1, 1, 1);
    assertThat(result.scores().get(0).area().value()).isZero();
    assertThat(kinds(result)).contains(Warning.Kind.WRONG_DIRECTION);
  }

  @Test
  void oneCase() {
    ScoreResult score =
        run(new double[] {1, 2, 3, 4, 5}, 0, 0, 0, 1, 0).scores().get(0);
    assertThat(score.area().value()).isEqualTo(0.75);
    assertThat(score.area().standardError()).as("one case has no variance").isNaN();
    assertThat(score.area().interval().isDefined()).isFalse();
    assertThat(score.separation().p()).as("one case has no variance").isNaN();
    // Wilson's interval of 1 of 1 at 95%: from 1 / (1 + 1.96²).
    assertThat(score.chosen().sensitivity().interval().lower())
        .isCloseTo(0.20654931437723745, within(1e-12));
  }

  @Test
  void noCaseIsRefused() {
    assertThatThrownBy(() -> run(new double[] {1, 2, 3}, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a study needs cases and controls, and has 0 cases and 3 controls");
  }

  @Test
  void noCaseWithAScoreIsRefused() {
    assertThatThrownBy(() -> run(new double[] {1, 2, Double.NaN}, 0, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'score' has 0 cases and 2 controls with a score; both are needed");
  }

  @Test
  void constantScores() {
    StudyResult result = run(new double[] {4, 4, 4, 4}, 0, 1, 0, 1);
    ScoreResult score = result.scores().get(0);
    assertThat(score.area().value()).isEqualTo(0.5);
    assertThat(score.area().tiedPairs()).isEqualTo(1);
    assertThat(score.cutOffs()).hasSize(1);
    assertThat(score.risk().isDefined()).isFalse();
    assertThat(score.tiers().stream().mapToLong(ScoreResult.TierRow::people).sum())
        .isEqualTo(4);
    assertThat(kinds(result)).contains(Warning.Kind.NO_SPREAD, Warning.Kind.TIES);
  }

  @Test
  void nearTiesAreNoTies() {
    double next = Math.nextUp(0.3);
    ScoreResult score =
        run(new double[] {0.3, next, 0.1, 0.2}, 0, 1, 0, 0).scores().get(0);
    assertThat(score.area().value()).isEqualTo(1);
    assertThat(score.chosen().cutOff()).isEqualTo(next);
  }

  @Test
  void aScoreThatNobodyHasIsRefused() {
    double[] none = new double[4];
    Arrays.fill(none, Double.NaN);
    assertThatThrownBy(() -> run(none, 0, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'score' has 0 cases and 0 controls with a score; both are needed");
  }

  @Test
  void allGroupsButOneEmpty() {
    StudyResult result = AccuracyStudy.run(
        StudyData.of(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1)
            .withScore("score", Direction.HIGHER_IS_CASE, 1, 2, 3, 1, 2, 5, 4, 5, 6, 4, 2, 6)
            .withGroups("school", Collections.nCopies(12, "a")),
        QUICK,
        Watch.NONE);
    ScoreResult.Grouping by = result.scores().get(0).groupings().get(0);
    assertThat(by.groups()).hasSize(1);
    assertThat(by.largestSensitivityGap()).isNaN();
    assertThat(by.groups().get(0).sensitivityGap().value()).isNaN();
    assertThat(by.groups().get(0).flaggedRatio().value()).isNaN();
    assertThat(by.groups().get(0).people()).isEqualTo(12);
  }

  @Test
  void twoCutOffsOfTheLargestWorth() {
    StudyResult result = AccuracyStudy.run(
        StudyData.of(0, 0, 1, 0, 1, 1)
            .withScore("score", Direction.HIGHER_IS_CASE, 1, 2, 3, 4, 5, 6),
        QUICK.withTiers(new TierAim.Worth(List.of(0.0, -1.0, -3.0), List.of(-20.0, 5.0, 10.0))),
        Watch.NONE);
    List<ScoreResult.TierRow> tiers = result.scores().get(0).tiers();
    // By hand: 2 | 3 gives 0 - 1 + 10 - 3 + 10 + 10 = 26; 3 | 5 gives 24, 1 | 3 gives 25.
    assertThat(tiers.get(1).from()).isEqualTo(2);
    assertThat(tiers.get(2).from()).isEqualTo(3);
    assertThat(tiers.stream().mapToDouble(ScoreResult.TierRow::perThousand).sum())
        .isCloseTo(1000, within(1e-9));
  }
}
