package org.xinheng.validation.dimension;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.xinheng.validation.Interval;
import org.xinheng.validation.distribution.ChiSquared;
import org.xinheng.validation.summary.Covariances;

/**
 * One factor behind all items, by maximum likelihood: {@code Σ = λλ' + Ψ}, the factor's variance being 1.
 *
 * <p>Fisher's scoring with steps that are halved until the discrepancy falls. A unique variance is kept from falling below one
 * two-hundredth of the item's variance; if one is held there, {@link #isImproper}.
 *
 * @see "Jöreskog (1967), Psychometrika 32, 443-482; McDonald (1999), Test Theory, chapter 6"
 */
public final class OneFactor {

  private static final int MOST_STEPS = 500;
  private static final double LEAST_SHARE = 0.005;

  private final int n;
  private final double[][] s;
  private final double[] loadings;
  private final double[] uniquenesses;
  private double discrepancy;
  private boolean converged;

  private OneFactor(double[][] s, int n) {
    this.n = n;
    this.s = s;
    this.loadings = new double[s.length];
    this.uniquenesses = new double[s.length];
  }

  /**
   * Of covariances as they are: give those with divisor n for the maximum likelihood of raw scores.
   *
   * @param s at least three items
   * @param n people behind them
   */
  public static OneFactor of(double[][] s, int n) {
    if (s.length < 3) {
      throw new IllegalArgumentException("one factor needs at least three items: " + s.length);
    }
    OneFactor factor =
        new OneFactor(Arrays.stream(s).map(double[]::clone).toArray(double[][]::new), n);
    factor.start();
    factor.fit();
    factor.orient();
    return factor;
  }

  /** Of scores, by their covariances with divisor n. */
  public static OneFactor ofCovariances(Covariances items) {
    int n = items.rows();
    double[][] s = items.values();
    for (double[] row : s) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= (n - 1.0) / n;
      }
    }
    return of(s, n);
  }

  /** Of scores, by their correlations: loadings are standardised. */
  public static OneFactor ofCorrelations(Covariances items) {
    return of(items.correlations(), items.rows());
  }

  private void start() {
    int k = s.length;
    double[] vector = new double[k];
    Arrays.fill(vector, 1);
    for (int step = 0; step < 50; step++) {
      double[] next = new double[k];
      double length = 0;
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          next[i] += s[i][j] / Math.sqrt(s[i][i] * s[j][j]) * vector[j];
        }
        length += next[i] * next[i];
      }
      for (int i = 0; i < k; i++) {
        vector[i] = next[i] / Math.sqrt(length);
      }
    }
    double greatest = Arrays.stream(vector).map(Math::abs).max().orElse(1);
    for (int i = 0; i < k; i++) {
      double share = vector[i] / greatest * 0.7;
      loadings[i] = share * Math.sqrt(s[i][i]);
      uniquenesses[i] = s[i][i] * (1 - share * share);
    }
  }

  private void fit() {
    int k = s.length;
    discrepancy = discrepancy(loadings, uniquenesses);
    for (int step = 0; step < MOST_STEPS && !converged; step++) {
      double[] move = move();
      double scale = 1;
      boolean moved = false;
      while (!moved && scale > 1e-10) {
        double[] l = new double[k];
        double[] u = new double[k];
        for (int i = 0; i < k; i++) {
          l[i] = loadings[i] - scale * move[i];
          u[i] = Math.max(LEAST_SHARE * s[i][i], uniquenesses[i] - scale * move[k + i]);
        }
        double found = discrepancy(l, u);
        if (found <= discrepancy + 1e-15) {
          double change = 0;
          for (int i = 0; i < k; i++) {
            change = Math.max(change, Math.abs(l[i] - loadings[i]) / Math.sqrt(s[i][i]));
            change = Math.max(change, Math.abs(u[i] - uniquenesses[i]) / s[i][i]);
          }
          System.arraycopy(l, 0, loadings, 0, k);
          System.arraycopy(u, 0, uniquenesses, 0, k);
          discrepancy = found;
          converged = change < 1e-11;
          moved = true;
        }
        scale /= 2;
      }
      if (!moved) {
        converged = true;
      }
    }
  }

  /** The scoring step: the expected information solved for the gradient. */
  private double[] move() {
    int k = s.length;
    double[][] w = inverse(loadings, uniquenesses);
    double[][] a = new double[k][k];
    double[][] ws = multiply(w, s);
    double[][] wsw = multiply(ws, w);
    double[] wl = new double[k];
    double lwl = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        a[i][j] = w[i][j] - wsw[i][j];
        wl[i] += w[i][j] * loadings[j];
      }
      lwl += loadings[i] * wl[i];
    }
    double[] gradient = new double[2 * k];
    double[][] information = new double[2 * k][2 * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        gradient[i] += a[i][j] * loadings[j];
        information[i][j] = w[i][j] * lwl + wl[i] * wl[j];
        information[i][k + j] = w[i][j] * wl[j];
        information[k + j][i] = information[i][k + j];
        information[k + i][k + j] = 0.5 * w[i][j] * w[i][j];
      }
      gradient[k + i] = 0.5 * a[i][i];
    }
    for (int i = 0; i < k; i++) {
      if (isHeld(i) && gradient[k + i] > 0) {
        hold(information, gradient, k + i);
      }
    }
    LUDecomposition parts =
        new LUDecomposition(new Array2DRowRealMatrix(information, false), 1e-300);
    return parts.getSolver().isNonSingular()
        ? parts.getSolver().solve(new ArrayRealVector(gradient, false)).toArray()
        : new SingularValueDecomposition(new Array2DRowRealMatrix(information, false))
            .getSolver()
            .solve(new ArrayRealVector(gradient, false))
            .toArray();
  }

  private static void hold(double[][] information, double[] gradient, int index) {
    for (int j = 0; j < gradient.length; j++) {
      information[index][j] = 0;
      information[j][index] = 0;
    }
    information[index][index] = 1;
    gradient[index] = 0;
  }

  private boolean isHeld(int item) {
    return uniquenesses[item] <= LEAST_SHARE * s[item][item] * (1 + 1e-12);
  }

  /** The inverse of a diagonal plus one product, by Sherman and Morrison. */
  private static double[][] inverse(double[] l, double[] u) {
    int k = l.length;
    double sum = 1;
    for (int i = 0; i < k; i++) {
      sum += l[i] * l[i] / u[i];
    }
    double[][] w = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        w[i][j] = (i == j ? 1 / u[i] : 0) - l[i] / u[i] * (l[j] / u[j]) / sum;
      }
    }
    return w;
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    int k = a.length;
    double[][] product = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int m = 0; m < k; m++) {
        for (int j = 0; j < k; j++) {
          product[i][j] += a[i][m] * b[m][j];
        }
      }
    }
    return product;
  }

  /** {@code log|Σ| + tr(S Σ⁻¹) - log|S| - k}. */
  private double discrepancy(double[] l, double[] u) {
    int k = l.length;
    double sum = 1;
    double log = 0;
    for (int i = 0; i < k; i++) {
      sum += l[i] * l[i] / u[i];
      log += Math.log(u[i]);
    }
    double[][] w = inverse(l, u);
    double trace = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        trace += s[i][j] * w[i][j];
      }
    }
    return log + Math.log(sum) + trace - logDeterminant() - k;
  }

  private double logDeterminant() {
    return Math.log(new LUDecomposition(new Array2DRowRealMatrix(s, true)).getDeterminant());
  }

  private void orient() {
    if (Arrays.stream(loadings).sum() < 0) {
      for (int i = 0; i < loadings.length; i++) {
        loadings[i] = -loadings[i];
      }
    }
  }

  public double loading(int item) {
    return loadings[item];
  }

  public double uniqueness(int item) {
    return uniquenesses[item];
  }

  /** Whether the steps came to rest. */
  public boolean converged() {
    return converged;
  }

  /** Whether a unique variance wants to be (nearly) nothing or less, so that the estimates are not to be trusted. */
  public boolean isImproper() {
    for (int i = 0; i < s.length; i++) {
      if (isHeld(i)) {
        return true;
      }
    }
    return false;
  }

  /** McDonald's omega: {@code (Σλ)² / ((Σλ)² + Σψ)}, the total omega of one factor. */
  public double omega() {
    double common = Math.pow(Arrays.stream(loadings).sum(), 2);
    return common / (common + Arrays.stream(uniquenesses).sum());
  }

  /**
   * How well one factor fits.
   *
   * @param chiSquare n times the discrepancy
   * @param df its degrees of freedom
   * @param p of the test that one factor is enough
   * @param cfi comparative fit, against items without any correlation
   * @param tli Tucker and Lewis
   * @param rmsea root mean square error of approximation
   * @param rmseaInterval at 90%
   * @param srmr standardised root mean square residual
   */
  public record Fit(
      double chiSquare,
      int df,
      double p,
      double cfi,
      double tli,
      double rmsea,
      Interval rmseaInterval,
      double srmr) {}

  /** How well it fits. */
  public Fit fitMeasures() {
    int k = s.length;
    double chi = n * Math.max(0, discrepancy);
    int df = k * (k - 1) / 2 - k;
    double log = -logDeterminant();
    double residual = 0;
    for (int i = 0; i < k; i++) {
      log += Math.log(s[i][i]);
      for (int j = 0; j <= i; j++) {
        double implied = loadings[i] * loadings[j] + (i == j ? uniquenesses[i] : 0);
        double difference = (s[i][j] - implied) / Math.sqrt(s[i][i] * s[j][j]);
        residual += difference * difference;
      }
    }
    double baseChi = n * log;
    double baseDf = k * (k - 1) / 2.0;
    double over = Math.max(chi - df, 0);
    double baseOver = Math.max(Math.max(baseChi - baseDf, chi - df), 0);
    double cfi = baseOver == 0 ? 1 : 1 - over / baseOver;
    double tli = df == 0 ? 1 : (baseChi / baseDf - chi / df) / (baseChi / baseDf - 1);
    double unit = (double) df * n;
    return new Fit(
        chi,
        df,
        ChiSquared.above(chi, df),
        cfi,
        tli,
        df == 0 ? 0 : Math.sqrt(over / unit),
        df == 0
            ? Interval.UNDEFINED
            : new Interval(
                Math.sqrt(noncentrality(chi, df, 0.95) / unit),
                Math.sqrt(noncentrality(chi, df, 0.05) / unit)),
        Math.sqrt(residual / (k * (k + 1) / 2.0)));
  }

  /** The noncentrality at which a share of the curve lies below the value; 0 if less does without any. */
  private static double noncentrality(double chi, double df, double share) {
    if (ChiSquared.below(chi, df) < share) {
      return 0;
    }
    double low = 0;
    double high = Math.max(chi, 1);
    while (ChiSquared.noncentralBelow(chi, df, high) > share) {
      high *= 2;
    }
    for (int i = 0; i < 200 && high - low > 1e-12 * high; i++) {
      double middle = (low + high) / 2;
      if (ChiSquared.noncentralBelow(chi, df, middle) > share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
