package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A table from one number to another for everybody, such as a raw sum to T. What is not in the table has no score; it is
 * never clamped to the ends.
 *
 * @param entries by rising {@link Entry#from}
 * @param between how a value between two entries, taken on the straight line between them, is rounded; empty if only
 *     listed values are converted
 */
public record Conversion(List<Entry> entries, Optional<Rounding> between) {

  public Conversion {
    entries = List.copyOf(entries);
  }

  /** One line of the table. */
  public record Entry(BigDecimal from, BigDecimal to) {}

  /** Whether the numbers rise from line to line, as looking up needs. */
  public boolean isOrdered() {
    return IntStream.range(1, entries.size())
        .allMatch(i -> entries.get(i - 1).from().compareTo(entries.get(i).from()) < 0);
  }

  /** What a value is converted to by an ordered table; empty if the table does not hold it. */
  public Optional<BigFraction> of(BigFraction value) {
    int below = -1;
    int above = entries.size();
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      int order = Exact.of(entries.get(middle).from()).compareTo(value);
      if (order == 0) {
        return Optional.of(rounded(Exact.of(entries.get(middle).to())));
      }
      below = order < 0 ? middle : below;
      above = order < 0 ? above : middle;
    }
    return between.isEmpty() || below < 0 || above == entries.size()
        ? Optional.empty()
        : Optional.of(rounded(between(entries.get(below), entries.get(above), value)));
  }

  private BigFraction rounded(BigFraction result) {
    return between.map(rounding -> rounding.of(result)).orElse(result);
  }

  private static BigFraction between(Entry below, Entry above, BigFraction value) {
    BigFraction start = Exact.of(below.from());
    BigFraction share = value.subtract(start).divide(Exact.of(above.from()).subtract(start));
    BigFraction first = Exact.of(below.to());
    return first.add(Exact.of(above.to()).subtract(first).multiply(share));
  }

  /** Which way the results go as the numbers rise: 1 never down, −1 never up, 0 both. */
  public int direction() {
    boolean rises = false;
    boolean falls = false;
    for (int i = 1; i < entries.size(); i++) {
      int step = entries.get(i).to().compareTo(entries.get(i - 1).to());
      rises |= step > 0;
      falls |= step < 0;
    }
    if (rises && falls) {
      return 0;
    }
    return falls ? -1 : 1;
  }
}
