package org.xinheng.validation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.xinheng.validation.Direction;
import org.xinheng.validation.Interval;
import org.xinheng.validation.Watch;
import org.xinheng.validation.accuracy.Confusion;

class AccuracyStudyTest {

  private static final StudyOptions QUICK = StudyOptions.defaults().withSamples(200, 1);

  /** Eight people: cases 3, 4, 5, 6 and controls 1, 2, 3, 4. */
  private static final double[] CRITERION = {1, 1, 1, 1, 0, 0, 0, 0};

  private static final double[] SCORE = {3, 4, 5, 6, 1, 2, 3, 4};

  private static StudyData eight() {
    return StudyData.of(CRITERION).withScore("score", Direction.HIGHER_IS_CASE, SCORE);
  }

  private static ScoreResult only(StudyData data, StudyOptions options) {
    return AccuracyStudy.run(data, options, Watch.NONE).scores().get(0);
  }

  @Test
  void takesTheCutOffThatFlagsMostAmongEqualsAndReportsAll() {
    ScoreResult result = only(eight(), QUICK);
    // By hand: at 3 all cases and two of four controls, at 5 two cases and no control; Youden 0.5
    // at 3, 4 and 5.
    assertThat(result.chosen().rule()).isEqualTo(CutRule.YOUDEN);
    assertThat(result.chosen().equallyGood()).containsExactly(5.0, 4.0, 3.0);
    assertThat(result.chosen().counts()).isEqualTo(new Confusion(4, 2, 2, 0));
    assertThat(result.area().value()).isEqualTo(14.0 / 16);
    assertThat(result.area().tiedPairs()).isEqualTo(2.0 / 16);
  }

  @Test
  void aScoreTurnedAroundTellsTheSame() {
    double[] turned = Arrays.stream(SCORE).map(score -> -score).toArray();
    ScoreResult high = only(eight(), QUICK);
    ScoreResult low =
        only(StudyData.of(CRITERION).withScore("score", Direction.LOWER_IS_CASE, turned), QUICK);
    assertThat(low.area()).isEqualTo(high.area());
    assertThat(low.rocBand()).isEqualTo(high.rocBand());
    assertThat(low.chosen().cutOff()).isEqualTo(-high.chosen().cutOff());
    assertThat(low.chosen().counts()).isEqualTo(high.chosen().counts());
    assertThat(low.decisions().get(9).byCutOff())
        .isEqualTo(high.decisions().get(9).byCutOff());
    assertThat(low.bands().get(1).cases()).isEqualTo(high.bands().get(1).cases());
  }

  @Test
  void boundsWhatMissingScoresCouldChange() {
    double[] score = SCORE.clone();
    score[3] = Double.NaN;
    ScoreResult result = only(
        StudyData.of(CRITERION).withScore("score", Direction.HIGHER_IS_CASE, score),
        QUICK.withGivenCutOff(4).withChosen(CutRule.GIVEN));
    // By hand: flagged at 4 are two of the three cases with a score and one control.
    assertThat(result.missing().sensitivityIfNotFlagged()).isEqualTo(2.0 / 4);
    assertThat(result.missing().sensitivityIfFlagged()).isEqualTo(3.0 / 4);
    assertThat(result.missing().specificityIfFlagged()).isEqualTo(3.0 / 4);
    assertThat(result.chosen().correctedSensitivity().value())
        .as("nothing was chosen")
        .isEqualTo(2.0 / 3);
  }

  @Test
  void correctsForCriteriaAskedOfTheFlaggedMoreOften() {
    double[] criterion = new double[120];
    double[] score = new double[120];
    // Flagged: 20 of 40 are cases, all asked. Not flagged: 2 of 20 are cases, and 60 more were not
    // asked.
    for (int i = 0; i < 120; i++) {
      score[i] = i < 40 ? 1 : 0;
      criterion[i] = i < 20 || (i >= 40 && i < 42) ? 1 : i < 60 ? 0 : Double.NaN;
    }
    ScoreResult result = only(
        StudyData.of(criterion).withScore("score", Direction.HIGHER_IS_CASE, score),
        QUICK.withGivenCutOff(1).withChosen(CutRule.GIVEN));
    // By hand: of 80 not flagged 8 would be cases, so 20 of 28 and 72 of 92.
    assertThat(result.verification().unverified()).isEqualTo(60);
    assertThat(result.verification().sensitivity()).isCloseTo(20.0 / 28, within(1e-15));
    assertThat(result.verification().specificity()).isCloseTo(72.0 / 92, within(1e-15));
    assertThat(result.chosen().sensitivity().value()).isEqualTo(20.0 / 22);
  }

  @Test
  void hidesTheNextSmallestGroupWithTheOneThatIsHidden() {
    int n = 200;
    double[] criterion = new double[n];
    double[] score = new double[n];
    String[] group = new String[n];
    for (int i = 0; i < n; i++) {
      criterion[i] = i % 4 == 0 ? 1 : 0;
      score[i] = (i * 7) % 11 + 3 * criterion[i];
      group[i] = i < 8 ? "small" : i < 60 ? "middle" : "large";
    }
    ScoreResult result = only(
        StudyData.of(criterion)
            .withScore("score", Direction.HIGHER_IS_CASE, score)
            .withGroups("class", List.of(group)),
        QUICK);
    List<ScoreResult.Group> groups = result.groupings().get(0).groups();
    assertThat(groups)
        .extracting(ScoreResult.Group::name)
        .containsExactly("large", "middle", "small");
    // Two cases in the small group are hidden, and so the 13 of the middle one; its 39 controls
    // with the six of the small.
    assertThat(groups.get(2).sensitivity()).isEqualTo(Figure.NONE);
    assertThat(groups.get(1).sensitivity()).isEqualTo(Figure.NONE);
    assertThat(groups.get(1).people()).isNaN();
    assertThat(groups.get(1).specificity().value()).isNotNaN();
    assertThat(groups.get(0).sensitivity().value()).isNotNaN();
    assertThat(groups.get(1).sensitivityP()).isNaN();
  }

  @Test
  void capacityIsOfAThousandWhereCasesAreAsCommonAsStated() {
    ScoreResult result = only(eight(), QUICK.withPrevalence(0.1).withCapacity(300));
    // By hand, at a tenth of cases: flagged at 4 are 75 + 225 of 1,000, at 3 they are 100 + 450.
    ScoreResult.Candidate capacity = result.candidates().get(result.candidates().size() - 1);
    assertThat(capacity.rule()).isEqualTo(CutRule.CAPACITY);
    assertThat(capacity.cutOff()).isEqualTo(4);
    assertThat(capacity.use().flagged()).isCloseTo(300, within(1e-9));
    assertThat(only(eight(), QUICK.withPrevalence(0.1).withCapacity(20)).unmet())
        .containsExactly(CutRule.CAPACITY);
  }

  @Test
  void separationIsWarnedOfAndHasNoRiskModel() {
    StudyResult result = AccuracyStudy.run(
        StudyData.of(0, 0, 0, 1, 1, 1).withScore("s", Direction.HIGHER_IS_CASE, 1, 2, 3, 4, 5, 6),
        QUICK,
        Watch.NONE);
    assertThat(result.warnings()).extracting(Warning::kind).contains(Warning.Kind.NO_SPREAD);
    assertThat(result.scores().get(0).risk().isDefined()).isFalse();
    assertThat(result.scores().get(0).decisions().get(0).byRisk()).isNaN();
    assertThat(result.scores().get(0).decisions().get(0).byCutOff()).isEqualTo(0.5);
  }

  @Test
  void aStudyNeedsBothGroups() {
    assertThatThrownBy(
            () -> only(StudyData.of(0, 0).withScore("s", Direction.HIGHER_IS_CASE, 1, 2), QUICK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 cases and 2 controls");
  }

  @Test
  void drawingSchoolsWidensIntervalsOfPeopleWhoAreAlike() {
    int n = 400;
    double[] criterion = new double[n];
    double[] score = new double[n];
    String[] school = new String[n];
    for (int i = 0; i < n; i++) {
      int s = i / 20;
      school[i] = "s" + s;
      criterion[i] = i % 4 == 0 ? 1 : 0;
      score[i] = (s * 7) % 20 + 4 * criterion[i];
    }
    StudyData data = StudyData.of(criterion).withScore("score", Direction.HIGHER_IS_CASE, score);
    StudyOptions fixed = QUICK.withGivenCutOff(12).withChosen(CutRule.GIVEN);
    double simple = width(only(data, fixed).chosen().sensitivity());
    double clustered =
        width(only(data.withClusters(List.of(school)), fixed).chosen().sensitivity());
    assertThat(clustered).isGreaterThan(1.3 * simple);
  }

  private static double width(Figure figure) {
    return figure.interval().upper() - figure.interval().lower();
  }

  @Test
  void comparesScoresOfTheSamePeople() {
    double[] constant = new double[8];
    StudyResult result = AccuracyStudy.run(
        eight().withScore("constant", Direction.HIGHER_IS_CASE, constant), QUICK, Watch.NONE);
    assertThat(result.comparisons().get(0).difference().value()).isEqualTo(0.375);
    assertThat(result.overall().df()).isEqualTo(1);
  }

  @Test
  void truthOfASimulatedStudyIsWhatLargeSamplesShow() {
    SimulatedStudy study = new SimulatedStudy(200_000, 0.2, 0.85, 27);
    SimulatedStudy.Drawn drawn = study.draw(7);
    double[] criterion =
        drawn.cases().stream().mapToDouble(isCase -> isCase ? 1 : 0).toArray();
    double[] score = drawn.scores().stream().mapToDouble(Integer::doubleValue).toArray();
    ScoreResult result = only(
        StudyData.of(criterion).withScore("score", Direction.HIGHER_IS_CASE, score),
        StudyOptions.defaults().withSamples(100, 1));
    assertThat(result.area().value()).isCloseTo(study.area(), within(0.006));
    ScoreResult.CutOffRow ten =
        result.cutOffs().stream().filter(row -> row.cutOff() == 10).findFirst().orElseThrow();
    assertThat(ten.sensitivity().value())
        .isCloseTo(study.truth().get(9).sensitivity(), within(0.008));
    assertThat(ten.specificity().value())
        .isCloseTo(study.truth().get(9).specificity(), within(0.005));
  }

  /** AUC, cut-off and rates as R has them for the same data: pROC and cutpointr, maximising Youden. */
  @Test
  @EnabledIfSystemProperty(named = "xinheng.shared", matches = ".+")
  void suicideDataGiveWhatCutpointrAndProcGive() throws IOException {
    List<String[]> rows = Files.readAllLines(
            Path.of(System.getProperty("xinheng.shared"), "oracles/data/suicide.csv"))
        .stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
    double[] criterion =
        rows.stream().mapToDouble(r -> r[3].equals("yes") ? 1 : 0).toArray();
    double[] dsi = rows.stream().mapToDouble(r -> Double.parseDouble(r[2])).toArray();
    ScoreResult result = only(
        StudyData.of(criterion)
            .withScore("dsi", Direction.HIGHER_IS_CASE, dsi)
            .withGroups("gender", rows.stream().map(r -> r[1]).toList()),
        QUICK);
    assertThat(result.area().value()).isCloseTo(0.9238, within(5e-5));
    assertThat(result.chosen().cutOff()).isEqualTo(2);
    assertThat(result.chosen().counts()).isEqualTo(new Confusion(32, 68, 428, 4));
    assertThat(result.chosen().sensitivity().value()).isCloseTo(0.888889, within(1e-6));
    assertThat(result.chosen().specificity().value()).isCloseTo(0.862903, within(1e-6));
    Interval interval = result.area().interval();
    assertThat(interval.contains(result.area().value())).isTrue();
  }
}
