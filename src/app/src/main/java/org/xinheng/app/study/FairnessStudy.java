package org.xinheng.app.study;

import java.util.List;
import org.xinheng.validation.study.DifResult;
import org.xinheng.validation.study.StudyResult;

/**
 * Whether a cut-off and the items behind it treat groups alike.
 *
 * @param criterion heading of the column
 * @param positive what it says of cases
 * @param result accuracy by group
 * @param dif items between groups; none if no items were given
 */
public record FairnessStudy(
    String criterion, List<String> positive, StudyResult result, List<DifResult> dif) {

  public FairnessStudy {
    positive = List.copyOf(positive);
    dif = List.copyOf(dif);
  }
}
