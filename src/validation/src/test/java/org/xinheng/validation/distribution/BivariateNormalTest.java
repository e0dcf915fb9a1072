package org.xinheng.validation.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.xinheng.scoring.Normal;

class BivariateNormalTest {

  @Test
  void quadrantsAreThoseOfSheppard() {
    for (double rho : new double[] {-1, -0.999999, -0.95, -0.5, 0, 0.3, 0.9, 0.925, 0.99, 1}) {
      assertThat(BivariateNormal.below(0, 0, rho))
          .as("rho %s", rho)
          .isCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), within(1e-15));
    }
  }

  @Test
  void valuesOfAnotherIntegral() {
    // Phi2(h, k) = integral of phi(x) Phi((k - rho x) / sqrt(1 - rho²)) up to h, by Simpson's rule
    // with 200,000 parts.
    double[][] points = {
      {1, -0.5, 0.4}, {-2, 1.5, 0.85}, {0.3, 0.31, 0.97}, {-1.2, -1.1, -0.95}, {2.5, -2.4, -0.91}
    };
    for (double[] at : points) {
      assertThat(BivariateNormal.below(at[0], at[1], at[2]))
          .as("%s %s %s", at[0], at[1], at[2])
          .isCloseTo(simpson(at[0], at[1], at[2]), within(1e-13));
    }
  }

  private static double simpson(double h, double k, double rho) {
    int parts = 200_000;
    double from = -12;
    double step = (h - from) / parts;
    double sum = 0;
    for (int i = 0; i <= parts; i++) {
      double x = from + i * step;
      double weight = i == 0 || i == parts ? 1 : i % 2 == 0 ? 2 : 4;
      sum += weight * Normal.density(x) * Normal.below((k - rho * x) / Math.sqrt(1 - rho * rho));
    }
    return sum * step / 3;
  }

  @Test
  void bothWaysMeetWhereTheyChange() {
    for (double h = -4; h <= 4; h += 0.37) {
      for (double k = -4; k <= 4; k += 0.41) {
        for (double sign : new double[] {-1, 1}) {
          double edge = 0.9 * sign;
          double slope = BivariateNormal.density(h, k, edge);
          double weak = BivariateNormal.below(h, k, edge);
          double strong = BivariateNormal.below(h, k, edge + sign * 1e-9);
          assertThat(strong - weak)
              .as("%s %s %s", h, k, edge)
              .isCloseTo(sign * 1e-9 * slope, within(1e-15));
        }
      }
    }
  }

  @Test
  void limitsWithoutBound() {
    double none = Double.NEGATIVE_INFINITY;
    double all = Double.POSITIVE_INFINITY;
    assertThat(BivariateNormal.below(none, 3, 0.5)).isZero();
    assertThat(BivariateNormal.below(all, none, 0.5)).isZero();
    assertThat(BivariateNormal.below(all, 1, 0.5)).isEqualTo(Normal.below(1));
    assertThat(BivariateNormal.below(all, all, -1)).isEqualTo(1);
    assertThat(BivariateNormal.below(1, 2, 1)).isEqualTo(Normal.below(1));
    assertThat(BivariateNormal.below(1, Double.NaN, 0.5)).isNaN();
    assertThatThrownBy(() -> BivariateNormal.below(0, 0, 1.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rho must be in [-1, 1]: 1.1");
  }
}
