package org.xinheng.validation.accuracy;

/**
 * A smooth line through points: at each place a straight line fitted to the nearest two thirds, near ones counting more.
 *
 * <p>As R's {@code lowess} with {@code iter = 0}: a place closer to the last fitted one than a hundredth of the range is not fitted but
 * lies on the line to the next fitted one.
 *
 * @see "Cleveland (1979), Journal of the American Statistical Association 74, 829-836"
 */
final class Lowess {

  private static final double SPAN = 2.0 / 3;
  private static final double SKIPPED = 0.01;

  private final double[] x;
  private final double[] y;
  private final int near;

  private Lowess(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    this.near = Math.max(2, Math.min(x.length, (int) (SPAN * x.length + 1e-7)));
  }

  /**
   * Smooths.
   *
   * @param x in ascending order
   * @return the height of the line at each of them
   */
  static double[] of(double[] x, double[] y) {
    return x.length < 2 ? y.clone() : new Lowess(x, y).smoothed();
  }

  private double[] smoothed() {
    int n = x.length;
    double[] fit = new double[n];
    double delta = SKIPPED * (x[n - 1] - x[0]);
    int left = 0;
    int last = -1;
    int i = 0;
    while (last < n - 1) {
      while (left + near < n && x[i] - x[left] > x[left + near] - x[i]) {
        left++;
      }
      fit[i] = fitAt(i, left);
      between(fit, last, i);
      last = i;
      double edge = x[last] + delta;
      i = last + 1;
      while (i < n && x[i] <= edge) {
        if (x[i] == x[last]) {
          fit[i] = fit[last];
          last = i;
        }
        i++;
      }
      i = Math.max(last + 1, i - 1);
    }
    return fit;
  }

  /** Places between two fitted ones. */
  private void between(double[] fit, int last, int i) {
    for (int j = last + 1; last >= 0 && j < i; j++) {
      double share = (x[j] - x[last]) / (x[i] - x[last]);
      fit[j] = share * fit[i] + (1 - share) * fit[last];
    }
  }

  private double fitAt(int i, int left) {
    int right = left + near - 1;
    double reach = Math.max(x[i] - x[left], x[right] - x[i]);
    double sum = 0;
    double[] weights = new double[x.length];
    int end = left;
    for (int j = left; j < x.length; j++) {
      double distance = Math.abs(x[j] - x[i]);
      if (distance <= 0.999 * reach) {
        weights[j] = distance <= 0.001 * reach ? 1 : tricube(distance / reach);
        sum += weights[j];
        end = j + 1;
      } else if (x[j] > x[i]) {
        break;
      }
    }
    if (!(sum > 0)) {
      return y[i];
    }
    double mean = 0;
    for (int j = left; j < end; j++) {
      weights[j] /= sum;
      mean += weights[j] * x[j];
    }
    double spread = 0;
    for (int j = left; j < end; j++) {
      spread += weights[j] * (x[j] - mean) * (x[j] - mean);
    }
    boolean isSpread = Math.sqrt(spread) > 0.001 * (x[x.length - 1] - x[0]);
    double fit = 0;
    for (int j = left; j < end; j++) {
      double slope = isSpread ? (x[i] - mean) / spread * (x[j] - mean) : 0;
      fit += weights[j] * (1 + slope) * y[j];
    }
    return fit;
  }

  private static double tricube(double share) {
    double rest = 1 - share * share * share;
    return rest * rest * rest;
  }
}
