package org.xinheng.screening;

import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;

/**
 * One student's answers to one questionnaire, with their scores.
 *
 * @param row the row of both tables
 */
public record Form(ResponseTable responses, ScoreTable scores, int row) {

  boolean isBlank() {
    return responses.answered(row) == 0;
  }
}
