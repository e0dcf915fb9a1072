package org.xinheng.record;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinheng.instrument.Alert;
import org.xinheng.policy.Tier;

/**
 * How far the case of a student is. The computed, the provisional and the final tier are all kept.
 *
 * @param phase whether there is a case, and whether it is closed
 * @param gate the highest gate that was passed since the last screening or alert
 * @param computed by the policy
 * @param provisional by gate 2
 * @param proposed by gate 3
 * @param finalTier by gate 4
 * @param alert the alert that is open
 * @param talkedAt the last interview
 * @param alertAt when the open alert was raised
 * @param checksBelow progress checks below the cut-off in a row
 * @param firstOfThem when the first of these was
 * @param last the time of the last event
 */
public record CaseState(
    Phase phase,
    int gate,
    Optional<Tier> computed,
    Optional<Tier> provisional,
    Optional<Tier> proposed,
    Optional<Tier> finalTier,
    Alert alert,
    Optional<LocalDateTime> talkedAt,
    Optional<LocalDateTime> alertAt,
    int checksBelow,
    Optional<LocalDateTime> firstOfThem,
    Optional<LocalDateTime> last) {

  /** Nothing has happened. */
  public static final CaseState NONE = new CaseState(
      Phase.NONE,
      0,
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Alert.NONE,
      Optional.empty(),
      Optional.empty(),
      0,
      Optional.empty(),
      Optional.empty());

  /** Whether there is a case. */
  public enum Phase {
    NONE,
    OPEN,
    CLOSED
  }

  /** The tier that holds now: the final one, else the provisional, else the computed. */
  public Optional<Tier> tier() {
    return finalTier.or(() -> provisional).or(() -> computed);
  }

  /** Whether the student was at tier 3 by anybody since the last screening, or an alert is open. */
  public boolean needsTalk() {
    return alert.isRaised()
        || Stream.of(computed, provisional, proposed, finalTier)
            .anyMatch(tier -> tier.equals(Optional.of(Tier.INTENSIVE)));
  }

  /** Whether somebody talked to the student since a time; since ever, if there is none. */
  boolean hasTalkedSince(Optional<LocalDateTime> time) {
    return talkedAt
        .filter(talk -> time.map(from -> !talk.isBefore(from)).orElse(true))
        .isPresent();
  }
}
