package org.xinheng.validation.summary;

import org.xinheng.scoring.Normal;
import org.xinheng.validation.Interval;
import org.xinheng.validation.distribution.StudentT;

/**
 * Scores of two groups that ought to differ, if the score measures what it is meant to.
 *
 * @param first moments of the group that ought to score higher
 * @param second moments of the other
 * @param dominance Cliff's delta, the same as the rank-biserial correlation: how often one of the first scores above one of the
 *     second, less how often below; twice the area under the ROC curve less 1
 */
public record KnownGroups(Moments first, Moments second, double dominance) {

  /** Of two groups; missing scores ({@code NaN}) are left out. */
  public static KnownGroups of(double[] first, double[] second) {
    double[] x = Moments.sorted(first);
    double[] y = Moments.sorted(second);
    double above = 0;
    int less = 0;
    int notMore = 0;
    for (double score : x) {
      while (less < y.length && y[less] < score) {
        less++;
      }
      while (notMore < y.length && y[notMore] <= score) {
        notMore++;
      }
      above += less - (y.length - notMore);
    }
    return new KnownGroups(
        Moments.of(first), Moments.of(second), above / ((double) x.length * y.length));
  }

  /** Mean of the first less mean of the second. */
  public double difference() {
    return first.mean() - second.mean();
  }

  private double squareOfError(Moments of) {
    return of.variance() / of.n();
  }

  private double standardError() {
    return Math.sqrt(squareOfError(first) + squareOfError(second));
  }

  /** Welch's t, which takes the variances as they are. */
  public double t() {
    return difference() / standardError();
  }

  /** Degrees of freedom of Welch's t by Welch and Satterthwaite. */
  public double df() {
    double a = squareOfError(first);
    double b = squareOfError(second);
    return (a + b) * (a + b) / (a * a / (first.n() - 1.0) + b * b / (second.n() - 1.0));
  }

  /** Of Welch's test, two-sided. */
  public double p() {
    return StudentT.beyond(t(), df());
  }

  /** The interval of the difference of means by Welch's t. */
  public Interval differenceInterval(double level) {
    double df = df();
    return df > 0
        ? Interval.around(difference(), StudentT.critical(level, df) * standardError())
        : Interval.UNDEFINED;
  }

  /** Cohen's d: the difference in standard deviations within both groups. */
  public double cohenD() {
    double within = (first.n() - 1.0) * first.variance() + (second.n() - 1.0) * second.variance();
    return difference() / Math.sqrt(within / (first.n() + second.n() - 2.0));
  }

  /**
   * The interval of {@link #cohenD} for large groups.
   *
   * @see "Hedges and Olkin (1985), Statistical Methods for Meta-Analysis, chapter 5"
   */
  public Interval cohenDInterval(double level) {
    double n = (double) first.n() + second.n();
    double d = cohenD();
    double variance = n / ((double) first.n() * second.n()) + d * d / (2 * n);
    return Interval.around(d, Normal.critical(level) * Math.sqrt(variance));
  }

  /** Cohen's d less its bias in small groups. */
  public double hedgesG() {
    double n = (double) first.n() + second.n();
    return cohenD() * (1 - 3 / (4 * n - 9));
  }
}
