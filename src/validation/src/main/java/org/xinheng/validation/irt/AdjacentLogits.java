package org.xinheng.validation.irt;

import java.util.Arrays;

/** Muraki's generalised partial credit model, {@code P(X = k)} in proportion to {@code exp(k a theta + d_k)}. */
final class AdjacentLogits implements ResponseFunction {

  @Override
  public double[] logProbabilities(double[] parameters, double theta) {
    double[] logs = new double[parameters.length];
    double highest = 0;
    for (int k = 1; k < logs.length; k++) {
      logs[k] = k * parameters[0] * theta + parameters[k];
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

  private double[] probabilities(double[] parameters, double theta) {
    return Arrays.stream(logProbabilities(parameters, theta))
        .map(StrictMath::exp)
        .toArray();
  }

  private static double mean(double[] probabilities) {
    double mean = 0;
    for (int k = 1; k < probabilities.length; k++) {
      mean += k * probabilities[k];
    }
    return mean;
  }

  @Override
  public double[] score(double[] parameters, double theta, int category) {
    double[] p = probabilities(parameters, theta);
    double[] score = new double[parameters.length];
    score[0] = theta * (category - mean(p));
    for (int k = 1; k < score.length; k++) {
      score[k] = (k == category ? 1 : 0) - p[k];
    }
    return score;
  }

  @Override
  public void addCurvature(
      double[] parameters, double theta, int category, double weight, double[][] sums) {
    double[] p = probabilities(parameters, theta);
    double mean = mean(p);
    for (int k = 1; k < p.length; k++) {
      double share = weight * p[k];
      sums[0][0] -= theta * theta * k * (k - mean) * share;
      sums[0][k] -= theta * (k - mean) * share;
      sums[k][0] -= theta * (k - mean) * share;
      sums[k][k] -= share;
      for (int l = 1; l < p.length; l++) {
        sums[k][l] += share * p[l];
      }
    }
  }

  @Override
  public double[] start(double[] shares) {
    double[] parameters = new double[shares.length];
    parameters[0] = 1;
    for (int k = 1; k < shares.length; k++) {
      parameters[k] = StrictMath.log(shares[k] / shares[0]);
    }
    return parameters;
  }
}
