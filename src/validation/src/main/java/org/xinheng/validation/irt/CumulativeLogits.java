package org.xinheng.validation.irt;

/**
 * Samejima's graded model; with one intercept Birnbaum's.
 *
 * <p>With {@code u = a theta + d_k}, {@code v = a theta + d_(k+1)} and the logistic function {@code F}, the logarithm of
 * the probability of category {@code k} is {@code log F(u) + log F(-v) + log(1 - exp(v - u))}. The last term depends on
 * the two intercepts alone, all three are concave, and none is a difference of close numbers.
 */
final class CumulativeLogits implements ResponseFunction {

  /** Intercepts are a little farther from 0 than the logits of the shares, whose spread theta shares. */
  private static final double SPREAD = 1.2;

  @Override
  public double[] logProbabilities(double[] parameters, double theta) {
    double[] logs = new double[parameters.length];
    for (int k = 0; k < logs.length; k++) {
      double u = reached(parameters, theta, k);
      double v = reached(parameters, theta, k + 1);
      logs[k] = logOfLogistic(u)
          + logOfLogistic(-v)
          + (isInner(parameters, k) ? StrictMath.log(-StrictMath.expm1(v - u)) : 0);
    }
    return logs;
  }

  private static boolean isInner(double[] parameters, int category) {
    return category > 0 && category < parameters.length - 1;
  }

  private static double reached(double[] parameters, double theta, int category) {
    if (category == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return category == parameters.length
        ? Double.NEGATIVE_INFINITY
        : parameters[0] * theta + parameters[category];
  }

  private static double logOfLogistic(double x) {
    return x > 0 ? -StrictMath.log1p(StrictMath.exp(-x)) : x - StrictMath.log1p(StrictMath.exp(x));
  }

  private static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /** {@code 1 / (exp(d_k - d_(k+1)) - 1)}, the derivative of the last term by the gap. */
  private static double narrowness(double[] parameters, int category) {
    return isInner(parameters, category)
        ? 1 / StrictMath.expm1(parameters[category] - parameters[category + 1])
        : 0;
  }

  @Override
  public double[] score(double[] parameters, double theta, int category) {
    double below = logistic(-reached(parameters, theta, category));
    double above = logistic(reached(parameters, theta, category + 1));
    double narrow = narrowness(parameters, category);
    double[] score = new double[parameters.length];
    score[0] = theta * (below - above);
    if (category > 0) {
      score[category] = below + narrow;
    }
    if (category + 1 < parameters.length) {
      score[category + 1] = -above - narrow;
    }
    return score;
  }

  @Override
  public void addCurvature(
      double[] parameters, double theta, int category, double weight, double[][] sums) {
    double narrow = narrowness(parameters, category);
    double gap = weight * narrow * (1 + narrow);
    addOne(parameters, theta, category, weight, gap, sums);
    addOne(parameters, theta, category + 1, weight, gap, sums);
    if (isInner(parameters, category)) {
      sums[category][category + 1] += gap;
      sums[category + 1][category] += gap;
    }
  }

  private static void addOne(
      double[] parameters, double theta, int of, double weight, double gap, double[][] sums) {
    if (of == 0 || of == parameters.length) {
      return;
    }
    double x = reached(parameters, theta, of);
    double steep = weight * logistic(x) * logistic(-x);
    sums[0][0] -= theta * theta * steep;
    sums[0][of] -= theta * steep;
    sums[of][0] -= theta * steep;
    sums[of][of] -= steep + gap;
  }

  @Override
  public double[] start(double[] shares) {
    double[] parameters = new double[shares.length];
    parameters[0] = 1;
    double above = 1;
    for (int k = 1; k < shares.length; k++) {
      above -= shares[k - 1];
      parameters[k] = SPREAD * StrictMath.log(above / (1 - above));
    }
    return parameters;
  }
}
