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
 * @param bandSets the severity classes, if any are published: of the system in use, which is that of the first set if
 *     none is chosen, the first set that is for a student is used
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

  /** The systems of cut-offs that there are, the one in use if none is chosen first. */
  public List<String> bandSystems() {
    return bandSets.stream().map(Bands::system).distinct().toList();
  }

  /**
   * What an answer adds to this scale through one of its keys: reversed, recoded, counted and weighted.
   *
   * @param answer the code, the number, or how many options were chosen
   */
  public BigDecimal contribution(Key key, ResponseSet.Scorable responses, BigDecimal answer) {
    BigDecimal value = key.valueOf(answer, responses);
    BigDecimal counted =
        counting.map(of -> of.counts(value) ? BigDecimal.ONE : BigDecimal.ZERO).orElse(value);
    return counted.multiply(key.weight());
  }

  /** Answers among which are those that add the least and the most. */
  public List<BigDecimal> telling(Key key, ResponseSet.Scorable responses) {
    return responses.representatives(
        counting.stream().map(of -> key.keyed(of.value(), responses)).toList());
  }

  /** What {@linkplain #telling telling} answers add, from the smallest to the largest. */
  public List<BigDecimal> contributions(Key key, ResponseSet.Scorable responses) {
    return telling(key, responses).stream()
        .map(answer -> contribution(key, responses, answer))
        .sorted()
        .toList();
  }

  /** How many decimals any answer through one of its keys can add. */
  public int decimals(Key key, ResponseSet.Scorable responses) {
    int decimals =
        contributions(key, responses).stream().mapToInt(Scale::decimals).max().orElse(0);
    if (counting.isPresent() || !(responses instanceof ResponseSet.Numeric numeric)) {
      return decimals;
    }
    BigDecimal unit = BigDecimal.ONE.movePointLeft(numeric.decimals());
    return Math.max(decimals, decimals(unit.multiply(key.weight())));
  }

  private static int decimals(BigDecimal value) {
    return Math.max(value.stripTrailingZeros().scale(), 0);
  }
}
