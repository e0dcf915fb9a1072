package org.xinheng.screening;

import java.util.OptionalInt;

/**
 * Whether, and how soon, somebody spoke with a student who needs support.
 *
 * @param state by the time that the policy gives for the first contact
 * @param schoolDays from the day on which the results were found out about; empty as long as nobody has
 */
public record FirstContact(State state, OptionalInt schoolDays) {

  /** What a first contact is counted as. */
  public enum State {
    ON_TIME("on-time"),
    /** Late, or not yet although the time is over. */
    OVERDUE("overdue"),
    /** Not yet, and there is still time. */
    DUE("due");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word used in tables. */
    public String word() {
      return word;
    }
  }
}
