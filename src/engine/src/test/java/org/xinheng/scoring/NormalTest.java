package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of R 4.2.2, {@code format(pnorm(z), digits = 17)} and {@code format(qnorm(p), digits = 17)}. */
class NormalTest {

  private static final Percentage LAST_DIGITS = Percentage.withPercentage(5e-13);

  @ParameterizedTest
  @CsvSource({
    "-37, 5.7255712225245771e-300",
    "-20, 2.7536241186062337e-89",
    "-8, 6.2209605742717849e-16",
    "-5.7, 5.9903714010635279e-09",
    "-5, 2.8665157187919391e-07",
    "-3, 0.0013498980316300946",
    "-1.96, 0.024997895148220428",
    "-0.67448975, 0.25000000006231027",
    "-0.5, 0.30853753872598694",
    "0.3, 0.61791142218895267",
    "0.67449, 0.75000007938182633",
    "1, 0.84134474606854293",
    "1.645, 0.95001509446087862",
    "2.5, 0.99379033467422384",
    "5.6, 0.99999998928240974",
    "6, 0.9999999990134123",
    "8.2, 0.99999999999999989"
  })
  void shareBelowIsThatOfR(double z, double share) {
    assertThat(Normal.below(z)).isCloseTo(share, LAST_DIGITS);
  }

  @Test
  void halfOfTheCurveIsBelowZero() {
    assertThat(Normal.below(0)).isEqualTo(0.5);
    assertThat(Normal.quantile(0.5)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1e-300, -37.047096299361201",
    "1e-50, -14.933337534788489",
    "1e-15, -7.9413453261709952",
    "1e-7, -5.1993375821928174",
    "0.001, -3.0902323061678132",
    "0.02, -2.0537489106318225",
    "0.025, -1.9599639845400538",
    "0.075, -1.4395314709384557",
    "0.0749, -1.4402382675279632",
    "0.25, -0.67448975019608171",
    "0.6, 0.25334710313579978",
    "0.9, 1.2815515655446008",
    "0.925, 1.4395314709384559",
    "0.93, 1.4757910281791708",
    "0.975, 1.9599639845400536",
    "0.999, 3.0902323061678132",
    "0.9999999999, 6.3613408896974208"
  })
  void quantileIsThatOfR(double share, double z) {
    assertThat(Normal.quantile(share)).isCloseTo(z, LAST_DIGITS);
  }

  @Test
  void agreesWithThePowerSeries() {
    for (int hundredths = -600; hundredths <= 600; hundredths += 7) {
      BigDecimal z = BigDecimal.valueOf(hundredths, 2);
      double share = ExactNormal.below(z).doubleValue();
      assertThat(Normal.below(z.doubleValue())).as("z %s", z).isCloseTo(share, LAST_DIGITS);
    }
    for (int thousandths = 1; thousandths < 1000; thousandths += 13) {
      BigDecimal share = BigDecimal.valueOf(thousandths, 3);
      double z = ExactNormal.quantile(share).doubleValue();
      assertThat(Normal.quantile(share.doubleValue()))
          .as("share %s", share)
          .isCloseTo(z, within(1e-14));
    }
  }

  @Test
  void farTailsKeepTheirDigits() {
    // R: pnorm(-9); twice pnorm(-20), above. Python 3.11: exp(-450) / sqrt(2 * pi)
    assertThat(Normal.above(9)).isCloseTo(1.128588405953841e-19, LAST_DIGITS);
    assertThat(Normal.beyond(20)).isCloseTo(2 * 2.7536241186062337e-89, LAST_DIGITS);
    assertThat(Normal.density(30)).isCloseTo(1.4736461348785476e-196, LAST_DIGITS);
  }

  @Test
  void noOneIsBelowMinusInfinityAndEverybodyBelowInfinity() {
    assertThat(Normal.below(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Normal.below(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Normal.below(Double.NaN)).isNaN();
    assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void refusesWhatIsNoShare(double share) {
    assertThatIllegalArgumentException().isThrownBy(() -> Normal.quantile(share));
  }
}
