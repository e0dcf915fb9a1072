package org.xinheng.instrument.irt;

import java.util.Optional;

/**
 * Levels estimated from answers, by four methods. All accept missing answers and rest on the answered items alone; with
 * nothing answered there is no estimate. Results are the same on every Java. Immutable; one instance serves any number
 * of threads.
 *
 * <ul>
 *   <li>{@link #eap}: the mean of the posterior; its error is the smallest on average over the population of the prior.
 *   <li>{@link #map}: the mode of the posterior.
 *   <li>{@link #ml}: the level at which the answers are most likely; none for the lowest and the highest pattern.
 *   <li>{@link #wle}: maximum likelihood with its bias of first order removed; finite for every pattern.
 * </ul>
 *
 * The answers are checked as {@link IrtScale} says.
 */
public final class IrtScores {

  private final IrtScale scale;
  private final LevelEstimator posteriorMean;
  private final LevelEstimator posteriorMode;
  private final LevelEstimator maximumLikelihood;
  private final LevelEstimator weightedLikelihood;

  /**
   * Estimates on this scale. Tables of probabilities are made here, so that many persons can share them.
   *
   * @param scale the items
   * @param prior serves {@link #eap} and {@link #map} only
   */
  public IrtScores(IrtScale scale, NormalPrior prior) {
    this.scale = scale;
    this.posteriorMean = new PosteriorMean(scale, prior);
    this.posteriorMode = new PosteriorMode(scale, prior);
    this.maximumLikelihood = new MaximumLikelihood(scale);
    this.weightedLikelihood = new WeightedLikelihood(scale);
  }

  /** The scale. */
  public IrtScale scale() {
    return scale;
  }

  /**
   * Expected a posteriori: mean and standard deviation of the posterior, integrated numerically to about 1e-13.
   *
   * @param answers a category or {@link IrtScale#MISSING} for each item
   * @return empty when nothing is answered
   * @throws IllegalArgumentException if the answers do not fit the items
   * @see "Bock and Mislevy (1982), Applied Psychological Measurement 6, 431-444"
   */
  public Optional<Estimate> eap(int[] answers) {
    return estimate(posteriorMean, answers);
  }

  /**
   * Maximum a posteriori. The standard error is {@code (I(theta) + 1 / sd^2)^(-1/2)} with the information of the
   * answered items.
   *
   * @param answers a category or {@link IrtScale#MISSING} for each item
   * @return empty when nothing is answered
   * @throws IllegalArgumentException if the answers do not fit the items
   */
  public Optional<Estimate> map(int[] answers) {
    return estimate(posteriorMode, answers);
  }

  /**
   * Maximum likelihood. The standard error is {@code I(theta)^(-1/2)} with the information of the answered items.
   *
   * @param answers a category or {@link IrtScale#MISSING} for each item
   * @return empty when nothing is answered, or all answers are in the lowest or all in the highest category: there the
   *     likelihood rises without end
   * @throws IllegalArgumentException if the answers do not fit the items
   */
  public Optional<Estimate> ml(int[] answers) {
    return estimate(maximumLikelihood, answers);
  }

  /**
   * Warm's weighted likelihood: the level at which {@code log L + log(I) / 2} is highest. The standard error is
   * {@code I(theta)^(-1/2)} with the information of the answered items.
   *
   * <p>For dichotomous items this is Warm's estimator to the letter. For graded items it is the mode under Jeffreys'
   * prior; the estimator that removes the bias of first order exactly uses {@code sum P' P'' / P} in place of the
   * derivative of the information and differs a little.
   *
   * @param answers a category or {@link IrtScale#MISSING} for each item
   * @return empty when nothing is answered
   * @throws IllegalArgumentException if the answers do not fit the items
   * @see "Warm (1989), Psychometrika 54, 427-450"
   * @see "Magis (2015), Psychometrika 80, 200-204, on graded items"
   */
  public Optional<Estimate> wle(int[] answers) {
    return estimate(weightedLikelihood, answers);
  }

  private static Optional<Estimate> estimate(LevelEstimator estimator, int[] answers) {
    Worksheet sheet = estimator.worksheet();
    return estimator.estimate(answers, sheet)
        ? Optional.of(new Estimate(sheet.theta(), sheet.standardError()))
        : Optional.empty();
  }
}
