package org.xinheng.scoring.careless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MahalanobisTest {

  private static final double NO_ANSWER = Double.NaN;

  /** Means 0 and 0, variances 8/3 and 2/3, covariance 0. */
  private static final double[][] DIAMOND = {{2, 0}, {-2, 0}, {0, 1}, {0, -1}};

  @Test
  void distancesByHand() {
    Mahalanobis mahalanobis = Mahalanobis.from(DIAMOND).orElseThrow();
    assertThat(mahalanobis.squaredDistance(DIAMOND[0]).orElseThrow())
        .isCloseTo(4 / (8.0 / 3), within(1e-15));
    assertThat(mahalanobis.squaredDistance(new double[] {2, 1}).orElseThrow())
        .isCloseTo(3, within(1e-15));
    assertThat(mahalanobis.squaredDistance(new double[] {0, 0})).hasValue(0);
  }

  /**
   * Columns (0, 1, 2) and (0, 2, 1): both variances 1, covariance 1/2, inverse (4/3, -2/3; -2/3, 4/3). The deviations of
   * the first row are (-1, -1): 4/3 - 4/3 + 4/3.
   */
  @Test
  void correlatedItemsByHand() {
    double[][] answers = {{0, 0}, {1, 2}, {2, 1}};
    Mahalanobis mahalanobis = Mahalanobis.from(answers).orElseThrow();
    assertThat(mahalanobis.squaredDistance(answers[0]).orElseThrow())
        .isCloseTo(4.0 / 3, within(1e-15));
  }

  @Test
  void meansAndCovariancesThatAreGivenDoAsWellAsTheirTable() {
    double[][] covariance = {{8.0 / 3, 0}, {0, 2.0 / 3}};
    Mahalanobis given = Mahalanobis.of(new double[] {0, 0}, covariance).orElseThrow();
    assertThat(given.squaredDistance(new double[] {2, 1}).orElseThrow())
        .isCloseTo(3, within(1e-15));
  }

  @Test
  void covariancesThatAreGivenHaveAnInverse() {
    double[] means = {0, 0};
    assertThat(Mahalanobis.of(means, new double[][] {{1, 1}, {1, 1}})).isEmpty();
    assertThat(Mahalanobis.of(means, new double[][] {{1, 2}, {2, 1}})).isEmpty();
    assertThat(Mahalanobis.of(means, new double[][] {{0, 0}, {0, 1}})).isEmpty();
  }

  @Test
  void covariancesThatAreGivenFitTheMeansAndEachOther() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mahalanobis.of(new double[] {0, 0}, new double[][] {{1}}))
        .withMessage("2 means and 1 lines of covariances");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mahalanobis.of(new double[] {0, 0}, new double[][] {{1, 0}, {1}}))
        .withMessage("mean and line 1 of the covariances: 0.0 and [1.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mahalanobis.of(new double[] {0, 0}, new double[][] {{1, 0}, {0.5, 1}}))
        .withMessage("covariances of items 1 and 0 must be finite and equal: 0.5 and 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mahalanobis.of(new double[] {NO_ANSWER}, new double[][] {{1}}))
        .withMessage("mean and line 0 of the covariances: NaN and [1.0]");
  }

  @Test
  void incompleteRowsHaveNoDistanceAndChangeNoOther() {
    double[][] answers = {{2, 0}, {-2, 0}, {NO_ANSWER, 9}, {0, 1}, {0, -1}};
    Mahalanobis mahalanobis = Mahalanobis.from(answers).orElseThrow();
    assertThat(mahalanobis.squaredDistance(answers[2])).isEmpty();
    assertThat(mahalanobis.squaredDistance(answers[0]))
        .isEqualTo(Mahalanobis.from(DIAMOND).orElseThrow().squaredDistance(DIAMOND[0]));
  }

  @Test
  void needsACovarianceThatHasAnInverse() {
    assertThat(Mahalanobis.from(new double[][] {{1, 2}, {2, 1}})).isEmpty();
    assertThat(Mahalanobis.from(new double[][] {{1, 3}, {2, 3}, {3, 3}, {5, 3}}))
        .isEmpty();
    assertThat(Mahalanobis.from(new double[][] {{1, 2}, {2, 4}, {3, 6}, {5, 10}}))
        .isEmpty();
    assertThat(Mahalanobis.from(new double[][] {{1, NO_ANSWER}, {2, 1}, {3, 7}}))
        .isEmpty();
  }

  /** One degree of freedom at 0.95 is 1.96 squared; two have the closed form -2 ln(1 - p). */
  @Test
  void cutOffHasOneDegreeOfFreedomForEachItem() {
    Mahalanobis mahalanobis = Mahalanobis.from(DIAMOND).orElseThrow();
    assertThat(mahalanobis.items()).isEqualTo(2);
    assertThat(mahalanobis.cutOff(0.999)).isCloseTo(-2 * Math.log(0.001), within(1e-12));
  }

  /** By scipy 1.17.1, chi2.ppf(p, df). */
  @Test
  void quantilesByScipy() {
    assertQuantile(1e-6, 1, 1.5707963267957187e-12);
    assertQuantile(1e-6, 50, 15.85506281564832);
    assertQuantile(0.001, 1, 1.5707971492624921e-06);
    assertQuantile(0.001, 3, 0.024297585815692732);
    assertQuantile(0.01, 10, 2.5582121601872063);
    assertQuantile(0.5, 1, 0.454936423119572);
    assertQuantile(0.5, 200, 199.33372983863097);
    assertQuantile(0.9, 2, 4.605170185988092);
    assertQuantile(0.99, 50, 76.1538912490127);
    assertQuantile(0.999, 1, 10.827566170662733);
    assertQuantile(0.999, 100, 149.44925277903886);
    assertQuantile(0.999999999, 1, 37.32489310651872);
    assertQuantile(0.999999999, 50, 134.86856327927802);
    assertQuantile(0.999999999, 200, 344.1420797400043);
  }

  private static void assertQuantile(double p, int degreesOfFreedom, double expected) {
    assertThat(ChiSquare.quantile(p, degreesOfFreedom))
        .as("p %s with %d degrees of freedom", p, degreesOfFreedom)
        .isCloseTo(expected, Percentage.withPercentage(1e-9));
  }

  @Test
  void refusesWhatDoesNotFit() {
    Mahalanobis mahalanobis = Mahalanobis.from(DIAMOND).orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mahalanobis.cutOff(1))
        .withMessage("confidence must be in (0, 1): 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mahalanobis.squaredDistance(new double[] {1}))
        .withMessage("1 answers for 2 items");
    assertThatIllegalArgumentException().isThrownBy(() -> Mahalanobis.from(new double[0][]));
  }
}
