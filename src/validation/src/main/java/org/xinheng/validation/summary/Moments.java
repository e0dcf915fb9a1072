package org.xinheng.validation.summary;

import java.util.Arrays;
import org.xinheng.validation.Interval;

/**
 * Mean and spread of numbers.
 *
 * @param n how many
 * @param missing how many were left out, not being numbers
 * @param mean of them; {@code NaN} for none
 * @param variance with divisor {@code n - 1}; {@code NaN} for fewer than two
 * @param third mean of the third powers of the distances from the mean
 * @param fourth mean of the fourth powers
 */
public record Moments(
    int n, int missing, double mean, double variance, double third, double fourth) {

  /** Of the numbers among these. */
  public static Moments of(double... values) {
    int n = 0;
    double sum = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        n++;
        sum += value;
      }
    }
    double rough = sum / n;
    double rest = 0;
    for (double value : values) {
      rest += Double.isNaN(value) ? 0 : value - rough;
    }
    double mean = Double.isInfinite(rough) ? rough : rough + rest / n;
    double squares = 0;
    double cubes = 0;
    double fourths = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        double distance = value - mean;
        double square = distance * distance;
        squares += square;
        cubes += square * distance;
        fourths += square * square;
      }
    }
    double variance = n < 2 ? Double.NaN : squares / (n - 1.0);
    return new Moments(n, values.length - n, mean, variance, cubes / n, fourths / n);
  }

  public double sd() {
    return Math.sqrt(variance);
  }

  /** Third moment by the cube of the standard deviation: type 3 of Joanes and Gill. */
  public double skew() {
    return third / Math.pow(variance, 1.5);
  }

  /** Fourth moment by the square of the variance, less 3: type 3 of Joanes and Gill. */
  public double kurtosis() {
    return fourth / (variance * variance) - 3;
  }

  /** {@code mean ± width * sd}. */
  public Interval around(double width) {
    return Interval.around(mean, width * sd());
  }

  /** The numbers among these, sorted. */
  public static double[] sorted(double... values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
