package org.xinheng.validation.regression;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/** The likelihood of a proportional odds model and the way up to its maximum. */
final class OrdinalSteps {

  private final int[] y;
  private final double[][] x;
  private final double[] weights;
  private final double[] offsets;
  private final int limits;
  private double[] at = {};
  private double value;
  private double[] gradient = {};
  private double[][] information = {};

  OrdinalSteps(int[] y, double[][] x, double[] weights, double[] offsets, int limits) {
    this.y = y;
    this.x = x;
    this.weights = weights;
    this.offsets = offsets;
    this.limits = limits;
  }

  double[] at() {
    return at.clone();
  }

  double logLikelihood() {
    return value;
  }

  double[][] information() {
    return information;
  }

  /** Climbs; whether it came to rest at a maximum. */
  boolean climb(double[] start, int most) {
    at = start.clone();
    value = valueAt(at);
    for (int step = 0; step < most; step++) {
      look();
      DecompositionSolver solver =
          new LUDecomposition(new Array2DRowRealMatrix(information, false), 1e-14).getSolver();
      if (!solver.isNonSingular()) {
        return false;
      }
      double[] move = solver.solve(new ArrayRealVector(gradient, false)).toArray();
      double farthest = Arrays.stream(move).map(Math::abs).max().orElse(0);
      if (!(farthest > 1e-12)) {
        return true;
      }
      if (!step(move, farthest < 1e-6)) {
        return farthest < 1e-6;
      }
    }
    return false;
  }

  /** Goes as far as the likelihood does not fall; near the top it cannot be told from rounding, and the step is taken. */
  private boolean step(double[] move, boolean isNear) {
    for (double scale = 1; scale > 1e-9; scale /= 2) {
      double[] next = at.clone();
      for (int i = 0; i < next.length; i++) {
        next[i] += scale * move[i];
      }
      double found = valueAt(next);
      if (found >= value || (isNear && found >= value - 1e-9 * Math.abs(value))) {
        at = next;
        value = found;
        return true;
      }
    }
    return false;
  }

  private double predictor(double[] parameters, int i) {
    double eta = offsets[i];
    for (int j = 0; j < x[i].length; j++) {
      eta += x[i][j] * parameters[limits + j];
    }
    return eta;
  }

  private double upper(double[] parameters, int i, double eta) {
    return y[i] == limits ? Double.POSITIVE_INFINITY : parameters[y[i]] - eta;
  }

  private double lower(double[] parameters, int i, double eta) {
    return y[i] == 0 ? Double.NEGATIVE_INFINITY : parameters[y[i] - 1] - eta;
  }

  /** {@code NaN} where limits are out of order. */
  private double valueAt(double[] parameters) {
    for (int k = 1; k < limits; k++) {
      if (!(parameters[k] > parameters[k - 1])) {
        return Double.NaN;
      }
    }
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double eta = predictor(parameters, i);
      sum += weights[i] * logBetween(lower(parameters, i, eta), upper(parameters, i, eta));
    }
    return sum;
  }

  /** The log of the share of the logistic curve between two points, with all digits in both tails. */
  private static double logBetween(double lower, double upper) {
    if (lower == Double.NEGATIVE_INFINITY) {
      return -softPlus(-upper);
    }
    if (upper == Double.POSITIVE_INFINITY) {
      return -softPlus(lower);
    }
    return Math.log(-Math.expm1(lower - upper)) - softPlus(lower) - softPlus(-upper);
  }

  /** {@code ln(1 + exp(z))}. */
  private static double softPlus(double z) {
    return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
  }

  private static double below(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  /**
   * Gradient and curvature. With u and l the two ends, {@code ln p = ln(1 - exp(l - u)) - s(l) - s(-u)}, s being the soft plus, so
   * that the derivatives are sums of shares of the curve and do not cancel.
   */
  private void look() {
    int size = at.length;
    gradient = new double[size];
    information = new double[size][size];
    double[] ends = new double[size];
    double[] other = new double[size];
    for (int i = 0; i < y.length; i++) {
      double eta = predictor(at, i);
      double upper = upper(at, i, eta);
      double lower = lower(at, i, eta);
      boolean isInner = y[i] > 0 && y[i] < limits;
      double odds = isInner ? 1 / Math.expm1(upper - lower) : 0;
      double curve = odds * (1 + odds);
      double ofUpper = y[i] == limits ? 0 : 1 - below(upper);
      double ofLower = y[i] == 0 ? 0 : -below(lower);
      double byUpper = y[i] == limits ? 0 : odds + ofUpper;
      double byLower = y[i] == 0 ? 0 : -odds + ofLower;
      double upperUpper = y[i] == limits ? 0 : curve + ofUpper * (1 - ofUpper);
      double lowerLower = y[i] == 0 ? 0 : curve - ofLower * (1 + ofLower);
      Arrays.fill(ends, 0);
      Arrays.fill(other, 0);
      if (y[i] < limits) {
        ends[y[i]] = 1;
      }
      if (y[i] > 0) {
        other[y[i] - 1] = 1;
      }
      for (int j = 0; j < x[i].length; j++) {
        ends[limits + j] = y[i] < limits ? -x[i][j] : 0;
        other[limits + j] = y[i] > 0 ? -x[i][j] : 0;
      }
      add(ends, other, weights[i], byUpper, byLower, upperUpper, lowerLower, isInner ? curve : 0);
    }
  }

  private void add(
      double[] u,
      double[] l,
      double weight,
      double byUpper,
      double byLower,
      double upperUpper,
      double lowerLower,
      double cross) {
    for (int a = 0; a < u.length; a++) {
      gradient[a] += weight * (u[a] * byUpper + l[a] * byLower);
      for (int b = 0; b < u.length; b++) {
        information[a][b] += weight
            * (u[a] * u[b] * upperUpper
                + l[a] * l[b] * lowerLower
                - (u[a] * l[b] + l[a] * u[b]) * cross);
      }
    }
  }
}
