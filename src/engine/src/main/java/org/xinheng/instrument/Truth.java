package org.xinheng.instrument;

/**
 * Whether something holds, as far as the answers tell (Kleene's strong logic of three values).
 *
 * @see "Kleene (1952), Introduction to Metamathematics, section 64"
 */
public enum Truth {
  NO("no"),
  /** An answer or a score that decides is missing. */
  UNKNOWN("unknown"),
  YES("yes");

  private final String word;

  Truth(String word) {
    this.word = word;
  }

  /** The word used in texts. */
  public String word() {
    return word;
  }

  public static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  /** Yes for no, no for yes. */
  public Truth negated() {
    return switch (this) {
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
      case YES -> NO;
    };
  }

  /**
   * Whether at least {@code n} of some conditions hold: certain once so many do, out of the question once not even all
   * that are unknown would be enough.
   */
  public static Truth atLeast(int n, int yes, int unknown) {
    if (yes >= n) {
      return YES;
    }
    return yes + unknown >= n ? UNKNOWN : NO;
  }
}
