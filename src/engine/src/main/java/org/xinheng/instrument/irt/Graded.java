package org.xinheng.instrument.irt;

import java.util.List;

/**
 * An item with ordered categories 0 to m: {@code P(k or higher) = 1 / (1 + exp(-slope (theta - b_k)))}.
 *
 * @param slope the discrimination, above 0
 * @param thresholds {@code b_1} to {@code b_m}, finite and each above the one before; at least one
 */
public record Graded(double slope, List<Double> thresholds) implements ItemModel {

  /** @throws IllegalArgumentException if the slope is not above 0 or the thresholds do not rise */
  public Graded {
    Parameters.requireSlope(slope);
    thresholds = List.copyOf(thresholds);
    if (thresholds.isEmpty()) {
      throw new IllegalArgumentException("a graded item needs at least one threshold");
    }
    for (int i = 0; i < thresholds.size(); i++) {
      Parameters.requireFinite("threshold", thresholds.get(i));
      if (i > 0 && !(thresholds.get(i) > thresholds.get(i - 1))) {
        throw new IllegalArgumentException("thresholds must rise: %s after %s"
            .formatted(thresholds.get(i), thresholds.get(i - 1)));
      }
    }
  }

  @Override
  public int categories() {
    return thresholds.size() + 1;
  }

  @Override
  public double thresholdBelow(int category) {
    return Parameters.thresholdBelow(category, thresholds);
  }
}
