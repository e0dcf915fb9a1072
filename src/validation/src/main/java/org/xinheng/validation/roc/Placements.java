package org.xinheng.validation.roc;

import java.util.Arrays;
import org.xinheng.validation.Direction;

/**
 * For each case twice the number of controls that score lower plus the number that score the same, and for each control
 * the mirror image. Whole numbers, so that what should vanish vanishes.
 *
 * @see "DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845"
 * @see "Sun and Xu (2014), IEEE Signal Processing Letters 21, 1389-1393"
 */
final class Placements {

  /** In the order given. */
  final long[] ofCases;

  final long[] ofControls;

  private Placements(long[] ofCases, long[] ofControls) {
    this.ofCases = ofCases;
    this.ofControls = ofControls;
  }

  static Placements of(double[] cases, double[] controls) {
    return new Placements(placed(cases, controls, false), placed(controls, cases, true));
  }

  /** {@code 2 U}, the sum over all pairs. */
  long doubleU() {
    return Arrays.stream(ofCases).sum();
  }

  private static long[] placed(double[] values, double[] others, boolean above) {
    double[] sorted = others.clone();
    Arrays.parallelSort(sorted);
    long[] placed = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = countBelow(sorted, values[i], false);
      int atOrBelow = countBelow(sorted, values[i], true);
      placed[i] =
          above ? 2L * (sorted.length - atOrBelow) + (atOrBelow - below) : (long) below + atOrBelow;
    }
    return placed;
  }

  private static int countBelow(double[] sorted, double value, boolean orEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The rows of a sample that have a score, cases apart from controls, turned so that cases score high. */
  static final class Split {

    private final double[] cases;
    private final double[] controls;
    private final int missing;

    private Split(double[] cases, double[] controls, int missing) {
      this.cases = cases;
      this.controls = controls;
      this.missing = missing;
    }

    double[] cases() {
      return cases;
    }

    double[] controls() {
      return controls;
    }

    int missing() {
      return missing;
    }

    static Split of(double[] scores, boolean[] isCase, Direction direction) {
      if (scores.length != isCase.length) {
        throw new IllegalArgumentException(
            "as many scores as criteria are needed: " + scores.length + " and " + isCase.length);
      }
      int m = 0;
      int n = 0;
      for (int i = 0; i < scores.length; i++) {
        if (!Double.isNaN(scores[i])) {
          m += isCase[i] ? 1 : 0;
          n += isCase[i] ? 0 : 1;
        }
      }
      double[] cases = new double[m];
      double[] controls = new double[n];
      m = 0;
      n = 0;
      for (int i = 0; i < scores.length; i++) {
        if (Double.isNaN(scores[i])) {
          continue;
        }
        if (isCase[i]) {
          cases[m++] = direction.turned(scores[i]);
        } else {
          controls[n++] = direction.turned(scores[i]);
        }
      }
      return new Split(cases, controls, scores.length - m - n);
    }
  }
}
