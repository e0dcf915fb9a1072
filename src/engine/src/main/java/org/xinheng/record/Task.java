package org.xinheng.record;

import java.time.LocalDateTime;
import java.util.Optional;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Due;
import org.xinheng.policy.Step;

/**
 * One thing that has to be done by a time.
 *
 * @param occurrence what it is due for
 * @param step what is to be done
 * @param rule what the policy says about it
 * @param number the first, the second … of its kind
 * @param due until when
 * @param state whether it is done
 * @param action what was done, or why it was not
 */
public record Task(
    Occurrence occurrence,
    Step step,
    Due rule,
    int number,
    LocalDateTime due,
    State state,
    Optional<Action> action) {

  /**
   * How far a task is.
   *
   * @param next when the next of its kind is due, if there is one
   * @param action what was done for it, if anything was
   */
  static State state(
      LocalDateTime due, Optional<LocalDateTime> next, Optional<Action> action, LocalDateTime now) {
    if (action.isPresent()) {
      boolean isLate = action.get().at().isAfter(due);
      State done = isLate ? State.DONE_LATE : State.DONE;
      return action.get().excuse().isPresent() ? State.EXCUSED : done;
    }
    if (next.filter(now::isAfter).isPresent()) {
      return State.MISSED;
    }
    return now.isAfter(due) ? State.OVERDUE : State.DUE;
  }

  /** How far a task is. */
  public enum State {
    DUE("due", "due", "待办"),
    OVERDUE("overdue", "overdue", "逾期"),
    DONE("done", "done", "已完成"),
    DONE_LATE("done-late", "done late", "逾期完成"),
    EXCUSED("excused", "excused", "免做"),
    /** Not done before the next of its kind was due. */
    MISSED("missed", "missed", "错过");

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

    /** Whether somebody still has to do it. */
    public boolean isOpen() {
      return this == DUE || this == OVERDUE;
    }
  }
}
