package org.xinheng.administration;

import java.time.Instant;
import java.util.List;

/**
 * What happened in a session. The time is the host's: a session never looks at a clock.
 */
public sealed interface Event {

  /** When it happened, to the millisecond. */
  Instant at();

  /** Items came before the student's eyes. Text that takes no answer counts as read by this. */
  record Shown(Instant at, List<ItemReference> items) implements Event {
    public Shown {
      items = List.copyOf(items);
    }
  }

  /** What an item was answered with; an answer given before is replaced, and stays in the log. */
  record Answered(Instant at, ItemReference item, Answer answer) implements Event {}

  /** Another answer to an item that was passed before, without going back to it. */
  record Changed(Instant at, ItemReference item, Answer answer) implements Event {}

  /** The item was left blank. */
  record Skipped(Instant at, ItemReference item) implements Event {}

  /** The student prefers not to answer, which is always possible. */
  record Refused(Instant at, ItemReference item) implements Event {}

  /** The student would like to talk to someone; possible at every moment, also when the session is over. */
  record HelpRequested(Instant at) implements Event {}

  /** The page before. */
  record Back(Instant at) implements Event {}

  /** The student leaves for now. */
  record Paused(Instant at) implements Event {}

  /** The student is there again, after a pause or after whatever else broke the session off. */
  record Resumed(Instant at) implements Event {}

  /** The student is done. */
  record Submitted(Instant at) implements Event {}

  /** The student, or somebody else, ended it before its end. What was answered stays, and counts. */
  record Abandoned(Instant at) implements Event {}
}
