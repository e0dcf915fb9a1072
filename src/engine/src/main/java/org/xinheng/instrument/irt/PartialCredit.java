package org.xinheng.instrument.irt;

import java.util.List;

/**
 * An item with ordered categories 0 to m by adjacent logits:
 * {@code P(k) / P(k - 1) = exp(slope (theta - b_k))}. With slope 1 it is Masters' partial credit model.
 *
 * @param slope the discrimination, above 0
 * @param steps {@code b_1} to {@code b_m}, finite, in any order; at least one
 * @see "Muraki (1992), Applied Psychological Measurement 16, 159-176"
 */
public record PartialCredit(double slope, List<Double> steps) implements ItemModel {

  /** @throws IllegalArgumentException if the slope is not above 0, or steps are missing or not finite */
  public PartialCredit {
    Parameters.requireSlope(slope);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a partial credit item needs at least one step");
    }
    for (double step : steps) {
      Parameters.requireFinite("step", step);
    }
  }

  @Override
  public int categories() {
    return steps.size() + 1;
  }

  /** Where this category becomes as likely as the one below; the places need not rise. */
  @Override
  public double thresholdBelow(int category) {
    return Parameters.thresholdBelow(category, steps);
  }

  @Override
  public double logProbability(int category, double theta) {
    requireCategory(category);
    return logProbabilities(theta)[category];
  }

  @Override
  public double probability(int category, double theta) {
    return StrictMath.exp(logProbability(category, theta));
  }

  @Override
  public double expectedScore(double theta) {
    return moments(theta).mean();
  }

  private void requireCategory(int category) {
    if (category < 0 || category >= categories()) {
      throw new IllegalArgumentException(
          "category must be in [0, %d]: %d".formatted(categories() - 1, category));
    }
  }

  private double[] logProbabilities(double theta) {
    Parameters.requireFinite("theta", theta);
    double[] logs = new double[categories()];
    double highest = 0;
    for (int k = 1; k < logs.length; k++) {
      logs[k] = logs[k - 1] + slope * (theta - steps.get(k - 1));
      highest = Math.max(highest, logs[k]);
    }
    double sum = 0;
    for (double log : logs) {
      sum += StrictMath.exp(log - highest);
    }
    double all = highest + StrictMath.log(sum);
    for (int k = 0; k < logs.length; k++) {
      logs[k] -= all;
    }
    return logs;
  }

  /** Mean, variance and third central moment of the answer at a level. */
  private record Moments(double mean, double variance, double third) {}

  private Moments moments(double theta) {
    double[] logs = logProbabilities(theta);
    double mean = 0;
    for (int k = 1; k < logs.length; k++) {
      mean += k * StrictMath.exp(logs[k]);
    }
    double variance = 0;
    double third = 0;
    for (int k = 0; k < logs.length; k++) {
      double off = k - mean;
      double p = StrictMath.exp(logs[k]);
      variance += p * off * off;
      third += p * off * off * off;
    }
    return new Moments(mean, variance, third);
  }

  /** {@code a (k - E)}, {@code -a² Var} and minus {@code a³} times the third moment. */
  LogCurve curve(int category, double theta) {
    requireCategory(category);
    Moments moments = moments(theta);
    return new LogCurve(
        probability(category, theta),
        slope * (category - moments.mean()),
        -slope * slope * moments.variance(),
        -slope * slope * slope * moments.third());
  }
}
