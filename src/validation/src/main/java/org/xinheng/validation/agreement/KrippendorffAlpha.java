package org.xinheng.validation.agreement;

import java.util.Arrays;

/**
 * Krippendorff's alpha: 1 less observed by expected disagreement, for any number of raters, with missing ratings.
 *
 * @see "Krippendorff (2019), Content Analysis, 4th edition, chapter 12"
 */
public final class KrippendorffAlpha {

  /** How far two values disagree. */
  public enum Metric {
    NOMINAL {
      @Override
      double difference(double[] values, double[] counts, int a, int b) {
        return a == b ? 0 : 1;
      }
    },
    ORDINAL {
      @Override
      double difference(double[] values, double[] counts, int a, int b) {
        double sum = -(counts[a] + counts[b]) / 2;
        for (int c = Math.min(a, b); c <= Math.max(a, b); c++) {
          sum += counts[c];
        }
        return a == b ? 0 : sum * sum;
      }
    },
    INTERVAL {
      @Override
      double difference(double[] values, double[] counts, int a, int b) {
        return (values[a] - values[b]) * (values[a] - values[b]);
      }
    },
    RATIO {
      @Override
      double difference(double[] values, double[] counts, int a, int b) {
        return a == b ? 0 : Math.pow((values[a] - values[b]) / (values[a] + values[b]), 2);
      }
    };

    abstract double difference(double[] values, double[] counts, int a, int b);
  }

  private KrippendorffAlpha() {}

  /**
   * From ratings.
   *
   * @param ratings {@code ratings[target][rater]}; {@code NaN} for none. A target with fewer than two is left out
   * @return at most 1; {@code NaN} if all ratings are the same
   */
  public static double of(double[][] ratings, Metric metric) {
    return of(ratings, metric, false);
  }

  /**
   * What {@code kripp.alpha} of R's irr 0.84 gives: where no rating is missing it counts every pair of a target fully instead
   * of by {@code 1 / (raters - 1)}, which takes the sample for larger than it is. Close to {@link #of} for many targets.
   */
  public static double asIrr(double[][] ratings, Metric metric) {
    boolean complete =
        Arrays.stream(ratings).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
    return of(ratings, metric, complete);
  }

  private static double of(double[][] ratings, Metric metric, boolean fully) {
    double[] values = Arrays.stream(ratings)
        .map(KrippendorffAlpha::present)
        .filter(row -> row.length > 1)
        .flatMapToDouble(Arrays::stream)
        .sorted()
        .distinct()
        .toArray();
    int k = values.length;
    double[][] coincidences = new double[k][k];
    for (double[] target : ratings) {
      double[] present = present(target);
      for (int i = 0; i < present.length && present.length > 1; i++) {
        for (int j = 0; j < present.length; j++) {
          if (i != j) {
            int a = Arrays.binarySearch(values, present[i]);
            coincidences[a][Arrays.binarySearch(values, present[j])] +=
                fully ? 1 : 1 / (present.length - 1.0);
          }
        }
      }
    }
    double[] counts =
        Arrays.stream(coincidences).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double n = Arrays.stream(counts).sum();
    double observed = 0;
    double expected = 0;
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        double difference = metric.difference(values, counts, a, b);
        observed += coincidences[a][b] * difference;
        expected += counts[a] * counts[b] * difference;
      }
    }
    return 1 - (n - 1) * observed / expected;
  }

  private static double[] present(double[] ratings) {
    return Arrays.stream(ratings)
        .filter(rating -> !Double.isNaN(rating))
        .map(rating -> rating + 0.0)
        .toArray();
  }
}
