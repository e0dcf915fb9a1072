package org.xinheng.scoring.careless;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Pairs of items that should be answered alike: declared by the questionnaire, or found in a large table as
 * psychometric synonyms. Items that are keyed against each other are reversed before, or are antonyms.
 *
 * @see "Meade and Craig (2012), Psychological Methods 17, 437-455"
 */
public final class ItemPairs {

  /** With two points a correlation can only be -1 or 1. */
  private static final int FEWEST_PAIRS = 3;

  private final List<ItemPair> pairs;

  private ItemPairs(List<ItemPair> pairs) {
    this.pairs = pairs;
  }

  /**
   * These pairs.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static ItemPairs of(List<ItemPair> pairs) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("at least one pair of items is needed");
    }
    return new ItemPairs(List.copyOf(pairs));
  }

  /**
   * All pairs of items with the correlation of their answers over the rows that answered both, highest first. Equal
   * correlations stand in the order of the earlier item, then of the later. The head of the list are psychometric
   * synonyms, its tail antonyms; usual limits are 0.6 and -0.6.
   *
   * @param answers {@code answers[person][item]}, {@code NaN} where missing; at least one row, all of one length
   * @return without the pairs whose correlation is not defined: fewer than two rows answered both, or all of these gave
   *     one of the items the same answer
   * @throws IllegalArgumentException if there are no rows, rows differ in length, or an answer is infinite
   */
  public static List<CorrelatedPair> byCorrelation(double[][] answers) {
    int items = Rows.checked(answers)[0].length;
    double[][] columns = new double[items][answers.length];
    for (int row = 0; row < answers.length; row++) {
      for (int item = 0; item < items; item++) {
        columns[item][row] = answers[row][item];
      }
    }
    List<CorrelatedPair> pairs = new ArrayList<>();
    for (int earlier = 0; earlier < items; earlier++) {
      for (int later = earlier + 1; later < items; later++) {
        ItemPair pair = new ItemPair(earlier, later);
        Correlation.of(columns[earlier], columns[later])
            .ifPresent(r -> pairs.add(new CorrelatedPair(pair, r)));
      }
    }
    pairs.sort(Comparator.comparingDouble(CorrelatedPair::correlation).reversed());
    return pairs;
  }

  /**
   * How far the two answers of a pair are apart, on average over the pairs that are answered on both sides, in points of
   * the answer scale.
   *
   * @param row the answers, {@code NaN} where missing
   * @return at least 0; empty when no pair is answered
   * @throws IllegalArgumentException if a pair has a column that is not in the row, or an answer is infinite
   */
  public OptionalDouble meanDifference(double[] row) {
    Rows.checked(row);
    return pairs.stream()
        .mapToDouble(pair -> Math.abs(first(row, pair) - second(row, pair)))
        .filter(difference -> !Double.isNaN(difference))
        .average();
  }

  /**
   * The correlation of the two sides over the pairs, within one row: low for synonyms, or high for antonyms, is a sign of
   * carelessness. It depends a little on which item of a pair is named first.
   *
   * @param row the answers, {@code NaN} where missing
   * @return from -1 to 1; empty with fewer than three pairs answered on both sides, or when one side is all the same
   * @throws IllegalArgumentException if a pair has a column that is not in the row, or an answer is infinite
   */
  public OptionalDouble correlation(double[] row) {
    Rows.checked(row);
    double[] first = pairs.stream().mapToDouble(pair -> first(row, pair)).toArray();
    double[] second = pairs.stream().mapToDouble(pair -> second(row, pair)).toArray();
    int answered = 0;
    for (int i = 0; i < first.length; i++) {
      answered += Double.isNaN(first[i]) || Double.isNaN(second[i]) ? 0 : 1;
    }
    return answered < FEWEST_PAIRS ? OptionalDouble.empty() : Correlation.of(first, second);
  }

  private static double first(double[] row, ItemPair pair) {
    return row[Rows.column(pair.first(), row.length)];
  }

  private static double second(double[] row, ItemPair pair) {
    return row[Rows.column(pair.second(), row.length)];
  }
}
