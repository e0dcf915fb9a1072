package org.xinheng.instrument.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LevelEstimatorTest {

  private static final int SEEDS = 30;

  /** Four equal Rasch items: log 3 for 3 of 4, and by the weighted likelihood log 9 for 4 of 4. */
  @Test
  void rangesByHand() {
    ItemModel item = Dichotomous.rasch(0);
    IrtScale scale = new IrtScale(List.of(item, item, item, item));
    LevelRange ml = new MaximumLikelihood(scale).range(true).orElseThrow();
    assertThat(ml.highest()).isCloseTo(Math.log(3), within(1e-12));
    assertThat(ml.lowest()).isCloseTo(-Math.log(3), within(1e-12));
    LevelRange wle = new WeightedLikelihood(scale).range(false).orElseThrow();
    assertThat(wle.highest()).isCloseTo(Math.log(9), within(1e-12));
    assertThat(wle.isExact()).isTrue();
  }

  @Test
  void oneItemWithTwoAnswersHasNoMaximumLikelihood() {
    IrtScale scale = new IrtScale(List.of(Dichotomous.rasch(0)));
    assertThat(new MaximumLikelihood(scale).range(false)).isEmpty();
  }

  @Test
  void everyEstimateLiesInTheRange() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      IrtScale scale = randomScale(random);
      NormalPrior prior = new NormalPrior(random.nextGaussian(), 0.3 + 2 * random.nextDouble());
      for (LevelEstimator estimator : List.of(
          new PosteriorMean(scale, prior),
          new PosteriorMode(scale, prior),
          new MaximumLikelihood(scale),
          new WeightedLikelihood(scale))) {
        assertInRange(estimator, false, seed);
        assertInRange(estimator, true, seed);
      }
    }
  }

  /** All patterns, with and without missing answers: none outside, and some at the ends if the range is exact. */
  private static void assertInRange(LevelEstimator estimator, boolean someMissing, long seed) {
    Optional<LevelRange> range = estimator.range(someMissing);
    Worksheet sheet = estimator.worksheet();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int[] answers : patterns(estimator.scale(), someMissing)) {
      if (estimator.estimate(answers, sheet)) {
        lowest = Math.min(lowest, sheet.theta());
        highest = Math.max(highest, sheet.theta());
      }
    }
    String as = "seed " + seed + ", " + estimator.getClass().getSimpleName();
    assertThat(range.orElseThrow().lowest()).as(as).isLessThanOrEqualTo(lowest + 1e-12);
    assertThat(range.orElseThrow().highest()).as(as).isGreaterThanOrEqualTo(highest - 1e-12);
    if (range.orElseThrow().isExact()) {
      assertThat(range.orElseThrow().lowest()).as(as).isCloseTo(lowest, within(1e-12));
      assertThat(range.orElseThrow().highest()).as(as).isCloseTo(highest, within(1e-12));
    } else {
      // Further out, but not by much.
      assertThat(range.orElseThrow().highest() - range.orElseThrow().lowest())
          .as(as)
          .isLessThan(2.5 * (highest - lowest));
    }
  }

  private static List<int[]> patterns(IrtScale scale, boolean someMissing) {
    List<int[]> patterns = new ArrayList<>(List.of(new int[scale.items().size()]));
    for (int item = 0; item < scale.items().size(); item++) {
      List<int[]> longer = new ArrayList<>();
      for (int[] pattern : patterns) {
        for (int category = someMissing ? IrtScale.MISSING : 0;
            category < scale.items().get(item).categories();
            category++) {
          int[] next = pattern.clone();
          next[item] = category;
          longer.add(next);
        }
      }
      patterns = longer;
    }
    return patterns;
  }

  /** Two to four items of two to four categories. */
  private static IrtScale randomScale(Random random) {
    List<ItemModel> items = new ArrayList<>();
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      double threshold = -3 + 5 * random.nextDouble();
      List<Double> thresholds = new ArrayList<>();
      for (int k = 1 + random.nextInt(3); k > 0; k--) {
        thresholds.add(threshold);
        threshold += 0.05 + random.nextDouble();
      }
      double slope = 0.4 + 2.6 * random.nextDouble();
      if (random.nextBoolean()) {
        Collections.shuffle(thresholds, random);
        items.add(new PartialCredit(slope, thresholds));
      } else {
        items.add(new Graded(slope, thresholds));
      }
    }
    return new IrtScale(items);
  }

  @Test
  void levelsKeepNineDecimalsAndFewerWhereTheyAreLarge() {
    assertThat(new LevelRange(-3, 2, true).denominator()).isEqualTo(1_000_000_000);
    assertThat(new LevelRange(-3, 999, true).denominator()).isEqualTo(100_000_000);
    assertThat(LevelRange.numerator(-1.23, 100)).isEqualTo(-123);
  }
}
