package org.xinheng.instrument.irt;

import java.util.Optional;

/** The peak of the likelihood, which is concave in its logarithm, by Newton's steps. */
final class MaximumLikelihood implements LevelEstimator {

  private final IrtScale scale;

  MaximumLikelihood(IrtScale scale) {
    this.scale = scale;
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
    if (scale.isLowest(answers) || scale.isHighest(answers)) {
      return false;
    }
    double theta = Peak.outwardsFrom(0, t -> scale.ofLogLikelihood(t, answers));
    sheet.write(theta, 1 / Math.sqrt(scale.information(theta, answers)));
    return true;
  }

  /** The ends have no estimate; their neighbours, one answer away, have the lowest and the highest. */
  @Override
  public Optional<LevelRange> range(boolean someMayBeMissing) {
    Worksheet sheet = worksheet();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scale.items().size(); i++) {
      int[] low = scale.lowest();
      low[i]++;
      if (estimate(low, sheet)) {
        lowest = Math.min(lowest, sheet.theta());
      }
      int[] high = scale.highest();
      high[i]--;
      if (estimate(high, sheet)) {
        highest = Math.max(highest, sheet.theta());
      }
    }
    return lowest <= highest
        ? Optional.of(new LevelRange(lowest, highest, true))
        : Optional.empty();
  }
}
