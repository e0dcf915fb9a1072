package org.xinheng.instrument.irt;

import java.util.Optional;

/** The peak of the posterior, which is concave in its logarithm, by Newton's steps. */
final class PosteriorMode implements LevelEstimator {

  private final IrtScale scale;
  private final NormalPrior prior;

  PosteriorMode(IrtScale scale, NormalPrior prior) {
    this.scale = scale;
    this.prior = prior;
  }

  @Override
  public IrtScale scale() {
    return scale;
  }

  @Override
  public Worksheet worksheet() {
    return new Worksheet(0, 0);
  }

  @Override
  public boolean estimate(int[] answers, Worksheet sheet) {
    scale.checked(answers);
    if (IrtScale.isBlank(answers)) {
      return false;
    }
    double theta = Peak.outwardsFrom(
        prior.mean(),
        t -> scale.ofLogLikelihood(t, answers).plus(prior.firstOfLog(t), -prior.precision()));
    double precision = scale.information(theta, answers) + prior.precision();
    sheet.write(theta, 1 / Math.sqrt(precision));
    return true;
  }

  /** As for the mean: complete answers at the ends. */
  @Override
  public Optional<LevelRange> range(boolean someMayBeMissing) {
    return scale.rangeOfEnds(this);
  }
}
