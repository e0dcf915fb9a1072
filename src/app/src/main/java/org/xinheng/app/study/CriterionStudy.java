package org.xinheng.app.study;

import java.util.List;
import org.xinheng.validation.study.StudyResult;

/**
 * A study of scores against a criterion.
 *
 * @param criterion heading of the column
 * @param positive what it says of cases
 * @param result what was found
 */
public record CriterionStudy(String criterion, List<String> positive, StudyResult result) {

  public CriterionStudy {
    positive = List.copyOf(positive);
  }
}
