package org.xinheng.instrument.irt;

import java.util.Optional;
import org.xinheng.instrument.ItemResponseModel;
import org.xinheng.instrument.Keying;

/**
 * One way to estimate levels from answers, for one person after the other. Immutable; serves any number of threads, each
 * with a worksheet of its own.
 */
public sealed interface LevelEstimator
    permits PosteriorMean, PosteriorMode, MaximumLikelihood, WeightedLikelihood {

  /**
   * The estimator that a scale declares.
   *
   * @throws IllegalArgumentException if the parameters are none of the model
   */
  static LevelEstimator of(Keying.OfModel keying) {
    IrtScale scale = IrtScale.of(keying);
    return switch (keying.model().estimator()) {
      case EAP -> new PosteriorMean(scale, prior(keying.model()));
      case MAP -> new PosteriorMode(scale, prior(keying.model()));
      case ML -> new MaximumLikelihood(scale);
      case WLE -> new WeightedLikelihood(scale);
    };
  }

  /** How many numbers the estimator that a scale declares keeps for as long as it lives. */
  static double tableSize(Keying.OfModel keying) {
    IrtScale scale = IrtScale.of(keying);
    int categories = scale.items().stream().mapToInt(ItemModel::categories).sum();
    return switch (keying.model().estimator()) {
      case EAP -> PosteriorMean.steps(scale, prior(keying.model())) * categories;
      case MAP, ML -> 0;
      case WLE -> WeightedLikelihood.steps(scale) * (categories + scale.items().size());
    };
  }

  private static NormalPrior prior(ItemResponseModel model) {
    return model
        .prior()
        .map(prior -> new NormalPrior(prior.mean().doubleValue(), prior.sd().doubleValue()))
        .orElse(NormalPrior.STANDARD);
  }

  /** The items that the answers belong to. */
  IrtScale scale();

  /** A new sheet that fits this estimator. */
  Worksheet worksheet();

  /**
   * Estimates one person and writes the result on the sheet.
   *
   * @param answers a category or {@link IrtScale#MISSING} for each item
   * @return whether there is an estimate; if not, the sheet holds that of somebody else
   * @throws IllegalArgumentException if the answers do not fit the items
   */
  boolean estimate(int[] answers, Worksheet sheet);

  /**
   * From the lowest estimate to the highest.
   *
   * @param someMayBeMissing whether fewer than all items may be answered
   * @return empty if no answers have an estimate
   */
  Optional<LevelRange> range(boolean someMayBeMissing);
}
