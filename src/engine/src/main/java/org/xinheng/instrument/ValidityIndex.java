package org.xinheng.instrument;

/**
 * A sign that the answers may not mean what they say. It never removes an alert and never lowers a tier.
 *
 * @param id its name in tables
 * @param name what people read
 * @param sign when it is met
 * @param verdict what it says when met
 * @param source the id of the source
 * @param verification how well the fact is verified
 */
public record ValidityIndex(
    String id, Text name, Sign sign, Verdict verdict, String source, Verification verification) {

  /** The most indices of a questionnaire: a result has room for so many. */
  public static final int MOST = 31;

  /** What an index that is met says. */
  public enum Verdict {
    /** A published rule: the form is invalid. */
    INVALID("invalid"),
    /** An indicator: two of different families make the form invalid. */
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
