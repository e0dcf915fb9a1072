package org.xinheng.scoring.careless;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Pearson's correlation of two lists of values. */
final class Correlation {

  private Correlation() {}

  /** Over the places where neither is NaN; empty with fewer than two, or where one side is all the same. */
  static OptionalDouble of(double[] x, double[] y) {
    double[] left = new double[x.length];
    double[] right = new double[x.length];
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
        left[n] = x[i];
        right[n] = y[i];
        n++;
      }
    }
    return ofComplete(Arrays.copyOf(left, n), Arrays.copyOf(right, n));
  }

  private static OptionalDouble ofComplete(double[] x, double[] y) {
    if (x.length < 2) {
      return OptionalDouble.empty();
    }
    double meanX = Rows.mean(x);
    double meanY = Rows.mean(y);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - meanX;
      double dy = y[i] - meanY;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
    if (xx == 0 || yy == 0) {
      return OptionalDouble.empty();
    }
    double r = xy / (Math.sqrt(xx) * Math.sqrt(yy));
    return OptionalDouble.of(Math.max(-1, Math.min(1, r)));
  }
}
