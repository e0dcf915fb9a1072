package org.xinheng.validation.irt;

/**
 * The probabilities of the answers to one item and their derivatives by its parameters: the slope, then one intercept a
 * category above the lowest.
 */
interface ResponseFunction {

  /** The logarithms of the probabilities of all categories at a level; {@code NaN} where the parameters are none. */
  double[] logProbabilities(double[] parameters, double theta);

  /** The first derivatives of the logarithm for one category, by each parameter. */
  double[] score(double[] parameters, double theta, int category);

  /** Adds the second derivatives of the logarithm for one category, multiplied by a weight. */
  void addCurvature(
      double[] parameters, double theta, int category, double weight, double[][] sums);

  /** Parameters to begin with, from the shares of the categories, all above 0. */
  double[] start(double[] shares);
}
