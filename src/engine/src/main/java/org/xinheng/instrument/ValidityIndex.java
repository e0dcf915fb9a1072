package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.List;

/**
 * A sign that the answers may not mean what they say. It never removes an alert and never lowers a tier.
 *
 * @param id its name in tables
 * @param name what people read
 * @param condition when it is met
 * @param verdict what it says when met
 * @param source the id of the source
 * @param verification how well the fact is verified
 */
public record ValidityIndex(
    String id,
    Text name,
    Condition condition,
    Verdict verdict,
    String source,
    Verification verification) {

  /** When an index is met. */
  public sealed interface Condition {

    /** The score of a lie or infrequency scale, at or above a value. */
    record ScaleAtOrAbove(String scale, BigDecimal atOrAbove) implements Condition {}

    /** Unanswered items, at or above a number. */
    record UnansweredAtOrAbove(List<String> items, int atOrAbove) implements Condition {
      public UnansweredAtOrAbove {
        items = List.copyOf(items);
      }
    }

    /**
     * The person fit lz of a scale of {@link Keying.OfModel} below a value: the answers are unlikely even at the level
     * that they give.
     */
    record PersonFitBelow(String scale, BigDecimal below) implements Condition {}

    /** All these items answered, and all with the same code. */
    record SameAnswer(List<String> items) implements Condition {
      public SameAnswer {
        items = List.copyOf(items);
      }
    }
  }

  /** What an index that is met says. */
  public enum Verdict {
    /** A published rule: the form is invalid. */
    INVALID("invalid"),
    /** An indicator: two independent ones make the form invalid. */
    SUSPECT("suspect");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /** The word used in definitions. */
    public String word() {
      return word;
    }
  }
}
