package org.xinheng.administration;

import java.util.Optional;
import org.xinheng.scoring.LevelBounds;

/**
 * A scale or classification of which items were not asked, and what is known of it all the same.
 *
 * @param id of the scale or classification
 * @param result id of its band or outcome; empty if only its levels are bounded
 * @param levels that it can have
 * @param why it was stopped
 * @param probability that this is what all answers would have said, 1 where it is certain; for an estimated level the
 *     probability of its band, or 1 if it has none
 */
public record StoppedScale(
    String id, Optional<String> result, LevelBounds levels, Why why, double probability) {

  /** Why items of a scale were not asked. */
  public enum Why {
    /** No answer can change the band. */
    BAND_CERTAIN("band-certain"),
    /** No answer can change the tier. */
    TIER_CERTAIN("tier-certain"),
    /** Other answers would hardly change the band. */
    BAND_LIKELY("band-likely"),
    /** The level is known as exactly as was asked for. */
    STANDARD_ERROR("standard-error"),
    /** The band of the level is as probable as was asked for. */
    BAND_PROBABLE("band-probable"),
    /** As many items were asked as may be. */
    MOST_ITEMS("most-items");

    private final String word;

    Why(String word) {
      this.word = word;
    }

    /** The word in results. */
    public String word() {
      return word;
    }

    /** Whether the levels stand for a score that there is not; an estimated level has one from fewer answers. */
    public boolean isInsteadOfScore() {
      return compareTo(STANDARD_ERROR) < 0;
    }
  }
}
