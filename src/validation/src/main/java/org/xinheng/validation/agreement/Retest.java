package org.xinheng.validation.agreement;

import java.util.Arrays;
import org.xinheng.validation.Interval;
import org.xinheng.validation.summary.Moments;
import org.xinheng.validation.summary.PairedNumbers;

/**
 * The same people measured twice.
 *
 * @param first measurements of who has both
 * @param second measurements
 * @param change second less first
 * @param r correlation of both
 * @param icc analysis of variance of both
 */
public record Retest(
    Moments first, Moments second, Moments change, double r, IntraclassCorrelation icc) {

  /** The normal quantile that limits of agreement and reliable change customarily use. */
  public static final double CUSTOMARY = 1.96;

  /** Pairs measurements; who lacks one ({@code NaN}) is left out. */
  public static Retest of(double[] first, double[] second) {
    PairedNumbers pairs = PairedNumbers.of(first, second);
    double[] x = pairs.first();
    double[] y = pairs.second();
    double[][] rows = new double[x.length][];
    Arrays.setAll(rows, i -> new double[] {x[i], y[i]});
    return new Retest(
        Moments.of(x),
        Moments.of(y),
        Moments.of(pairs.differences()),
        pairs.pearson(),
        IntraclassCorrelation.of(rows));
  }

  public int n() {
    return first.n();
  }

  /** The interval of the correlation by Fisher's z. */
  public Interval correlationInterval(double level) {
    return PairedNumbers.interval(r, n(), level);
  }

  /** Mean change plus and minus 1.96 of its standard deviations. */
  public Interval limitsOfAgreement() {
    return change.around(CUSTOMARY);
  }

  /** The smallest change of one person that is hardly due to error: {@code 1.96 sqrt(2)} standard errors of agreement. */
  public double smallestDetectableChange() {
    return CUSTOMARY * Math.sqrt(2) * icc.standardErrorOfAgreement();
  }

  /** How change is judged, with this correlation as reliability. */
  public ReliableChange reliableChange() {
    return new ReliableChange(first.sd(), r);
  }

  /** The same with the mean change, of practice or season, taken off. */
  public double practiceAdjusted(double before, double after) {
    return (after - before - change.mean()) / reliableChange().standardErrorOfDifference();
  }
}
