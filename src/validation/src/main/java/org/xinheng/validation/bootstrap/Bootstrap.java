package org.xinheng.validation.bootstrap;

import java.util.Arrays;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.Interval;
import org.xinheng.validation.RandomNumbers;
import org.xinheng.validation.Watch;
import org.xinheng.validation.summary.Moments;
import org.xinheng.validation.summary.QuantileType;

/**
 * A statistic of a sample and of samples drawn from it.
 *
 * @see "Davison and Hinkley (1997), Bootstrap Methods and their Application, chapter 5"
 */
public final class Bootstrap {

  private final double original;
  private final double[] replicates;
  private final double[] sorted;

  private Bootstrap(double original, double[] replicates) {
    this.original = original;
    this.replicates = replicates;
    this.sorted = Moments.sorted(replicates);
  }

  /** Of values worked out elsewhere. */
  public static Bootstrap of(double original, double... replicates) {
    return new Bootstrap(original, replicates.clone());
  }

  /**
   * Draws samples and works the statistic out for each.
   *
   * @param n rows of the sample
   * @param times samples to draw
   * @throws java.util.concurrent.CancellationException if the watch stops it
   */
  public static Bootstrap run(
      Statistic statistic, int n, Resampling resampling, int times, long seed, Watch watch) {
    RandomNumbers random = new RandomNumbers(seed);
    double[] replicates = new double[times];
    for (int b = 0; b < times; b++) {
      replicates[b] = statistic.of(resampling.draw(random));
      watch.step(b + 1L, times);
    }
    return new Bootstrap(statistic.original(n), replicates);
  }

  public double original() {
    return original;
  }

  /** A copy of the values of the samples drawn, in their order, the undefined ones among them. */
  public double[] replicates() {
    return replicates.clone();
  }

  /** Samples for which the statistic is not defined; everything below leaves them out. */
  public int undefined() {
    return replicates.length - sorted.length;
  }

  public double mean() {
    return Moments.of(sorted).mean();
  }

  /** The standard error. */
  public double sd() {
    return Moments.of(sorted).sd();
  }

  public double bias() {
    return mean() - original;
  }

  /** Between quantiles of the replicates, of type 7. */
  public Interval percentile(double level) {
    double half = (1 - level) / 2;
    return new Interval(
        QuantileType.TYPE_7.of(sorted, half), QuantileType.TYPE_7.of(sorted, 1 - half));
  }

  /** Between quantiles at ranks {@code (R + 1) α}, interpolated on the scale of normal quantiles. */
  public Interval interpolatedPercentile(double level) {
    double half = (1 - level) / 2;
    return new Interval(interpolated(half), interpolated(1 - half));
  }

  /** The interpolated percentiles mirrored at the statistic. */
  public Interval basic(double level) {
    Interval percentile = interpolatedPercentile(level);
    return new Interval(2 * original - percentile.upper(), 2 * original - percentile.lower());
  }

  /** The statistic less its bias, {@code ± z sd}. */
  public Interval normal(double level) {
    return Interval.around(original - bias(), Normal.critical(level) * sd());
  }

  /** How far the original lies from the median of the replicates, as a normal deviate. */
  public double z0() {
    long below = Arrays.stream(sorted).filter(value -> value < original).count();
    return Normal.quantile((double) below / sorted.length);
  }

  /** How much the standard error changes with the statistic: {@code Σ L³ / (6 (Σ L²)^1.5)}. */
  public static double acceleration(double... influence) {
    double squares = 0;
    double cubes = 0;
    for (double value : influence) {
      squares += value * value;
      cubes += value * value * value;
    }
    return cubes / (6 * Math.pow(squares, 1.5));
  }

  /**
   * Percentiles corrected for bias and for the change of the standard error.
   *
   * @param influence of each row, or group of rows, on the statistic
   * @return undefined if all replicates lie on one side of the original
   * @see "Efron (1987), Journal of the American Statistical Association 82, 171-185"
   */
  public Interval biasCorrected(double level, double... influence) {
    double z0 = z0();
    double a = acceleration(influence);
    if (Double.isInfinite(z0) || Double.isNaN(a)) {
      return Interval.UNDEFINED;
    }
    double half = (1 - level) / 2;
    return new Interval(
        interpolated(moved(z0, a, Normal.quantile(half))),
        interpolated(moved(z0, a, Normal.quantile(1 - half))));
  }

  private static double moved(double z0, double a, double z) {
    return Normal.below(z0 + (z0 + z) / (1 - a * (z0 + z)));
  }

  private double interpolated(double share) {
    int r = sorted.length;
    if (r == 0) {
      return Double.NaN;
    }
    double rank = (r + 1) * share;
    int k = (int) rank;
    if (k == 0 || k >= r) {
      return sorted[k == 0 ? 0 : r - 1];
    }
    if (k == rank) {
      return sorted[k - 1];
    }
    double low = Normal.quantile(k / (r + 1.0));
    double high = Normal.quantile((k + 1) / (r + 1.0));
    double part = (Normal.quantile(share) - low) / (high - low);
    return sorted[k - 1] + part * (sorted[k] - sorted[k - 1]);
  }
}
