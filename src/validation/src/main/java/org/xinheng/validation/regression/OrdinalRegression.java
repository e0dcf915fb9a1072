package org.xinheng.validation.regression;

import java.util.Arrays;
import java.util.List;
import org.xinheng.validation.summary.Covariances;

/**
 * Proportional odds, {@code P(class ≤ k) = 1 / (1 + exp(-(limit_k - x'b)))}, by maximum likelihood; with two classes logistic
 * regression, whose intercept is the limit with its sign turned.
 *
 * <p>Newton's steps, halved until the likelihood rises; it has one maximum. Where classes are separated by the predictors there is
 * none, and the steps end with {@link #converged} false and a deviance as good as reached.
 *
 * @param limits one fewer than classes
 * @param slopes one a predictor
 * @param standardErrors of limits, then of slopes, from the curvature; {@code NaN} where it has none
 * @param logLikelihood at the maximum
 * @param nullLogLikelihood with limits only
 * @param n sum of the weights
 * @param converged whether the steps came to rest
 * @see "McCullagh (1980), Journal of the Royal Statistical Society B 42, 109-142"
 */
public record OrdinalRegression(
    List<Double> limits,
    List<Double> slopes,
    List<Double> standardErrors,
    double logLikelihood,
    double nullLogLikelihood,
    double n,
    boolean converged) {

  private static final int MOST_STEPS = 100;

  public OrdinalRegression {
    limits = List.copyOf(limits);
    slopes = List.copyOf(slopes);
    standardErrors = List.copyOf(standardErrors);
  }

  /** Fits all observations, each counting once, with a limit for each class but the last. */
  public static OrdinalRegression fit(int[] y, double[][] x) {
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    return fit(y, x, ones, new double[y.length]);
  }

  /**
   * Fits.
   *
   * @param y class of each observation, from 0 without gaps
   * @param x {@code x[observation][predictor]}; spreads of about 1 make the steps surest
   * @param weights how often each observation counts
   * @param offsets what is added to {@code x'b} as it is
   * @throws IllegalArgumentException with fewer than two classes, or one that nobody is in
   */
  public static OrdinalRegression fit(int[] y, double[][] x, double[] weights, double[] offsets) {
    double[] counts = new double[Arrays.stream(y).max().orElse(0) + 1];
    for (int i = 0; i < y.length; i++) {
      counts[y[i]] += weights[i];
    }
    if (counts.length < 2 || Arrays.stream(counts).anyMatch(count -> !(count > 0))) {
      throw new IllegalArgumentException(
          "two or more classes are needed, each with somebody in it: " + Arrays.toString(counts));
    }
    double n = Arrays.stream(counts).sum();
    int limits = counts.length - 1;
    double[] start = new double[limits + (x.length == 0 ? 0 : x[0].length)];
    double below = 0;
    double nullLog = 0;
    for (int k = 0; k < counts.length; k++) {
      below += counts[k];
      nullLog += counts[k] * Math.log(counts[k] / n);
      if (k < limits) {
        start[k] = Math.log(below / (n - below));
      }
    }
    OrdinalSteps steps = new OrdinalSteps(y, x, weights, offsets, limits);
    boolean converged = steps.climb(start, MOST_STEPS);
    double[] at = steps.at();
    double[] errors = new double[at.length];
    Arrays.fill(errors, Double.NaN);
    double[][] covariance = Covariances.inverse(steps.information());
    for (int i = 0; i < covariance.length; i++) {
      errors[i] = Math.sqrt(covariance[i][i]);
    }
    return new OrdinalRegression(
        Arrays.stream(at, 0, limits).boxed().toList(),
        Arrays.stream(at, limits, at.length).boxed().toList(),
        Arrays.stream(errors).boxed().toList(),
        steps.logLikelihood(),
        nullLog,
        n,
        converged);
  }

  public double slope(int predictor) {
    return slopes.get(predictor);
  }

  /** The standard error of a slope. */
  public double slopeError(int predictor) {
    return standardErrors.get(limits.size() + predictor);
  }

  /** {@code -2} log-likelihood. */
  public double deviance() {
    return -2 * logLikelihood;
  }

  /**
   * Nagelkerke's share of explained variation.
   *
   * @see "Nagelkerke (1991), Biometrika 78, 691-692"
   */
  public double nagelkerke() {
    return -Math.expm1(2 * (nullLogLikelihood - logLikelihood) / n)
        / -Math.expm1(2 * nullLogLikelihood / n);
  }
}
