package org.xinheng.exchange;

/** Something that a clerk did while typing sheets in. What is later stands in place of what is earlier. */
public sealed interface EntryEvent {

  /** A sheet was begun. */
  record Begun(EntryPass pass, String student) implements EntryEvent {}

  /**
   * An answer was typed.
   *
   * @param item such as {@code phq-9.4}
   * @param answer as it was typed; empty for a blank
   */
  record Answered(EntryPass pass, String student, String item, String answer)
      implements EntryEvent {}

  /** All items of a sheet were gone through. */
  record Finished(EntryPass pass, String student) implements EntryEvent {}

  /** A disagreement was resolved by typing the answer once more from the paper. */
  record Resolved(String student, String item, String answer) implements EntryEvent {}

  /** A sheet was dropped from both passes. */
  record Dropped(String student) implements EntryEvent {}
}
