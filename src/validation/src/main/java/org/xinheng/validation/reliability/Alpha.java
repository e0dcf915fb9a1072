package org.xinheng.validation.reliability;

import org.xinheng.validation.Interval;
import org.xinheng.validation.distribution.FisherF;
import org.xinheng.validation.summary.Covariances;

/**
 * The internal consistency of a sum of items.
 *
 * @param items at least two
 * @param n people
 * @param raw Cronbach's alpha, {@code k/(k-1) (1 - Σ variances / variance of the sum)}, at most 1 and possibly negative;
 *     {@code NaN} if all sums are equal. For items answered 0 or 1 it is Kuder and Richardson's formula 20
 * @param standardised alpha of the items divided by their standard deviations
 * @param g6 Guttman's lambda 6: {@code 1 - Σ (1 - smc) / Σ correlations}; {@code NaN} if an item follows from others
 * @param averageR the mean correlation of two items
 * @param standardError of raw alpha
 * @see "Cronbach (1951), Psychometrika 16, 297-334; Guttman (1945), Psychometrika 10, 255-282"
 */
public record Alpha(
    int items,
    int n,
    double raw,
    double standardised,
    double g6,
    double averageR,
    double standardError) {

  /** From covariances of the items, reversed ones already reversed. */
  public static Alpha of(Covariances items) {
    int k = items.size();
    double factor = k / (k - 1.0);
    double total = items.sum();
    double ofCorrelations = 0;
    for (double[] row : items.correlations()) {
      for (double value : row) {
        ofCorrelations += value;
      }
    }
    double unexplained = k;
    for (double smc : items.squaredMultipleCorrelations()) {
      unexplained -= smc;
    }
    return new Alpha(
        k,
        items.rows(),
        factor * (1 - items.trace() / total),
        factor * (1 - k / ofCorrelations),
        1 - unexplained / ofCorrelations,
        (ofCorrelations - k) / (k * (k - 1.0)),
        Math.sqrt(variance(items, total) / items.rows()));
  }

  /** Duhachek and Iacobucci's {@code Q}. */
  private static double variance(Covariances items, double total) {
    int k = items.size();
    double trace = items.trace();
    double traceOfSquare = 0;
    double sumOfSquare = 0;
    for (int i = 0; i < k; i++) {
      double sum = 0;
      for (int j = 0; j < k; j++) {
        sum += items.value(i, j);
        traceOfSquare += items.value(i, j) * items.value(i, j);
      }
      sumOfSquare += sum * sum;
    }
    double bracket = total * (traceOfSquare + trace * trace) - 2 * trace * sumOfSquare;
    return 2.0 * k * k / ((k - 1.0) * (k - 1.0) * total * total * total) * bracket;
  }

  /**
   * The interval for normal scores and equal covariances.
   *
   * @see "Feldt, Woodruff and Salih (1987), Applied Psychological Measurement 11, 93-103"
   */
  public Interval feldtInterval(double level) {
    double half = (1 - level) / 2;
    double df1 = n - 1.0;
    double df2 = df1 * (items - 1.0);
    return new Interval(
        1 - (1 - raw) * FisherF.quantile(1 - half, df1, df2),
        1 - (1 - raw) * FisherF.quantile(half, df1, df2));
  }

  /**
   * {@code raw ± z se}, whatever the covariances.
   *
   * @param z 1.96 for the customary interval
   * @see "Duhachek and Iacobucci (2004), Journal of Applied Psychology 89, 792-808"
   */
  public Interval duhachekInterval(double z) {
    return Interval.around(raw, z * standardError);
  }

  /**
   * Kuder and Richardson's formula 21, which takes all items for equally hard.
   *
   * @param items answered 0 or 1
   * @param mean of the sums
   * @param variance of the sums
   */
  public static double kuderRichardson21(int items, double mean, double variance) {
    return items / (items - 1.0) * (1 - mean * (items - mean) / (items * variance));
  }
}
