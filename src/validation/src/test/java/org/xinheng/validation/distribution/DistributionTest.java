package org.xinheng.validation.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** Against numbers of R 4.2.2, each with its call. */
class DistributionTest {

  @Test
  void tailsKeepTheirDigits() {
    // pbeta(1e-10, 0.5, 7); pbeta(0.999, 300, 2.5, lower=FALSE); pbeta(0.4, 3000, 4000)
    same(Beta.below(1e-10, 0.5, 7), 2.932617186913476e-05);
    same(Beta.above(0.999, 300, 2.5), 0.01207929038160879);
    same(Beta.below(0.4, 3000, 4000), 5.858827065713663e-07);
    // pt(12.3, 5.5, lower=FALSE); pf(60, 3, 17.5, lower=FALSE); pchisq(200, 11, lower=FALSE);
    // pchisq(0.001, 11)
    same(StudentT.above(12.3, 5.5), 1.642980962831995e-05);
    same(FisherF.above(60, 3, 17.5), 2.059518548458534e-09);
    same(ChiSquared.above(200, 11), 7.43844206496457e-37);
    same(ChiSquared.below(0.001, 11), 2.426229219941672e-21);
    // pchisq(12, 5, ncp=7.5)
    same(ChiSquared.noncentralBelow(12, 5, 7.5), 0.5272589620470876);
  }

  @Test
  void quantiles() {
    // qbeta(0.025, 2.5, 7.5), qbeta(0.975, 0.5, 36.5), qbeta(1e-8, 0.3, 2), qt(0.975, 3.3),
    // qf(0.025, 17, 36)
    same(Beta.quantile(0.025, 2.5, 7.5), 0.04930192297659405);
    same(Beta.quantile(0.975, 0.5, 36.5), 0.06694448234237449);
    same(Beta.quantile(1e-8, 0.3, 2), 8.985084359347154e-28);
    same(StudentT.quantile(0.975, 3.3), 3.024874461840807);
    same(FisherF.quantile(0.025, 17, 36), 0.4061066647996397);
    // qchisq(0.95, 7.5), qchisq(1e-6, 3)
    same(ChiSquared.quantile(0.95, 7.5), 14.79116235352586);
    same(ChiSquared.quantile(1e-6, 3), 0.0002418104872012428);
  }

  @Test
  void quantilesReturnWhatTheyCameFrom() {
    for (double a : new double[] {0.5, 1, 2.5, 40, 1000.5}) {
      for (double b : new double[] {0.5, 1, 3, 77, 20000}) {
        for (double p : new double[] {1e-12, 0.001, 0.025, 0.5, 0.975}) {
          assertThat(Beta.below(Beta.quantile(p, a, b), a, b))
              .as("%s %s %s", p, a, b)
              .isCloseTo(p, withinPercentage(1e-9));
        }
      }
    }
  }

  private static void same(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, withinPercentage(1e-11));
  }
}
