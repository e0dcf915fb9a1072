package org.xinheng.validation.dif;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BiFunction;

/**
 * Matching again and again without the items that were flagged, until the same ones are flagged twice.
 *
 * @param flagged items in the end
 * @param rounds how often people were matched again; 0 if nothing was flagged at first
 * @param converged whether the last round flagged what the round before had
 * @see "Candell and Drasgow (1988), Applied Psychological Measurement 12, 253-260"
 */
public record Purification(BitSet flagged, int rounds, boolean converged) {

  public Purification {
    flagged = (BitSet) flagged.clone();
  }

  @Override
  public BitSet flagged() {
    return (BitSet) flagged.clone();
  }

  /**
   * Purifies.
   *
   * @param table {@code table[person][item]} without a missing answer
   * @param mostRounds after which it ends all the same
   * @param isFlagged of an item's column and the matching score, whether it functions differently
   */
  public static Purification of(
      double[][] table, int mostRounds, BiFunction<Integer, double[], Boolean> isFlagged) {
    BitSet flagged = round(table, new BitSet(), isFlagged);
    int rounds = 0;
    boolean converged = flagged.isEmpty();
    while (!converged && rounds < mostRounds) {
      BitSet next = round(table, flagged, isFlagged);
      rounds++;
      converged = next.equals(flagged);
      flagged = next;
    }
    return new Purification(flagged, rounds, converged);
  }

  private static BitSet round(
      double[][] table, BitSet left, BiFunction<Integer, double[], Boolean> isFlagged) {
    BitSet flagged = new BitSet();
    int k = table.length == 0 ? 0 : table[0].length;
    for (int item = 0; item < k; item++) {
      flagged.set(item, isFlagged.apply(item, matching(table, item, left)));
    }
    return flagged;
  }

  /**
   * The sum of the items that are not left out; the studied item is always in it.
   *
   * @param table {@code table[person][item]}
   * @param item the studied item
   * @param left items left out
   * @return one score a person, {@code NaN} where an answer it needs is missing
   */
  public static double[] matching(double[][] table, int item, BitSet left) {
    return Arrays.stream(table)
        .mapToDouble(row -> {
          double sum = 0;
          for (int j = 0; j < row.length; j++) {
            sum += j == item || !left.get(j) ? row[j] : 0;
          }
          return sum;
        })
        .toArray();
  }
}
