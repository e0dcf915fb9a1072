package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** The normal curve to thirty digits, from its power series, for tests to compare with. */
final class ExactNormal {

  private static final MathContext DIGITS = new MathContext(40, RoundingMode.HALF_EVEN);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal TINY = new BigDecimal("1e-38");
  private static final BigDecimal SQRT_2_PI = new BigDecimal(
          "6.28318530717958647692528676655900576839433879875021164194988918461563")
      .sqrt(DIGITS);

  /** Beyond it less than 1e-25 of the curve is left. */
  private static final BigDecimal FARTHEST = BigDecimal.TEN;

  private static final Map<BigDecimal, BigDecimal> SHARES = new HashMap<>();
  private static final Map<BigDecimal, BigDecimal> QUANTILES = new HashMap<>();

  private ExactNormal() {}

  /** {@code 1/2 + φ(z) (z + z³/3 + z⁵/(3·5) + …)}. */
  static synchronized BigDecimal below(BigDecimal z) {
    return SHARES.computeIfAbsent(z, ExactNormal::series);
  }

  private static BigDecimal series(BigDecimal z) {
    if (z.abs().compareTo(FARTHEST) > 0) {
      return z.signum() < 0 ? BigDecimal.ZERO : BigDecimal.ONE;
    }
    BigDecimal square = z.multiply(z, DIGITS);
    BigDecimal term = z;
    BigDecimal sum = z;
    for (int k = 3; term.abs().compareTo(TINY) > 0; k += 2) {
      term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return HALF.add(density(z).multiply(sum, DIGITS), DIGITS);
  }

  /** By Newton's method from 0, which nears the quantile from one side. */
  static synchronized BigDecimal quantile(BigDecimal share) {
    return QUANTILES.computeIfAbsent(share, ExactNormal::newton);
  }

  private static BigDecimal newton(BigDecimal share) {
    BigDecimal z = BigDecimal.ZERO;
    BigDecimal step = BigDecimal.ONE;
    while (step.abs().compareTo(new BigDecimal("1e-25")) > 0) {
      step = share.subtract(series(z)).divide(density(z), DIGITS);
      z = z.add(step, DIGITS);
    }
    return z;
  }

  private static BigDecimal density(BigDecimal z) {
    return BigDecimal.ONE.divide(
        exp(z.multiply(z, DIGITS).divide(TWO)).multiply(SQRT_2_PI), DIGITS);
  }

  private static BigDecimal exp(BigDecimal x) {
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int k = 1; term.compareTo(TINY) > 0; k++) {
      term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }
}
