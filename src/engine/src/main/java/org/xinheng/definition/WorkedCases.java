package org.xinheng.definition;

import java.util.List;

/**
 * The worked cases of one questionnaire.
 *
 * @param questionnaire its id
 * @param list in file order
 */
public record WorkedCases(String questionnaire, List<WorkedCase> list) {

  public WorkedCases {
    list = List.copyOf(list);
  }
}
