package org.xinheng.instrument.irt;

import java.util.List;

/** What the numbers that a caller hands over must be. */
final class Parameters {

  private Parameters() {}

  static void requireSlope(double slope) {
    if (!(slope > 0 && Double.isFinite(slope))) {
      throw new IllegalArgumentException("slope must be above 0 and finite: " + slope);
    }
  }

  static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite: " + value);
    }
  }

  /** One of the places between categories; infinite below the lowest and above the highest. */
  static double thresholdBelow(int category, List<Double> between) {
    int categories = between.size() + 1;
    if (category < 0 || category > categories) {
      throw new IllegalArgumentException(
          "category must be in [0, %d]: %d".formatted(categories, category));
    }
    if (category == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return category == categories ? Double.POSITIVE_INFINITY : between.get(category - 1);
  }
}
