package org.xinheng.validation;

/** Which end of a score speaks for a case. It is declared by whoever knows the questionnaire, never inferred from data. */
public enum Direction {
  /** A case scores high: flagged at or above the cut-off. */
  HIGHER_IS_CASE,
  /** A case scores low: flagged at or below the cut-off. */
  LOWER_IS_CASE;

  /** A score turned so that high speaks for a case; its own inverse. Both zeros become one. */
  public double turned(double score) {
    return (this == HIGHER_IS_CASE ? score : -score) + 0.0;
  }
}
