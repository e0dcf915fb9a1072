package org.xinheng.instrument;

import java.math.BigDecimal;

/** Which answers a scale counts. */
public record Counting(Comparison comparison, BigDecimal value) {

  /** How an answer is compared. */
  public enum Comparison {
    AT_OR_ABOVE("at-or-above"),
    EQUAL_TO("equal-to");

    private final String word;

    Comparison(String word) {
      this.word = word;
    }

    /** The word used in definitions. */
    public String word() {
      return word;
    }
  }

  boolean counts(BigDecimal answer) {
    return switch (comparison) {
      case AT_OR_ABOVE -> answer.compareTo(value) >= 0;
      case EQUAL_TO -> answer.compareTo(value) == 0;
    };
  }
}
