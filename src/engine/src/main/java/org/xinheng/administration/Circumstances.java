package org.xinheng.administration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known about the occasion of a session.
 *
 * @param consent what was said, and what the rule asks for
 * @param lastScreen when the student was last screened in full, if ever
 * @param minimumGap how long after that the next full screen may be
 * @param from when the window of the campaign begins, included
 * @param until when it ends, not included
 */
public record Circumstances(
    Consent consent,
    Optional<Instant> lastScreen,
    Duration minimumGap,
    Optional<Instant> from,
    Optional<Instant> until) {

  /** Eight weeks. */
  public static final Duration USUAL_GAP = Duration.ofDays(56);

  /** Nothing stands in the way. */
  public static final Circumstances FREE = new Circumstances(
      Consent.NOT_ASKED, Optional.empty(), USUAL_GAP, Optional.empty(), Optional.empty());

  public Circumstances withConsent(Consent value) {
    return new Circumstances(value, lastScreen, minimumGap, from, until);
  }

  public Circumstances withLastScreen(Instant value) {
    return new Circumstances(consent, Optional.of(value), minimumGap, from, until);
  }

  public Circumstances withMinimumGap(Duration value) {
    return new Circumstances(consent, lastScreen, value, from, until);
  }

  /** The window of a campaign; {@code untilExclusive} is the first moment after it. */
  public Circumstances withWindow(Instant fromInclusive, Instant untilExclusive) {
    return new Circumstances(
        consent, lastScreen, minimumGap, Optional.of(fromInclusive), Optional.of(untilExclusive));
  }

  boolean isInWindow(Instant at) {
    return from.map(first -> !at.isBefore(first)).orElse(true) && !isOver(at);
  }

  boolean isOver(Instant at) {
    return until.map(end -> !at.isBefore(end)).orElse(false);
  }

  boolean isTooSoon(Instant at) {
    return lastScreen.map(last -> at.isBefore(last.plus(minimumGap))).orElse(false);
  }
}
