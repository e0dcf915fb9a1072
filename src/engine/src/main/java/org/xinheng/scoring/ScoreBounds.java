package org.xinheng.scoring;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Scale;

/**
 * The lowest and highest value that a scale could still reach if the answers that are missing were given, and the bands of
 * both. How they are found, and where nothing is known, is said at {@link LevelBounds}.
 *
 * @param lowest the least value; empty where nothing is known
 * @param highest the greatest value, not below {@code lowest}; empty where nothing is known
 * @param bandOfLowest the band of the least value; empty where nothing is known, or the scale has no bands
 * @param bandOfHighest the band of the greatest value
 */
public record ScoreBounds(
    OptionalDouble lowest,
    OptionalDouble highest,
    Optional<Band> bandOfLowest,
    Optional<Band> bandOfHighest) {

  /** Nothing is known. */
  public static final ScoreBounds OPEN = new ScoreBounds(
      OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), Optional.empty());

  /**
   * The bounds for one scale of one row.
   *
   * @throws IllegalArgumentException if the questionnaire has no such scale
   */
  public static ScoreBounds of(ScoringPlan plan, ResponseTable table, int row, String scaleId) {
    Scale scale = plan.instrument()
        .scale(scaleId)
        .orElseThrow(() -> new IllegalArgumentException("no scale '" + scaleId + "'"));
    ResponseTable ends = table.select(List.of(row, row));
    if (!new ExtremeAnswers(plan, ends).fill(scale)) {
      return OPEN;
    }
    ScoreTable scores = plan.runReached(ends);
    int low = isInOrder(scores, scaleId) ? ExtremeAnswers.LOW : ExtremeAnswers.HIGH;
    int high = ExtremeAnswers.HIGH - low;
    return new ScoreBounds(
        scores.value(low, scaleId),
        scores.value(high, scaleId),
        scores.band(low, scaleId),
        scores.band(high, scaleId));
  }

  private static boolean isInOrder(ScoreTable scores, String scale) {
    return scores.value(ExtremeAnswers.LOW, scale).orElse(0)
        <= scores.value(ExtremeAnswers.HIGH, scale).orElse(0);
  }

  /** Whether all that is still possible lies in one band. */
  public boolean isBandDecided() {
    return bandOfLowest.isPresent() && bandOfLowest.equals(bandOfHighest);
  }

  /** The levels of both bands; {@link LevelBounds#OPEN} if one of them is not known. */
  public LevelBounds levels() {
    if (bandOfLowest.isEmpty() || bandOfHighest.isEmpty()) {
      return LevelBounds.OPEN;
    }
    int low = bandOfLowest.get().level();
    int high = bandOfHighest.get().level();
    return new LevelBounds(Math.min(low, high), Math.max(low, high));
  }
}
