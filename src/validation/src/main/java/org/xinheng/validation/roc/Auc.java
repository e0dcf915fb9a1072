package org.xinheng.validation.roc;

import java.util.Arrays;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.Direction;
import org.xinheng.validation.Interval;

/**
 * The area under a ROC curve: how often a case scores beyond a control, a tie counting one half.
 *
 * @param cases rows with the criterion and a score
 * @param controls rows without the criterion and with a score
 * @param missing rows without a score, which are left out
 * @param u the statistic of Mann and Whitney, {@code value * cases * controls}
 * @param value the area, from 0 to 1; {@code NaN} without a case or without a control
 * @param caseVariance variance (divisor {@code cases - 1}) of the placements of the cases; {@code NaN} for fewer than two
 * @param controlVariance variance of the placements of the controls
 * @param tieSum {@code sum of t³ - t} over groups of t equal scores
 */
public record Auc(
    int cases,
    int controls,
    int missing,
    double u,
    double value,
    double caseVariance,
    double controlVariance,
    double tieSum) {

  /**
   * The area under the curve of a score.
   *
   * @param scores one for each person; {@code NaN} for none
   * @param isCase the criterion, in the same order
   */
  public static Auc of(double[] scores, boolean[] isCase, Direction direction) {
    Placements.Split split = Placements.Split.of(scores, isCase, direction);
    double[] cases = split.cases();
    double[] controls = split.controls();
    int m = cases.length;
    int n = controls.length;
    Arrays.parallelSort(cases);
    Arrays.parallelSort(controls);
    SortedWalk walk = new SortedWalk(cases, controls);
    walk.run();
    double value = m == 0 || n == 0 ? Double.NaN : walk.doubleU / (2.0 * m * n);
    return new Auc(
        m,
        n,
        split.missing(),
        walk.doubleU / 2.0,
        value,
        variance(walk.caseSquares(), m, n),
        variance(walk.controlSquares(), n, m),
        walk.tieSum);
  }

  private static double variance(double squares, int n, int others) {
    return n < 2 || others == 0 ? Double.NaN : squares / (n - 1.0);
  }

  /** The variance of the area by DeLong; {@code NaN} for fewer than two cases or two controls. */
  public double variance() {
    return caseVariance / cases + controlVariance / controls;
  }

  public double standardError() {
    return Math.sqrt(variance());
  }

  /**
   * {@code value ± z se}, cut off at 0 and 1. For a curve that separates perfectly, either way, and for a constant score it
   * is {@linkplain Interval#isDegenerate() a point}, and says nothing about how precise the area is.
   */
  public Interval interval(double level) {
    return Interval.around(value, Normal.critical(level) * standardError()).within(0, 1);
  }

  /** The interval formed on the logit of the area, which stays inside; not defined at 0 and 1. */
  public Interval logitInterval(double level) {
    if (!(value > 0 && value < 1)) {
      return Interval.UNDEFINED;
    }
    double logit = Math.log(value / (1 - value));
    double half = Normal.critical(level) * standardError() / (value * (1 - value));
    return new Interval(1 / (1 + Math.exp(half - logit)), 1 / (1 + Math.exp(-half - logit)));
  }

  /**
   * The standard error under exponential scores.
   *
   * @see "Hanley and McNeil (1982), Radiology 143, 29-36"
   */
  public double hanleyMcNeilStandardError() {
    double square = value * value;
    double q1 = value / (2 - value);
    double q2 = 2 * square / (1 + value);
    double sum = value * (1 - value) + (cases - 1) * (q1 - square) + (controls - 1) * (q2 - square);
    return Math.sqrt(sum / ((double) cases * controls));
  }

  /** {@code 2 value - 1}, which is also Somers' D, Cliff's delta and the rank-biserial correlation. */
  public double gini() {
    return 2 * value - 1;
  }

  /** The two-sided p value of Mann and Whitney's test by the normal approximation with correction for ties. */
  public double mannWhitneyP() {
    return mannWhitneyP(0);
  }

  /** The same, with one half taken off the distance for continuity. */
  public double mannWhitneyPWithContinuity() {
    return mannWhitneyP(0.5);
  }

  private double mannWhitneyP(double correction) {
    double pairs = (double) cases * controls;
    double all = (double) cases + controls;
    double sigma = Math.sqrt(pairs / 12 * (all + 1 - tieSum / (all * (all - 1))));
    double distance = u - pairs / 2;
    double z = (distance - Math.signum(distance) * correction) / sigma;
    return Normal.beyond(z);
  }

  /** One pass over both groups in order of score: sums of placements and of their squared distances from the mean. */
  private static final class SortedWalk {

    private final double[] cases;
    private final double[] controls;
    private long doubleU;
    private double tieSum;
    private double caseSum;
    private double controlSum;

    SortedWalk(double[] cases, double[] controls) {
      this.cases = cases;
      this.controls = controls;
    }

    void run() {
      groups((value, casesBelow, tiedCases, controlsBelow, tiedControls) -> {
        doubleU += tiedCases * (2 * controlsBelow + tiedControls);
        double tied = (double) tiedCases + tiedControls;
        tieSum += tied * (tied * tied - 1);
      });
      double centreOfCases = (double) doubleU / Math.max(1, cases.length);
      double centreOfControls = (double) doubleU / Math.max(1, controls.length);
      groups((value, casesBelow, tiedCases, controlsBelow, tiedControls) -> {
        double ofCase = 2 * controlsBelow + tiedControls - centreOfCases;
        double ofControl =
            2 * (cases.length - casesBelow - tiedCases) + tiedCases - centreOfControls;
        caseSum += tiedCases * ofCase * ofCase;
        controlSum += tiedControls * ofControl * ofControl;
      });
    }

    double caseSquares() {
      double unit = 2.0 * controls.length;
      return caseSum / (unit * unit);
    }

    double controlSquares() {
      double unit = 2.0 * cases.length;
      return controlSum / (unit * unit);
    }

    private void groups(Group group) {
      int i = 0;
      int j = 0;
      while (i < cases.length || j < controls.length) {
        double value = j == controls.length || (i < cases.length && cases[i] <= controls[j])
            ? cases[i]
            : controls[j];
        int firstCase = i;
        int firstControl = j;
        while (i < cases.length && cases[i] == value) {
          i++;
        }
        while (j < controls.length && controls[j] == value) {
          j++;
        }
        group.see(value, firstCase, i - firstCase, firstControl, j - firstControl);
      }
    }

    private interface Group {
      void see(
          double value, long casesBelow, long tiedCases, long controlsBelow, long tiedControls);
    }
  }
}
