package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.List;

/**
 * An item with its parameters.
 *
 * @param key the item, perhaps reversed; never recoded or weighted
 * @param discrimination a, above 0
 * @param thresholds b, from the lowest: one between each two answers
 */
public record ModelledItem(Key key, BigDecimal discrimination, List<BigDecimal> thresholds) {

  public ModelledItem {
    thresholds = List.copyOf(thresholds);
  }

  /** The category of an answer: how many of the declared answers count as less. */
  public int category(int code, ResponseSet.Choice responses) {
    BigDecimal value = key.valueOf(BigDecimal.valueOf(code), responses);
    return (int) responses.representatives(List.of()).stream()
        .filter(answer -> key.valueOf(answer, responses).compareTo(value) < 0)
        .count();
  }
}
