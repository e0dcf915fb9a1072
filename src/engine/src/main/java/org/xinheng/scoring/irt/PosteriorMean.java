package org.xinheng.scoring.irt;

/**
 * Mean and standard deviation of the posterior, by sums over equal steps with equal weights.
 *
 * <p>For functions as smooth as these the error of such sums falls exponentially with the step h: about
 * {@code exp(-2 (pi s / h)^2)} for a normal peak of width s, {@code exp(-2 pi^2 / (a h))} for an item of slope a. No
 * posterior is narrower than {@code s = (1 / sd^2 + sum a^2 / 2)^(-1/2)}, for the second derivative of a
 * log-probability lies within {@code a^2 / 2}. With {@code h = s / 4} both errors are below rounding, whatever the
 * items. The sums reach 10 standard deviations of the prior to both sides, where {@code exp(-50)} of it is left.
 *
 * @see "Trefethen and Weideman (2014), The exponentially convergent trapezoidal rule, SIAM Review 56, 385-458"
 */
final class PosteriorMean {

  private static final double REACH = 10;
  private static final double STEPS_PER_WIDTH = 4;

  private final Grid grid;
  private final double[] logPrior;

  PosteriorMean(IrtScale scale, NormalPrior prior) {
    double precision = prior.precision();
    for (ItemModel item : scale.items()) {
      precision += item.slope() * item.slope() / 2;
    }
    double reach = REACH * prior.sd();
    int steps = (int) Math.ceil(2 * reach * Math.sqrt(precision) * STEPS_PER_WIDTH);
    grid = new Grid(scale.items(), prior.mean() - reach, prior.mean() + reach, steps);
    logPrior = new double[grid.size()];
    for (int i = 0; i < logPrior.length; i++) {
      logPrior[i] = prior.log(grid.theta(i));
    }
  }

  Estimate of(int[] answers) {
    double[] weights = posterior(answers);
    double total = 0;
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      total += weights[i];
      sum += weights[i] * grid.theta(i);
    }
    double mean = sum / total;
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      double deviation = grid.theta(i) - mean;
      squares += weights[i] * deviation * deviation;
    }
    return new Estimate(mean, Math.sqrt(squares / total));
  }

  /** The posterior at each level; its highest value is 1, so that nothing that matters is too small for a double. */
  private double[] posterior(int[] answers) {
    double[] posterior = grid.logLikelihood(answers);
    Grid.add(logPrior, posterior);
    double highest = Double.NEGATIVE_INFINITY;
    for (double log : posterior) {
      highest = Math.max(highest, log);
    }
    for (int i = 0; i < posterior.length; i++) {
      posterior[i] = StrictMath.exp(posterior[i] - highest);
    }
    return posterior;
  }
}
