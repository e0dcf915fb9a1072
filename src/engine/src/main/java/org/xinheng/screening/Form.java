package org.xinheng.screening;

import java.time.LocalDate;
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
 * @param on when it was answered, if the table says so
 */
public record Form(
    ResponseTable responses,
    ScoreTable scores,
    int row,
    Map<String, LevelBounds> stopped,
    Optional<LocalDate> on) {

  public Form {
    stopped = Map.copyOf(stopped);
  }

  /** A form of which everything was asked, and nobody knows when it was answered. */
  public Form(ResponseTable responses, ScoreTable scores, int row) {
    this(responses, scores, row, Map.of(), Optional.empty());
  }

  /** The same, of which some scales were stopped early. */
  public Form withStopped(Map<String, LevelBounds> levels) {
    return new Form(responses, scores, row, levels, on);
  }

  /** The same, answered on a day. */
  public Form withDay(Optional<LocalDate> day) {
    return new Form(responses, scores, row, stopped, day);
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
