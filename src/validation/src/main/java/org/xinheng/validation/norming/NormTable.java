package org.xinheng.validation.norming;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.summary.Moments;

/**
 * What each raw score is worth in one group, straight from the group.
 *
 * @param n people with a score
 * @param missing people without
 * @param mean of the raw scores
 * @param sd of the raw scores, with divisor n - 1; {@code NaN} for fewer than two people
 * @param rows one a listed score, in their order
 */
public record NormTable(int n, int missing, double mean, double sd, List<Row> rows) {

  private static final double[] STANINE_EDGES = {4, 11, 23, 40, 60, 77, 89, 96};

  public NormTable {
    rows = List.copyOf(rows);
  }

  /**
   * One raw score. Linear standard scores are {@code NaN} where the group has no spread.
   *
   * @param raw the score
   * @param people who have it
   * @param below percentile rank: the share below it
   * @param mid the share below and half of those with it
   * @param atOrBelow the share at or below it
   * @param z {@code (raw - mean) / sd}; T is {@code 50 + 10 z} and the IQ-type score {@code 100 + 15 z}
   * @param normalisedZ the normal quantile of {@code mid}: infinite where nobody is below or above
   * @param stanine class of {@code mid}, whose edges are 4, 11, 23, 40, 60, 77, 89 and 96
   * @param sten {@code 5.5 + 2 z} to the nearest whole number, halves up, from 1 to 10
   */
  public record Row(
      double raw,
      int people,
      double below,
      double mid,
      double atOrBelow,
      double z,
      double normalisedZ,
      double stanine,
      double sten) {

    public double t() {
      return 50 + 10 * z;
    }

    public double iq() {
      return 100 + 15 * z;
    }

    public double normalisedT() {
      return 50 + 10 * normalisedZ;
    }

    /** One of the three ranks. */
    public double rank(PercentileRank rank) {
      return switch (rank) {
        case BELOW -> below;
        case MID -> mid;
        case AT_OR_BELOW -> atOrBelow;
      };
    }
  }

  /**
   * Of the scores of a group.
   *
   * @param scores of its people; {@code NaN} for none
   * @param listed the raw scores that the table is for
   */
  public static NormTable of(double[] scores, double... listed) {
    Moments moments = Moments.of(scores);
    double[] sorted = Moments.sorted(scores);
    List<Row> rows = new ArrayList<>();
    for (double raw : listed) {
      int below = first(sorted, raw, false);
      rows.add(row(raw, below, first(sorted, raw, true) - below, moments));
    }
    return new NormTable(moments.n(), moments.missing(), moments.mean(), moments.sd(), rows);
  }

  private static Row row(double raw, int below, int equal, Moments group) {
    int n = group.n();
    double mid = n == 0 ? Double.NaN : PercentileRank.MID.of(below, equal, n);
    double z = group.sd() > 0 ? (raw - group.mean()) / group.sd() : Double.NaN;
    return new Row(
        raw,
        equal,
        n == 0 ? Double.NaN : PercentileRank.BELOW.of(below, equal, n),
        mid,
        n == 0 ? Double.NaN : PercentileRank.AT_OR_BELOW.of(below, equal, n),
        z,
        n == 0 ? Double.NaN : Normal.quantile(mid / 100),
        stanine(mid),
        Math.min(10, Math.max(1, Math.floor(5.5 + 2 * z + 0.5))));
  }

  private static double stanine(double mid) {
    if (Double.isNaN(mid)) {
      return Double.NaN;
    }
    int stanine = 1;
    for (double edge : STANINE_EDGES) {
      stanine += mid > edge ? 1 : 0;
    }
    return stanine;
  }

  /** How many numbers are below a value, or at or below it. */
  private static int first(double[] sorted, double value, boolean after) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || (after && sorted[middle] == value)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
