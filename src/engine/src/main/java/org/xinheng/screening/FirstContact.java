package org.xinheng.screening;

import java.util.OptionalInt;
import org.xinheng.instrument.Text;

/**
 * Whether, and how soon, somebody spoke with a student who needs support.
 *
 * @param state by the time that the policy gives for the first contact
 * @param schoolDays from the day on which the results were found out about; empty as long as nobody has
 */
public record FirstContact(State state, OptionalInt schoolDays) {

  /** What a first contact is counted as. */
  public enum State {
    ON_TIME("on-time", "Contacted on time", "按时联系"),
    /** Late, or not yet although the time is over. */
    OVERDUE("overdue", "Contact overdue", "联系逾期"),
    /** Not yet, and there is still time. */
    DUE("due", "Contact still due", "联系未到期");

    private final String word;
    private final Text name;

    State(String word, String en, String zhCn) {
      this.word = word;
      this.name = new Text(en, zhCn);
    }

    /** As people call it. */
    public Text text() {
      return name;
    }

    /** The word used in tables. */
    public String word() {
      return word;
    }
  }
}
