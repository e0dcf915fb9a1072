package org.xinheng.validation.distribution;

/**
 * Single terms of the binomial and the Poisson distribution, also for counts that are not whole, to nearly all digits.
 *
 * <p>Written out, the logarithm of such a term is a small difference of large numbers. Loader's form takes the large
 * parts out before they are computed: what is left is the error of Stirling's formula and the deviance of the count from
 * its expectation, both of which have series without cancellation.
 *
 * @see "Loader (2000), Fast and accurate computation of binomial probabilities"
 */
final class Terms {

  private static final double LOG_2_PI = Math.log(2 * Math.PI);

  /** From here on a few terms of the series of Stirling's error are enough. */
  private static final double LARGE = 16;

  private Terms() {}

  /** {@code Γ(n+1) / (Γ(x+1) Γ(n-x+1)) p^x q^(n-x)}, with {@code q = 1 - p} given apart. */
  static double binomial(double x, double n, double p, double q) {
    if (p == 0 || q == 0) {
      return (p == 0 ? x : n - x) == 0 ? 1 : 0;
    }
    if (x == 0 || x == n) {
      return Math.exp(x == 0 ? n * log(q, p) : n * log(p, q));
    }
    double exponent = stirlingError(n)
        - stirlingError(x)
        - stirlingError(n - x)
        - deviance(x, n * p)
        - deviance(n - x, n * q);
    return Math.exp(exponent - 0.5 * (LOG_2_PI + Math.log(x) + Math.log1p(-x / n)));
  }

  /** {@code mean^x exp(-mean) / Γ(x+1)}. */
  static double poisson(double x, double mean) {
    if (mean == 0) {
      return x == 0 ? 1 : 0;
    }
    if (x == 0) {
      return Math.exp(-mean);
    }
    return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
  }

  private static double log(double p, double q) {
    return p > 0.5 ? Math.log1p(-q) : Math.log(p);
  }

  /** {@code log Γ(n+1) - ((n + 1/2) log n - n + log sqrt(2π))}, for n above 0. */
  private static double stirlingError(double n) {
    double error = 0;
    double m = n;
    while (m < LARGE) {
      error += (m + 0.5) * Math.log1p(1 / m) - 1;
      m++;
    }
    double square = m * m;
    double series = 1.0 / 1188 - 691.0 / 360360 / square;
    series = 1.0 / 1680 - series / square;
    series = 1.0 / 1260 - series / square;
    series = 1.0 / 360 - series / square;
    return error + (1.0 / 12 - series / square) / m;
  }

  /** {@code x log(x/mean) + mean - x}, for x above 0. */
  private static double deviance(double x, double mean) {
    double difference = x - mean;
    if (Math.abs(difference) >= 0.1 * (x + mean)) {
      return x * Math.log(x / mean) - difference;
    }
    double v = difference / (x + mean);
    double sum = difference * v;
    double power = 2 * x * v;
    for (int j = 1; ; j++) {
      power *= v * v;
      double next = sum + power / (2 * j + 1);
      if (next == sum) {
        return sum;
      }
      sum = next;
    }
  }
}
