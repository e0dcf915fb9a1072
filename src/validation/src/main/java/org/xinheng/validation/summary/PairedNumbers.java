package org.xinheng.validation.summary;

import java.util.Arrays;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.Interval;
import org.xinheng.validation.distribution.StudentT;

/** Two numbers of each person; who lacks one of them is left out. */
public final class PairedNumbers {

  private final double[] x;
  private final double[] y;

  private PairedNumbers(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /** Pairs two arrays of the same length. */
  public static PairedNumbers of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "as many first as second numbers are needed: " + x.length + ", " + y.length);
    }
    double[] keptX = new double[x.length];
    double[] keptY = new double[x.length];
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
        keptX[n] = x[i];
        keptY[n++] = y[i];
      }
    }
    return new PairedNumbers(Arrays.copyOf(keptX, n), Arrays.copyOf(keptY, n));
  }

  public int n() {
    return x.length;
  }

  /** A copy of the first numbers of the pairs. */
  public double[] first() {
    return x.clone();
  }

  /** A copy of the second numbers of the pairs. */
  public double[] second() {
    return y.clone();
  }

  /** Second less first. */
  public double[] differences() {
    double[] differences = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      differences[i] = y[i] - x[i];
    }
    return differences;
  }

  /** With divisor n - 1; {@code NaN} for fewer than two pairs. */
  public double covariance() {
    return n() < 2 ? Double.NaN : products(x, y) / (n() - 1.0);
  }

  /** Pearson's correlation; {@code NaN} if one of the two is constant. */
  public double pearson() {
    return correlation(x, y);
  }

  /** Pearson's correlation of the ranks, ties sharing theirs. */
  public double spearman() {
    return correlation(ranks(x), ranks(y));
  }

  private static double correlation(double[] a, double[] b) {
    double r = products(a, b) / Math.sqrt(products(a, a) * products(b, b));
    return Math.max(-1, Math.min(1, r));
  }

  private static double products(double[] a, double[] b) {
    double meanA = Moments.of(a).mean();
    double meanB = Moments.of(b).mean();
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum;
  }

  /** The ranks of numbers from 1 on, ties sharing theirs. */
  public static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int first = firstAt(sorted, values[i]);
      int last = first;
      while (last + 1 < sorted.length && sorted[last + 1] == values[i]) {
        last++;
      }
      ranks[i] = (first + last) / 2.0 + 1;
    }
    return ranks;
  }

  private static int firstAt(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** {@code r sqrt((n - 2) / (1 - r²))}. */
  public static double t(double r, int n) {
    return r * Math.sqrt((n - 2) / (1 - r * r));
  }

  /** The two-sided p value of a correlation by Student's t with n - 2 degrees of freedom. */
  public static double p(double r, int n) {
    return StudentT.beyond(t(r, n), n - 2.0);
  }

  /** The interval of a correlation by Fisher's z; undefined for fewer than four pairs. */
  public static Interval interval(double r, int n, double level) {
    if (n < 4 || Double.isNaN(r)) {
      return Interval.UNDEFINED;
    }
    double z = atanh(r);
    double half = Normal.critical(level) / Math.sqrt(n - 3.0);
    return new Interval(Math.tanh(z - half), Math.tanh(z + half));
  }

  private static double atanh(double r) {
    return 0.5 * Math.log1p(2 * r / (1 - r));
  }

  /**
   * Kendall's tau with correction for ties in both.
   *
   * @param tau tau-b
   * @param z its numerator by the square root of its variance under independence given the ties, without correction for
   *     continuity
   * @param p two-sided
   */
  public record Kendall(double tau, double z, double p) {}

  /** Kendall's tau-b, pair by pair. */
  public Kendall kendall() {
    double s = 0;
    int n = n();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        s += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
      }
    }
    Ties a = Ties.of(x);
    Ties b = Ties.of(y);
    double pairs = n * (n - 1.0) / 2;
    double tau = s / Math.sqrt((pairs - a.pairs) * (pairs - b.pairs));
    double v0 = n * (n - 1.0) * (2.0 * n + 5);
    double v1 = 4 * a.pairs * b.pairs / (2.0 * n * (n - 1.0));
    double v2 = a.triples * b.triples / (9.0 * n * (n - 1.0) * (n - 2.0));
    double z = s / Math.sqrt((v0 - a.weighted - b.weighted) / 18 + v1 + v2);
    return new Kendall(tau, z, Normal.beyond(z));
  }

  /**
   * Groups of equal numbers.
   *
   * @param pairs sum of {@code t (t - 1) / 2}
   * @param triples sum of {@code t (t - 1)(t - 2)}
   * @param weighted sum of {@code t (t - 1)(2t + 5)}
   */
  private record Ties(double pairs, double triples, double weighted) {

    static Ties of(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double pairs = 0;
      double triples = 0;
      double weighted = 0;
      int start = 0;
      for (int i = 1; i <= sorted.length; i++) {
        if (i == sorted.length || sorted[i] != sorted[start]) {
          double t = i - start;
          pairs += t * (t - 1) / 2;
          triples += t * (t - 1) * (t - 2);
          weighted += t * (t - 1) * (2 * t + 5);
          start = i;
        }
      }
      return new Ties(pairs, triples, weighted);
    }
  }
}
