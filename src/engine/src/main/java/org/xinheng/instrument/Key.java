package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How one item enters a scale.
 *
 * @param item the item's id
 * @param reversed counts as declared minimum + declared maximum − answer
 * @param values what an answer, reversed if so declared, counts as; an answer that is not among them counts as itself
 * @param weight what that is multiplied by
 */
public record Key(
    String item, boolean reversed, Map<Integer, BigDecimal> values, BigDecimal weight) {

  public Key {
    values = Map.copyOf(values);
  }

  /** What an answer to the item counts as, before the weight. */
  BigDecimal valueOf(int code, ResponseSet responses) {
    int keyed = reversed ? responses.lowest() + responses.highest() - code : code;
    return values.getOrDefault(keyed, BigDecimal.valueOf(keyed));
  }
}
