package org.xinheng.validation.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinheng.validation.RandomNumbers;
import org.xinheng.validation.Watch;

class CalibrationTest {

  private static final int PEOPLE = 1000;

  /** Slope and intercepts of six items. */
  private static double[][] truth(IrtModel model) {
    double[][] truth = new double[6][];
    for (int j = 0; j < truth.length; j++) {
      double slope = model == IrtModel.RASCH_OF_UNIT_SPREAD
          ? 1
          : model == IrtModel.RASCH ? 1.4 : 0.8 + 0.25 * j;
      double place = -1 + 0.4 * j;
      truth[j] = switch (model) {
        case RASCH, RASCH_OF_UNIT_SPREAD, TWO_PARAMETER -> new double[] {slope, place};
        case GRADED -> new double[] {slope, place + 1.2, place, place - 1.1};
        case PARTIAL_CREDIT -> new double[] {slope, 0.8 + place, 0.4 + place, place};
      };
    }
    return truth;
  }

  /** Answers of people drawn from the population, about one in twenty missing. */
  private static int[][] drawn(IrtModel model, double[][] truth, long seed) {
    RandomNumbers random = new RandomNumbers(seed);
    int[][] rows = new int[PEOPLE][truth.length];
    for (int[] row : rows) {
      double theta = random.normal();
      for (int j = 0; j < row.length; j++) {
        double[] logs = model.function().logProbabilities(truth[j], theta);
        double u = random.uniform();
        int answer = 0;
        double sum = Math.exp(logs[0]);
        while (answer < logs.length - 1 && u > sum) {
          sum += Math.exp(logs[++answer]);
        }
        row[j] = random.uniform() < 0.05 ? AnswerPatterns.MISSING : answer;
      }
    }
    return rows;
  }

  private static int[] categories(double[][] truth) {
    return Arrays.stream(truth).mapToInt(item -> item.length).toArray();
  }

  /** Every parameter lies within 3.6 standard errors of the truth, and they are so small that this says something. */
  @ParameterizedTest
  @EnumSource(IrtModel.class)
  void recoversWhatAnswersWereDrawnFrom(IrtModel model) {
    double[][] truth = truth(model);
    for (long seed = 1; seed <= 2; seed++) {
      Calibration found = MarginalEstimator.estimate(
          model, AnswerPatterns.of(drawn(model, truth, seed), categories(truth)), Watch.NONE);
      assertThat(found.converged()).isTrue();
      for (int j = 0; j < truth.length; j++) {
        CalibratedItem item = found.items().get(j);
        if (model != IrtModel.RASCH_OF_UNIT_SPREAD) {
          assertThat(Math.abs(item.slope() - truth[j][0]) / item.slopeError())
              .as("%s, seed %s, slope %s", model, seed, j)
              .isLessThan(3.6);
          assertThat(item.slopeError()).isLessThan(0.4);
        }
        for (int k = 1; k < truth[j].length; k++) {
          assertThat(Math.abs(item.intercepts().get(k - 1) - truth[j][k])
                  / item.interceptErrors().get(k - 1))
              .as("%s, seed %s, item %s, intercept %s", model, seed, j, k)
              .isLessThan(3.6);
          assertThat(item.interceptErrors().get(k - 1)).isLessThan(0.4);
        }
      }
    }
  }

  /** The gradient and the information are those of finite differences of the log-likelihood. */
  @ParameterizedTest
  @EnumSource(IrtModel.class)
  void derivativesAreThoseOfFiniteDifferences(IrtModel model) {
    double[][] truth = truth(model);
    AnswerPatterns answers = AnswerPatterns.of(drawn(model, truth, 4), categories(truth));
    Layout layout = Layout.of(model, answers);
    MarginalLikelihood likelihood =
        new MarginalLikelihood(answers, model.function(), layout, Quadrature.STANDARD);
    double[] gradient = likelihood.gradient(truth, likelihood.expect(truth).counts());
    double[][] information =
        likelihood.observedInformation(truth, likelihood.expect(truth).counts());
    double h = 1e-4;
    for (int a = 0; a < layout.size(); a++) {
      double[] step = new double[layout.size()];
      step[a] = h;
      double[][] after = layout.moved(truth, step, 1);
      double[][] before = layout.moved(truth, step, -1);
      MarginalLikelihood.Expectation up = likelihood.expect(after);
      MarginalLikelihood.Expectation down = likelihood.expect(before);
      assertThat(gradient[a])
          .isCloseTo((up.logLikelihood() - down.logLikelihood()) / (2 * h), within(1e-3));
      double[] gradientUp = likelihood.gradient(after, up.counts());
      double[] gradientDown = likelihood.gradient(before, down.counts());
      for (int b = 0; b < layout.size(); b++) {
        assertThat(information[a][b])
            .isCloseTo(-(gradientUp[b] - gradientDown[b]) / (2 * h), within(1e-3));
      }
    }
  }

  /** ltm prints them for the same data (Rizopoulos 2006, Journal of Statistical Software 17(5), section 4.1). */
  @Test
  void standardErrorsOfTheLawSchoolAdmissionTest() {
    AnswerPatterns answers = AnswerPatterns.of(
        CalibrationCasesTest.people("lsat6_patterns"), CalibrationCasesTest.categories(5, 2));
    Calibration found = MarginalEstimator.estimate(IrtModel.RASCH, answers, Watch.NONE);
    double[] errors = {0.3266, 0.1422, 0.0977, 0.1691, 0.2510};
    for (int j = 0; j < 5; j++) {
      assertThat(found.items().get(j).difficultyErrors().get(0)).isCloseTo(errors[j], within(6e-4));
    }
    assertThat(found.items().get(0).slopeError()).isCloseTo(0.0694, within(6e-5));
  }

  @Test
  void conditionalEstimatesDoNotHangOnTheOrderOfPeople() {
    double[][] truth = truth(IrtModel.RASCH);
    int[][] rows = drawn(IrtModel.RASCH, truth, 6);
    ConditionalRasch one = ConditionalRasch.estimate(
            AnswerPatterns.of(rows, categories(truth)), Watch.NONE)
        .orElseThrow();
    List<int[]> turned = Arrays.asList(rows.clone());
    Collections.reverse(turned);
    ConditionalRasch other = ConditionalRasch.estimate(
            AnswerPatterns.of(turned.toArray(int[][]::new), categories(truth)), Watch.NONE)
        .orElseThrow();
    double mean = Arrays.stream(truth).mapToDouble(item -> -item[1]).average().orElseThrow();
    for (int j = 0; j < truth.length; j++) {
      assertThat(one.difficulties().get(j)).isCloseTo(other.difficulties().get(j), within(1e-9));
      double off = one.difficulties().get(j) - (-truth[j][1] - mean);
      assertThat(Math.abs(off) / one.standardErrors().get(j)).as("seed 6").isLessThan(3.6);
    }
  }

  /** Of two items only people with one right count: the odds of the harder one are exp(-(b2 - b1)) = 30 / 90. */
  @Test
  void twoItemsByHand() {
    int[][] rows = new int[140][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i < 90 ? new int[] {1, 0} : i < 120 ? new int[] {0, 1} : new int[] {1, 1};
    }
    ConditionalRasch found =
        ConditionalRasch.estimate(AnswerPatterns.of(rows, 2, 2), Watch.NONE).orElseThrow();
    assertThat(found.difficulties().get(1)).isCloseTo(Math.log(3) / 2, within(1e-12));
    // The variance of the log odds is 1/90 + 1/30, of half of it a quarter.
    assertThat(found.standardErrors().get(1))
        .isCloseTo(Math.sqrt(1.0 / 90 + 1.0 / 30) / 2, within(1e-12));
    assertThat(found.people()).isEqualTo(120);
  }

  @Test
  void itemsThatNobodyTellsApartHaveNoConditionalEstimates() {
    int[][] rows = {{1, 0, 0}, {1, 1, 0}, {1, 0, 1}, {0, 0, 0}};
    AnswerPatterns answers = AnswerPatterns.of(rows, 2, 2, 2);
    assertThat(ConditionalRasch.unboundItems(answers)).containsExactly(1, 2);
    assertThat(ConditionalRasch.estimate(answers, Watch.NONE)).isEmpty();
  }

  @Test
  void elementarySymmetricFunctionsByHand() {
    assertThat(ElementarySymmetric.of(new double[] {2, 3, 5})).containsExactly(1, 10, 31, 30);
    assertThat(ElementarySymmetric.of(new double[] {2, 3, 5}, 1, -1)).containsExactly(1, 7, 10, 0);
  }

  @Test
  void anItemThatIsKeyedTheWrongWayHasANegativeSlopeAndTheSameLevels() {
    double[][] truth = truth(IrtModel.GRADED);
    int[][] rows = drawn(IrtModel.GRADED, truth, 7);
    AnswerPatterns right = AnswerPatterns.of(rows, categories(truth));
    for (int[] row : rows) {
      row[2] = row[2] == AnswerPatterns.MISSING ? row[2] : 3 - row[2];
    }
    AnswerPatterns wrong = AnswerPatterns.of(rows, categories(truth));
    Calibration one = MarginalEstimator.estimate(IrtModel.GRADED, right, Watch.NONE);
    Calibration other = MarginalEstimator.estimate(IrtModel.GRADED, wrong, Watch.NONE);
    assertThat(other.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-6));
    assertThat(other.items().get(2).slope()).isCloseTo(-one.items().get(2).slope(), within(1e-6));
    double first =
        new PersonScores(one).of(right.pattern(0)).eap().orElseThrow().theta();
    double second =
        new PersonScores(other).of(wrong.pattern(0)).eap().orElseThrow().theta();
    assertThat(second).isCloseTo(first, within(1e-6));
  }

  @Test
  void refusesWhatCannotBeEstimated() {
    int[][] rows = {{0, 1}, {1, 1}};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnswerPatterns.of(rows, 2, 2))
        .withMessageContaining("nobody chose category 0 of item 1");
    int[][] two = {{0, 1}, {1, 0}};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MarginalEstimator.estimate(
            IrtModel.TWO_PARAMETER, AnswerPatterns.of(two, 2, 2), Watch.NONE))
        .withMessageContaining("at least 3 items");
  }

  @Test
  void canBeStopped() {
    double[][] truth = truth(IrtModel.GRADED);
    AnswerPatterns answers = AnswerPatterns.of(drawn(IrtModel.GRADED, truth, 9), categories(truth));
    assertThatThrownBy(
            () -> MarginalEstimator.estimate(IrtModel.GRADED, answers, (done, of) -> done < 3))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aModelThatHoldsFitsAsAWhole() {
    double[][] truth = truth(IrtModel.TWO_PARAMETER);
    AnswerPatterns answers =
        AnswerPatterns.of(drawn(IrtModel.TWO_PARAMETER, truth, 12), categories(truth));
    OverallFit fit = OverallFit.of(
        MarginalEstimator.estimate(IrtModel.TWO_PARAMETER, answers, Watch.NONE), answers);
    assertThat(fit.df()).isEqualTo(9);
    assertThat(fit.p()).as("seed 12").isGreaterThan(0.005);
    assertThat(fit.rmsea()).isLessThan(0.04);
  }

  /** With a model that holds, about one item in twenty misfits at 5%. */
  @Test
  void itemsThatFollowTheModelFit() {
    double[][] truth = truth(IrtModel.GRADED);
    AnswerPatterns answers =
        AnswerPatterns.of(drawn(IrtModel.GRADED, truth, 10), categories(truth));
    Calibration found = MarginalEstimator.estimate(IrtModel.GRADED, answers, Watch.NONE);
    List<ItemFit> fits = ItemFit.of(found, answers);
    assertThat(fits).allSatisfy(fit -> assertThat(fit.p()).as("seed 10").isGreaterThan(0.005));
    // Six means and fifteen products are fewer than the 24 parameters.
    assertThat(OverallFit.of(found, answers).df()).isZero();
    assertThat(OverallFit.of(found, answers).p()).isNaN();
    List<PersonScores.Person> people = new PersonScores(found).of(answers);
    assertThat(SquareFit.of(found, answers, people)).allSatisfy(fit -> {
      // Levels are estimated from the same answers, so that so few items look more regular than
      // they are.
      assertThat(fit.infit()).isBetween(0.6, 1.1);
      assertThat(fit.n()).isBetween(900, PEOPLE);
    });
    assertThat(LocalDependence.of(found, answers, people).pairs())
        .hasSize(15)
        .allSatisfy(pair -> assertThat(Math.abs(pair.q3())).isLessThan(0.4));
  }
}
