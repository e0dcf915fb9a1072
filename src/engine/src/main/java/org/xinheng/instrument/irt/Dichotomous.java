package org.xinheng.instrument.irt;

/**
 * An item with the categories 0 and 1: {@code P(1) = 1 / (1 + exp(-slope (theta - difficulty)))}.
 *
 * @param slope the discrimination, above 0
 * @param difficulty where both categories are equally likely, finite
 * @see "Birnbaum (1968), in Lord and Novick, Statistical theories of mental test scores, chapters 17-20"
 */
public record Dichotomous(double slope, double difficulty) implements ItemModel {

  /** @throws IllegalArgumentException if the slope is not above 0 or a parameter is not finite */
  public Dichotomous {
    Parameters.requireSlope(slope);
    Parameters.requireFinite("difficulty", difficulty);
  }

  /** An item of the Rasch model: slope 1. */
  public static Dichotomous rasch(double difficulty) {
    return new Dichotomous(1, difficulty);
  }

  @Override
  public int categories() {
    return 2;
  }

  @Override
  public double thresholdBelow(int category) {
    return switch (category) {
      case 0 -> Double.NEGATIVE_INFINITY;
      case 1 -> difficulty;
      case 2 -> Double.POSITIVE_INFINITY;
      default -> throw new IllegalArgumentException("category must be in [0, 2]: " + category);
    };
  }
}
