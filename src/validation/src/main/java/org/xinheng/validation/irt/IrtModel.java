package org.xinheng.validation.irt;

/**
 * Models of the answer to an item at a level theta, in the logistic metric without the factor 1.702. The population is
 * normal with mean 0 and standard deviation 1.
 *
 * <p>With a slope {@code a} and intercepts {@code d}: up to {@link #GRADED}
 * {@code P(X >= k) = 1 / (1 + exp(-(a theta + d_k)))} with falling intercepts; of {@link #PARTIAL_CREDIT}
 * {@code P(X = k)} in proportion to {@code exp(k a theta + d_k)} with {@code d_0 = 0}.
 */
public enum IrtModel {
  /** Two answers, slope 1 and a population of standard deviation 1. */
  RASCH_OF_UNIT_SPREAD,
  /**
   * Two answers and one slope for all items: Rasch's model with slope 1 in a population whose standard deviation is that
   * slope.
   *
   * @see "Thissen (1982), Psychometrika 47, 175-186"
   */
  RASCH,
  /** Two answers, each item with a slope of its own (Birnbaum). */
  TWO_PARAMETER,
  /** Ordered answers by cumulative logits (Samejima). */
  GRADED,
  /** Ordered answers by adjacent logits (Muraki's generalised partial credit model). */
  PARTIAL_CREDIT;

  /** Whether items have two answers only. */
  public boolean isDichotomous() {
    return this != GRADED && this != PARTIAL_CREDIT;
  }

  /** Whether all items share one slope. */
  public boolean isRasch() {
    return this == RASCH || this == RASCH_OF_UNIT_SPREAD;
  }

  /** The fewest items whose parameters such data can tell apart. */
  public int fewestItems() {
    return isRasch() ? 2 : 3;
  }

  ResponseFunction function() {
    return this == PARTIAL_CREDIT ? new AdjacentLogits() : new CumulativeLogits();
  }
}
