package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How one item enters a scale.
 *
 * @param item the item's id
 * @param reversed counts as declared minimum + declared maximum − answer
 * @param values what a code, reversed if so declared, counts as; a code that is not among them counts as itself; empty
 *     for items that are no single choice
 * @param weight what that is multiplied by
 */
public record Key(
    String item, boolean reversed, Map<Integer, BigDecimal> values, BigDecimal weight) {

  public Key {
    values = Map.copyOf(values);
  }

  /** Whether a code counts as another. */
  public boolean isRecoded() {
    return !values.isEmpty();
  }

  /** What an answer to the item counts as, before the weight. */
  BigDecimal valueOf(BigDecimal answer, ResponseSet.Scorable responses) {
    BigDecimal keyed = keyed(answer, responses);
    return values.isEmpty() ? keyed : values.getOrDefault(keyed.intValue(), keyed);
  }

  /** The answer or its mirror image. */
  BigDecimal keyed(BigDecimal answer, ResponseSet.Scorable responses) {
    return reversed ? responses.lowest().add(responses.highest()).subtract(answer) : answer;
  }
}
