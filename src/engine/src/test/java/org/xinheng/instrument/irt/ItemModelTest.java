package org.xinheng.instrument.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ItemModelTest {

  private static final Offset<Double> ROUNDING = within(1e-15);
  private static final double LN3 = Math.log(3);

  static Stream<ItemModel> items() {
    return Stream.of(
        new Graded(1.7, List.of(-1.0, 0.2, 1.5)), new PartialCredit(1.2, List.of(0.7, -0.9, 1.5)));
  }

  @Test
  void dichotomousItemByHand() {
    Dichotomous item = new Dichotomous(2, 0.5);

    // At the difficulty P = 1/2 and I = 2^2 / 4.
    assertThat(item.probability(1, 0.5)).isCloseTo(0.5, ROUNDING);
    assertThat(item.information(0.5)).isCloseTo(1, ROUNDING);

    // ln(3) / 2 above it the odds are 3: P = 3/4, I = 4 * 3/4 * 1/4.
    assertThat(item.probability(1, 0.5 + LN3 / 2)).isCloseTo(0.75, ROUNDING);
    assertThat(item.expectedScore(0.5 + LN3 / 2)).isCloseTo(0.75, ROUNDING);
    assertThat(item.information(0.5 + LN3 / 2)).isCloseTo(0.75, ROUNDING);
  }

  @Test
  void gradedItemByHand() {
    // At 0, P(1 or higher) = 3/4 and P(2) = 1/4. The logarithms of P change by -3/4, 0 and 3/4 per
    // unit of theta, so
    // that I = 1/4 * 9/16 + 1/4 * 9/16.
    Graded item = new Graded(1, List.of(-LN3, LN3));
    assertThat(item.probabilities(0)).containsExactly(new double[] {0.25, 0.5, 0.25}, ROUNDING);
    assertThat(item.expectedScore(0)).isCloseTo(1, ROUNDING);
    assertThat(item.information(0)).isCloseTo(9.0 / 32, ROUNDING);
  }

  @Test
  void gradedItemWithOneThresholdIsDichotomous() {
    Graded graded = new Graded(1.3, List.of(-0.4));
    Dichotomous dichotomous = new Dichotomous(1.3, -0.4);
    for (double theta = -4; theta <= 4; theta += 0.5) {
      assertThat(graded.probabilities(theta)).isEqualTo(dichotomous.probabilities(theta));
      assertThat(graded.information(theta)).isEqualTo(dichotomous.information(theta));
    }
  }

  @Test
  void raschItemHasSlopeOne() {
    assertThat(Dichotomous.rasch(0.7)).isEqualTo(new Dichotomous(1, 0.7));
  }

  @Test
  void probabilitiesSumToOne() {
    Graded item = new Graded(1.7, List.of(-1.0, 0.2, 1.5, 1.6));
    for (double theta = -40; theta <= 40; theta += 0.25) {
      assertThat(DoubleStream.of(item.probabilities(theta)).sum()).isCloseTo(1, within(4e-16));
    }
  }

  /** By mpmath with 80 digits; the plain difference 1 - 1 of two logistic functions would give 0. */
  @Test
  void keepsTheDigitsOfSmallProbabilities() {
    Graded item = new Graded(2, List.of(-1.0, 0.0, 1.5));
    assertThat(item.probability(1, 30)).isCloseTo(7.57144589846254e-27, within(1e-41));
    // log(exp(-1000) (1 - exp(-2))) by hand.
    assertThat(item.logProbability(1, 500)).isCloseTo(-1000 - 0.145413457868859, within(1e-12));
  }

  /** At 0 the answers are as 1 : 1/2 : 1, so that the mean is 1 and the variance 4/5. */
  @Test
  void partialCreditItemByHand() {
    PartialCredit item = new PartialCredit(2, List.of(Math.log(2) / 2, -Math.log(2) / 2));
    assertThat(item.probabilities(0)).containsExactly(new double[] {0.4, 0.2, 0.4}, ROUNDING);
    assertThat(item.expectedScore(0)).isCloseTo(1, ROUNDING);
    assertThat(item.information(0)).isCloseTo(4 * 0.8, ROUNDING);
    PartialCredit one = new PartialCredit(1.3, List.of(-0.4));
    assertThat(one.probability(1, 0.9))
        .isCloseTo(new Dichotomous(1.3, -0.4).probability(1, 0.9), ROUNDING);
    assertThatIllegalArgumentException().isThrownBy(() -> new PartialCredit(1, List.of()));
  }

  @ParameterizedTest
  @MethodSource("items")
  void derivativesAreThoseOfFiniteDifferences(ItemModel item) {
    double h = 1e-5;
    for (double theta = -3; theta <= 3; theta += 0.5) {
      for (int category = 0; category < item.categories(); category++) {
        LogCurve before = LogCurve.of(item, category, theta - h);
        LogCurve here = LogCurve.of(item, category, theta);
        LogCurve after = LogCurve.of(item, category, theta + h);
        double rise =
            item.logProbability(category, theta + h) - item.logProbability(category, theta - h);
        assertThat(here.first()).isCloseTo(rise / (2 * h), within(1e-8));
        assertThat(here.second())
            .isCloseTo((after.first() - before.first()) / (2 * h), within(1e-8));
        assertThat(here.third())
            .isCloseTo((after.second() - before.second()) / (2 * h), within(1e-8));
      }
      Information before = Information.of(item, theta - h);
      Information here = Information.of(item, theta);
      Information after = Information.of(item, theta + h);
      assertThat(here.first()).isCloseTo((after.value() - before.value()) / (2 * h), within(1e-8));
      assertThat(here.second()).isCloseTo((after.first() - before.first()) / (2 * h), within(1e-8));
    }
  }

  @Test
  void refusesParametersThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Dichotomous(0, 1))
        .withMessage("slope must be above 0 and finite: 0.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Dichotomous(Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Dichotomous(1, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new Graded(1, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Graded(1, List.of(1.0, 1.0)))
        .withMessage("thresholds must rise: 1.0 after 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new NormalPrior(0, 0));
  }

  @Test
  void refusesCategoriesAndLevelsThatAreNone() {
    Dichotomous item = new Dichotomous(1, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> item.probability(2, 0))
        .withMessage("category must be in [0, 1]: 2");
    assertThatIllegalArgumentException().isThrownBy(() -> item.logProbability(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> item.information(Double.NaN));
  }
}
