package org.xinheng.validation.norming;

/** Three ways to say which share of a group a score surpasses. */
public enum PercentileRank {
  /** Those below the score. */
  BELOW,
  /** Those below, and half of those with the same score. */
  MID,
  /** Those below, and all with the same score. */
  AT_OR_BELOW;

  /** In percent, from 0 to 100. */
  double of(int below, int equal, int n) {
    return switch (this) {
      case BELOW -> 100.0 * below / n;
      case MID -> 100 * (below + 0.5 * equal) / n;
      case AT_OR_BELOW -> 100.0 * (below + equal) / n;
    };
  }
}
