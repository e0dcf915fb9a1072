package org.xinheng.instrument;

import java.util.Optional;

/** How fast a person must act, from the least to the most urgent. */
public enum Alert {
  NONE("none"),
  /** A critical item was skipped: somebody asks; it never counts as "no". */
  UNKNOWN("unknown"),
  SAME_DAY("same-day"),
  IMMEDIATE("immediate");

  private final String word;

  Alert(String word) {
    this.word = word;
  }

  /** The word used in definitions and tables. */
  public String word() {
    return word;
  }

  /** Somebody must act today or now. */
  public boolean isRaised() {
    return compareTo(SAME_DAY) >= 0;
  }

  public Alert orWorse(Alert other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The alert with this word. */
  public static Optional<Alert> of(String word) {
    for (Alert alert : values()) {
      if (alert.word.equals(word)) {
        return Optional.of(alert);
      }
    }
    return Optional.empty();
  }
}
