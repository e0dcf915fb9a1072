package org.xinheng.screening;

import java.time.LocalDate;
import java.util.Optional;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;

/**
 * One student's answers to one questionnaire, with their scores.
 *
 * @param row the row of both tables
 * @param on when it was answered, if the table says so
 */
public record Form(ResponseTable responses, ScoreTable scores, int row, Optional<LocalDate> on) {

  /** A form of which nobody knows when it was answered. */
  public Form(ResponseTable responses, ScoreTable scores, int row) {
    this(responses, scores, row, Optional.empty());
  }

  boolean isBlank() {
    return responses.answered(row) == 0;
  }
}
