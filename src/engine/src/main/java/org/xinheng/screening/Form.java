package org.xinheng.screening;

import java.util.Map;
import java.util.Optional;
import org.xinheng.scoring.LevelBounds;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;

/**
 * One student's answers to one questionnaire, with their scores.
 *
 * @param row the row of both tables
 * @param stopped by scale or classification, the levels of those that were stopped early: they count in place of a score
 */
public record Form(
    ResponseTable responses, ScoreTable scores, int row, Map<String, LevelBounds> stopped) {

  public Form {
    stopped = Map.copyOf(stopped);
  }

  /** A form of which everything was asked. */
  public Form(ResponseTable responses, ScoreTable scores, int row) {
    this(responses, scores, row, Map.of());
  }

  /** The levels of a scale or classification that was stopped early. */
  Optional<LevelBounds> stopped(String scale) {
    return Optional.ofNullable(stopped.get(scale));
  }

  boolean isBlank() {
    return responses.answered(row) == 0;
  }

  /** Whether a scale has a score or a classification an outcome, or was stopped with a level. */
  boolean isScored(String scale) {
    return stopped.containsKey(scale) || scores.isScored(row, scale);
  }
}
