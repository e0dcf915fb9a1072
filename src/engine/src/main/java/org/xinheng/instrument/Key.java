package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.List;
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

  /**
   * Whether answers through one of the keys of a scale add the same as through the key before it, as in most scales they do.
   *
   * @param responses of the item of each key
   */
  public static boolean addsLikeBefore(
      int i, List<Key> keys, List<ResponseSet.Scorable> responses) {
    if (i == 0 || !responses.get(i).id().equals(responses.get(i - 1).id())) {
      return false;
    }
    Key key = keys.get(i);
    Key before = keys.get(i - 1);
    return key.reversed == before.reversed
        && key.weight.compareTo(before.weight) == 0
        && key.values.equals(before.values);
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
