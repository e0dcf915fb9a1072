package org.xinheng.instrument.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IrtScoresTest {

  private static final int SEEDS = 40;

  private static IrtScores standard(ItemModel... items) {
    return new IrtScores(new IrtScale(List.of(items)), NormalPrior.STANDARD);
  }

  private static IrtScores fourEqualRaschItems() {
    ItemModel item = Dichotomous.rasch(0);
    return standard(item, item, item, item);
  }

  /** 3 of 4: P = 3/4 and the odds are 3. I = 4 * 3/4 * 1/4. */
  @Test
  void maximumLikelihoodByHand() {
    Estimate estimate = fourEqualRaschItems().ml(new int[] {1, 0, 1, 1}).orElseThrow();
    assertThat(estimate.theta()).isCloseTo(Math.log(3), within(1e-13));
    assertThat(estimate.standardError()).isCloseTo(1 / Math.sqrt(0.75), within(1e-13));
  }

  /** For n equal Rasch items the estimate solves P = (X + 1/2) / (n + 1): 7/10 for 3 of 4, 9/10 for 4 of 4. */
  @Test
  void weightedLikelihoodByHand() {
    IrtScores scores = fourEqualRaschItems();
    assertThat(scores.wle(new int[] {1, 0, 1, 1}).orElseThrow().theta())
        .isCloseTo(Math.log(7.0 / 3), within(1e-13));
    Estimate highest = scores.wle(new int[] {1, 1, 1, 1}).orElseThrow();
    assertThat(highest.theta()).isCloseTo(Math.log(9), within(1e-13));
    assertThat(highest.standardError()).isCloseTo(1 / Math.sqrt(4 * 0.09), within(1e-13));
    assertThat(scores.wle(new int[4]).orElseThrow().theta()).isCloseTo(-Math.log(9), within(1e-13));
  }

  /** One Rasch item answered 1: the mode solves 1 - P(theta) = theta, so theta (1 + exp(theta)) = 1. */
  @Test
  void posteriorModeByHand() {
    Estimate map = standard(Dichotomous.rasch(0)).map(new int[] {1}).orElseThrow();
    assertThat(map.theta() * (1 + Math.exp(map.theta()))).isCloseTo(1, within(1e-13));
    // P (1 - P) = (1 - theta) theta, plus the precision 1 of the prior.
    assertThat(map.standardError())
        .isCloseTo(1 / Math.sqrt(1 + map.theta() * (1 - map.theta())), within(1e-13));
  }

  /** By mpmath, quad() with 30 digits: an ordinary item, one as steep as a step, and graded ones with a wide prior. */
  @Test
  void posteriorMeanByMpmath() {
    assertEap(
        standard(Dichotomous.rasch(0)).eap(new int[] {1}), 0.41324192828381406, 0.91062127622205);
    assertEap(
        standard(new Dichotomous(50, 0.3)).eap(new int[] {1}),
        0.9973728066172443,
        0.5514221585291332);
    IrtScores wide = new IrtScores(
        new IrtScale(List.of(new Graded(2, List.of(-1.0, 0.0, 1.5)), Dichotomous.rasch(1))),
        new NormalPrior(0.5, 2));
    assertEap(wide.eap(new int[] {3, 0}), 1.6446976551665946, 0.9875173404145423);
    assertEap(wide.eap(new int[] {2, 1}), 1.0686234882133738, 0.8106729410339722);
  }

  private static void assertEap(Optional<Estimate> eap, double theta, double standardError) {
    assertThat(eap.orElseThrow().theta()).isCloseTo(theta, within(1e-13));
    assertThat(eap.orElseThrow().standardError()).isCloseTo(standardError, within(1e-13));
  }

  @Test
  void allEstimatesAreInTheMiddleOfASymmetricPattern() {
    IrtScores scores = standard(Dichotomous.rasch(-1), Dichotomous.rasch(1));
    int[] answers = {1, 0};
    assertThat(scores.eap(answers).orElseThrow().theta()).isCloseTo(0, within(1e-14));
    assertThat(scores.map(answers).orElseThrow().theta()).isCloseTo(0, within(1e-14));
    assertThat(scores.ml(answers).orElseThrow().theta()).isCloseTo(0, within(1e-14));
    assertThat(scores.wle(answers).orElseThrow().theta()).isCloseTo(0, within(1e-13));
  }

  @Test
  void thereIsNoMaximumLikelihoodAtTheEnds() {
    IrtScores scores = standard(new Graded(1, List.of(-1.0, 1.0)), Dichotomous.rasch(0));
    assertThat(scores.ml(new int[] {0, 0})).isEmpty();
    assertThat(scores.ml(new int[] {2, 1})).isEmpty();
    assertThat(scores.ml(new int[] {2, -1})).isEmpty();
    assertThat(scores.ml(new int[] {-1, 0})).isEmpty();
    assertThat(scores.ml(new int[] {1, -1})).isPresent();
    assertThat(scores.ml(new int[] {2, 0})).isPresent();
  }

  @Test
  void nothingAnsweredHasNoEstimate() {
    IrtScores scores = fourEqualRaschItems();
    int[] nothing = {-1, -1, -1, -1};
    assertThat(scores.eap(nothing)).isEmpty();
    assertThat(scores.map(nothing)).isEmpty();
    assertThat(scores.ml(nothing)).isEmpty();
    assertThat(scores.wle(nothing)).isEmpty();
  }

  @Test
  void refusesAnswersThatDoNotFit() {
    IrtScores scores = standard(Dichotomous.rasch(0));
    assertThatIllegalArgumentException().isThrownBy(() -> scores.eap(new int[] {2}));
    assertThatIllegalArgumentException().isThrownBy(() -> scores.map(new int[] {2}));
    assertThatIllegalArgumentException().isThrownBy(() -> scores.ml(new int[] {2}));
    assertThatIllegalArgumentException().isThrownBy(() -> scores.wle(new int[] {2}));
  }

  @Test
  void oneStandardDeviationIsTenPointsOfT() {
    Estimate estimate = new Estimate(1.5, 0.25);
    assertThat(estimate.tScore()).isEqualTo(65);
    assertThat(estimate.tScoreStandardError()).isEqualTo(2.5);
  }

  @Test
  void equalSlopesMakeTheTotalAllThatMatters() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      double slope = 0.5 + 2 * random.nextDouble();
      List<ItemModel> items = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        items.add(new Dichotomous(slope, 2 * random.nextGaussian()));
      }
      IrtScores scores = new IrtScores(new IrtScale(items), NormalPrior.STANDARD);
      double before = Double.NEGATIVE_INFINITY;
      for (int total = 0; total <= items.size(); total++) {
        double eap =
            scores.eap(shuffled(total, items.size(), random)).orElseThrow().theta();
        double other =
            scores.eap(shuffled(total, items.size(), random)).orElseThrow().theta();
        assertThat(other).as("seed %d", seed).isCloseTo(eap, within(1e-12));
        assertThat(eap).as("seed %d", seed).isGreaterThan(before);
        before = eap;
      }
    }
  }

  private static int[] shuffled(int total, int items, Random random) {
    List<Integer> answers = new ArrayList<>(
        IntStream.range(0, items).mapToObj(i -> i < total ? 1 : 0).toList());
    Collections.shuffle(answers, random);
    return answers.stream().mapToInt(Integer::intValue).toArray();
  }

  @Test
  void raisingAnAnswerRaisesTheLevel() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      IrtScale scale = randomScale(random);
      IrtScores scores = new IrtScores(scale, NormalPrior.STANDARD);
      int[] lower = randomAnswers(scale, random, 0);
      int item = random.nextInt(lower.length);
      lower[item] = random.nextInt(scale.items().get(item).categories() - 1);
      int[] higher = lower.clone();
      higher[item]++;
      assertThat(scores.eap(higher).orElseThrow().theta())
          .as("seed %d", seed)
          .isGreaterThan(scores.eap(lower).orElseThrow().theta());
      assertThat(scores.map(higher).orElseThrow().theta())
          .as("seed %d", seed)
          .isGreaterThan(scores.map(lower).orElseThrow().theta());
    }
  }

  @Test
  void estimatesAreAtTheHighestPointOfAFineGrid() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      IrtScale scale = randomScale(random);
      NormalPrior prior = new NormalPrior(random.nextGaussian(), 0.5 + random.nextDouble());
      IrtScores scores = new IrtScores(scale, prior);
      int[] answers = randomAnswers(scale, random, 0.2);
      answers[0] = 0;
      answers[1] = scale.items().get(1).categories() - 1;
      assertHighest(
          scores.map(answers).orElseThrow().theta(),
          theta -> scale.logLikelihood(theta, answers) + prior.log(theta),
          seed);
      assertHighest(
          scores.ml(answers).orElseThrow().theta(),
          theta -> scale.logLikelihood(theta, answers),
          seed);
      assertHighest(
          scores.wle(answers).orElseThrow().theta(),
          theta ->
              scale.logLikelihood(theta, answers) + Math.log(scale.information(theta, answers)) / 2,
          seed);
    }
  }

  private static void assertHighest(double theta, DoubleUnaryOperator height, long seed) {
    double highest = height.applyAsDouble(theta) + 1e-12;
    for (double other = -10; other <= 10; other += 0.01) {
      assertThat(height.applyAsDouble(other)).as("seed %d", seed).isLessThanOrEqualTo(highest);
    }
  }

  /** Two steep items far apart: the weight has a peak at each, and the answers decide. */
  @Test
  void weightedLikelihoodFindsTheHigherOfTwoPeaks() {
    IrtScores scores = standard(new Dichotomous(6, -3), new Dichotomous(5, 3));
    assertThat(scores.wle(new int[] {0, 0}).orElseThrow().theta()).isLessThan(-2.5);
    assertThat(scores.wle(new int[] {1, 1}).orElseThrow().theta()).isGreaterThan(2.5);
    // Between the items both answers are as likely as can be; the steeper item gives the higher
    // peak.
    assertThat(scores.wle(new int[] {1, 0}).orElseThrow().theta()).isBetween(-3.0, -2.5);
  }

  @Test
  void missingAnswersLeaveTheScoresOfTheOtherItems() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      IrtScale scale = randomScale(random);
      int[] answers = randomAnswers(scale, random, 0.5);
      int[] kept = IntStream.range(0, answers.length)
          .filter(i -> answers[i] != IrtScale.MISSING)
          .toArray();
      if (kept.length == 0) {
        continue;
      }
      int[] rest = Arrays.stream(kept).map(i -> answers[i]).toArray();
      IrtScale part =
          new IrtScale(Arrays.stream(kept).mapToObj(i -> scale.items().get(i)).toList());
      IrtScores whole = new IrtScores(scale, NormalPrior.STANDARD);
      IrtScores partly = new IrtScores(part, NormalPrior.STANDARD);
      assertThat(scale.logLikelihood(0.3, answers))
          .as("seed %d", seed)
          .isEqualTo(part.logLikelihood(0.3, rest));
      assertThat(scale.lz(0.3, answers)).as("seed %d", seed).isEqualTo(part.lz(0.3, rest));
      assertSame(whole.map(answers), partly.map(rest), 0, seed);
      assertSame(whole.ml(answers), partly.ml(rest), 0, seed);
      assertSame(whole.wle(answers), partly.wle(rest), 1e-11, seed);
      // The grids differ: that this changes nothing shows that both are fine enough.
      assertSame(whole.eap(answers), partly.eap(rest), 1e-12, seed);
    }
  }

  private static void assertSame(
      Optional<Estimate> actual, Optional<Estimate> expected, double tolerance, long seed) {
    assertThat(actual.isPresent()).as("seed %d", seed).isEqualTo(expected.isPresent());
    if (actual.isPresent()) {
      assertThat(actual.get().theta())
          .as("seed %d", seed)
          .isCloseTo(expected.get().theta(), within(tolerance));
      assertThat(actual.get().standardError())
          .as("seed %d", seed)
          .isCloseTo(expected.get().standardError(), within(tolerance));
    }
  }

  /** Two to ten items of two to six categories. */
  private static IrtScale randomScale(Random random) {
    List<ItemModel> items = new ArrayList<>();
    int count = 2 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      double slope = 0.4 + 2.6 * random.nextDouble();
      double threshold = -2 + 2 * random.nextDouble();
      List<Double> thresholds = new ArrayList<>();
      for (int k = 1 + random.nextInt(5); k > 0; k--) {
        thresholds.add(threshold);
        threshold += 0.05 + random.nextDouble();
      }
      items.add(
          thresholds.size() == 1
              ? new Dichotomous(slope, thresholds.get(0))
              : new Graded(slope, thresholds));
    }
    return new IrtScale(items);
  }

  private static int[] randomAnswers(IrtScale scale, Random random, double missing) {
    return scale.items().stream()
        .mapToInt(item ->
            random.nextDouble() < missing ? IrtScale.MISSING : random.nextInt(item.categories()))
        .toArray();
  }
}
