package org.xinheng.scoring;

/** The score of one person on one scale, or why there is none. */
public sealed interface ScaleScore {

  /** How many items, or parts of a composite, were answered. */
  int answered();

  /**
   * A score.
   *
   * @param value after all arithmetic and the one rounding
   * @param prorated whether missing answers count as the person's mean
   */
  record Scored(double value, int answered, boolean prorated) implements ScaleScore {}

  /** No score. */
  record NotScored(NotScoredReason reason, int answered) implements ScaleScore {}
}
