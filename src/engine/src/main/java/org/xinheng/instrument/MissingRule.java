package org.xinheng.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many answers (of a composite: parts) a scale may lack, and what then happens.
 *
 * <p>With nothing answered there is never a score.
 *
 * @param limit the most that may be missing
 * @param then what happens within the limit
 * @param fill how the value that {@link Then#MEDIAN} and {@link Then#ROUNDED_MEAN} fill in is rounded; NONE for others
 * @param notApplicable what an item that skip logic left out counts as
 */
public record MissingRule(Limit limit, Then then, Rounding.Mode fill, NotApplicable notApplicable) {

  /** Everything must be answered. */
  public static final MissingRule STRICT =
      new MissingRule(new Limit.Count(0), Then.IGNORE, Rounding.Mode.NONE, NotApplicable.NO_SCORE);

  /** Whether a scale of {@code n} items may have a score from fewer. */
  public boolean allowsFewer(int n) {
    return limit.of(n) > 0 || notApplicable == NotApplicable.IGNORE;
  }

  /** The most that may be missing, the edge included. */
  public sealed interface Limit {

    /** The limit as a number of items, of {@code n}. */
    int of(int n);

    record Count(int atMost) implements Limit {
      @Override
      public int of(int n) {
        return Math.min(atMost, n);
      }
    }

    record Share(BigDecimal atMost) implements Limit {
      @Override
      public int of(int n) {
        return atMost
            .multiply(BigDecimal.valueOf(n))
            .setScale(0, RoundingMode.FLOOR)
            .intValueExact();
      }
    }
  }

  /** What happens to missing answers within the limit. */
  public enum Then {
    /** They are left out: a sum of what is there, a mean of what is there. */
    IGNORE("ignore"),
    /** They count as 0. */
    ZERO("zero"),
    /** They count as the person's mean of what is there. */
    PRORATE("prorate"),
    /** Each counts as the median of the person's other answers in the scale, rounded. */
    MEDIAN("median"),
    /** Each counts as the mean of the person's other answers in the scale, rounded. */
    ROUNDED_MEAN("rounded-mean");

    private final String word;

    Then(String word) {
      this.word = word;
    }

    /** The word used in definitions. */
    public String word() {
      return word;
    }

    /** Whether missing answers are filled in one by one with a rounded value. */
    public boolean isFill() {
      return this == MEDIAN || this == ROUNDED_MEAN;
    }
  }

  /** What an item counts as that skip logic left out. */
  public enum NotApplicable {
    /** The scale does not provide for it, so it has no score. */
    NO_SCORE("no-score"),
    /** It counts as an answer of 0. */
    ZERO("zero"),
    /** The scale is one item shorter. */
    IGNORE("ignore");

    private final String word;

    NotApplicable(String word) {
      this.word = word;
    }

    /** The word used in definitions. */
    public String word() {
      return word;
    }
  }
}
