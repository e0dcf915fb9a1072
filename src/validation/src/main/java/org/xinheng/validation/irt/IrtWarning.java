package org.xinheng.validation.irt;

import java.util.List;

/**
 * Something that a reader of the results must know.
 *
 * @param kind what it is
 * @param items whom it is about; empty for all
 * @param numbers what the sentence holds
 */
public record IrtWarning(Kind kind, List<String> items, List<Double> numbers) {

  public IrtWarning {
    items = List.copyOf(items);
    numbers = List.copyOf(numbers);
  }

  /** The warnings, with their numbers. */
  public enum Kind {
    /** Fewer people than the model asks for: people, wanted. */
    FEW_PEOPLE,
    /** The maximum was not reached: steps. */
    NOT_CONVERGED,
    /** The information cannot be inverted, and there are no standard errors. */
    NO_STANDARD_ERRORS,
    /** Items that everybody answered alike, or nobody; they are left out. */
    LEFT_OUT,
    /** Items with a value that nobody gave. */
    UNUSED_VALUE,
    /** Items with a value that fewer than ten gave: the least. */
    RARE_VALUE,
    /** Items whose slope is negative: they are keyed the wrong way. */
    NEGATIVE_SLOPE,
    /** Items whose slope is above 4, as of items that repeat each other. */
    STEEP_SLOPE,
    /** Items whose slope is within 0.3 of 0, which measure something else. */
    FLAT_SLOPE,
    /** Items that misfit by S-X² after Benjamini and Hochberg at 5%. */
    MISFIT,
    /** Pairs of items whose Q3 is 0.2 above the mean: pairs, the largest, the mean. */
    LOCAL_DEPENDENCE,
    /** Items whose steps are not in order, of the partial credit model. */
    STEPS_NOT_IN_ORDER,
    /** Items whose difficulties conditional likelihood cannot find. */
    NO_CONDITIONAL,
    /** Difficulties differ between low and high sums: p. */
    ANDERSEN
  }
}
