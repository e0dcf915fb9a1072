package org.xinheng.administration;

/** What became of an item in a session. */
public enum ItemState {
  /** Nothing yet. */
  OPEN,
  ANSWERED,
  /** Left blank. */
  SKIPPED,
  REFUSED,
  /** Text that takes no answer was shown. */
  READ;

  boolean isPassed() {
    return this != OPEN;
  }
}
