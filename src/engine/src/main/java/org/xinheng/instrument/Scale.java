package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A keyed set of items or of other scales; its value for one person is a score.
 *
 * @param id its name in tables
 * @param name what people read
 * @param keying the items or scales it is made of
 * @param method how they are combined
 * @param counting which answers are counted, for {@link Method#COUNT} and for no other
 * @param missing what may be missing
 * @param transform how the combination becomes the value
 * @param lowest the lowest possible value, as the author declares it
 * @param highest the highest possible value, as the author declares it
 * @param bandSets the severity classes, if any are published: the first set that is for a student is used
 */
public record Scale(
    String id,
    Text name,
    Keying keying,
    Method method,
    Optional<Counting> counting,
    MissingRule missing,
    Transform transform,
    BigDecimal lowest,
    BigDecimal highest,
    List<Bands> bandSets) {

  public Scale {
    bandSets = List.copyOf(bandSets);
  }

  /** What an answer adds to this scale through one of its keys: reversed, recoded, counted and weighted. */
  public BigDecimal contribution(Key key, ResponseSet responses, int code) {
    BigDecimal value = key.valueOf(code, responses);
    BigDecimal counted =
        counting.map(of -> of.counts(value) ? BigDecimal.ONE : BigDecimal.ZERO).orElse(value);
    return counted.multiply(key.weight());
  }

  /** The options of a response set from the smallest contribution to the largest. */
  public List<BigDecimal> contributions(Key key, ResponseSet responses) {
    return responses.options().stream()
        .map(option -> contribution(key, responses, option.code()))
        .sorted()
        .toList();
  }
}
