package org.xinheng.instrument.irt;

import java.util.Optional;

/**
 * Mean and standard deviation of the posterior, by sums over equal steps with equal weights.
 *
 * <p>For functions as smooth as these the error of such sums falls exponentially with the step h: about
 * {@code exp(-2 (pi s / h)^2)} for a normal peak of width s, {@code exp(-2 pi^2 / (a h))} for an item of slope a. No
 * posterior is narrower than {@code s = (1 / sd^2 + sum a^2 / 2)^(-1/2)}, for the second derivative of a
 * log-probability lies within {@code a^2 / 2}, or {@code a^2 m^2 / 4} of partial credit with m steps. With {@code h = s / 4} both errors are below rounding, whatever the
 * items. The sums reach 10 standard deviations of the prior to both sides, where {@code exp(-50)} of it is left.
 *
 * @see "Trefethen and Weideman (2014), The exponentially convergent trapezoidal rule, SIAM Review 56, 385-458"
 */
final class PosteriorMean implements LevelEstimator {

  private static final double REACH = 10;
  private static final double STEPS_PER_WIDTH = 4;

  /** Where less than {@code exp(-80)} of the peak is left, nothing is added that a double would show. */
  private static final double NEGLIGIBLE = -80;

  private final IrtScale scale;
  private final Grid grid;
  private final double[] logPrior;

  PosteriorMean(IrtScale scale, NormalPrior prior) {
    this.scale = scale;
    double reach = REACH * prior.sd();
    grid = new Grid(
        scale.items(), prior.mean() - reach, prior.mean() + reach, (int) steps(scale, prior));
    logPrior = new double[grid.size()];
    for (int i = 0; i < logPrior.length; i++) {
      logPrior[i] = prior.log(grid.theta(i));
    }
  }

  /** How many steps the sums have. */
  static double steps(IrtScale scale, NormalPrior prior) {
    double precision = prior.precision();
    for (ItemModel item : scale.items()) {
      precision += LogCurve.mostCurvature(item);
    }
    return Math.ceil(2 * REACH * prior.sd() * Math.sqrt(precision) * STEPS_PER_WIDTH);
  }

  @Override
  public IrtScale scale() {
    return scale;
  }

  @Override
  public Worksheet worksheet() {
    return new Worksheet(grid.size(), 0);
  }

  @Override
  public boolean estimate(int[] answers, Worksheet sheet) {
    scale.checked(answers);
    if (IrtScale.isBlank(answers)) {
      return false;
    }
    double[] weights = sheet.heights;
    posterior(answers, weights);
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
    sheet.write(mean, Math.sqrt(squares / total));
    return true;
  }

  /** The posterior at each level; its highest value is 1, so that nothing that matters is too small for a double. */
  private void posterior(int[] answers, double[] posterior) {
    System.arraycopy(logPrior, 0, posterior, 0, posterior.length);
    grid.addLogLikelihood(answers, posterior);
    double highest = Double.NEGATIVE_INFINITY;
    for (double log : posterior) {
      highest = Math.max(highest, log);
    }
    for (int i = 0; i < posterior.length; i++) {
      double log = posterior[i] - highest;
      posterior[i] = log < NEGLIGIBLE ? 0 : StrictMath.exp(log);
    }
  }

  /** Each answer that is higher, and each lowest answer that is missing, raises the posterior: the ends are complete. */
  @Override
  public Optional<LevelRange> range(boolean someMayBeMissing) {
    return scale.rangeOfEnds(this);
  }
}
