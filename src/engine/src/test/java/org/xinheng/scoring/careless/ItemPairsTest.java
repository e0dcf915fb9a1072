package org.xinheng.scoring.careless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ItemPairsTest {

  private static final double NO_ANSWER = Double.NaN;
  private static final ItemPairs PAIRS =
      ItemPairs.of(List.of(new ItemPair(0, 1), new ItemPair(2, 3), new ItemPair(5, 4)));

  /** Differences 1, 3 and 0. */
  @Test
  void meanDifferenceByHand() {
    assertThat(PAIRS.meanDifference(new double[] {1, 2, 5, 2, 4, 4}).orElseThrow())
        .isCloseTo(4.0 / 3, within(1e-15));
    assertThat(PAIRS.meanDifference(new double[] {1, 2, NO_ANSWER, 2, 4, 4})).hasValue(0.5);
    assertThat(PAIRS.meanDifference(new double[] {NO_ANSWER, 2, 5, NO_ANSWER, 4, NO_ANSWER}))
        .isEmpty();
  }

  /** Firsts 1, 2, 3 and seconds 1, 3, 2: r = 1/2. */
  @Test
  void correlationByHand() {
    assertThat(PAIRS.correlation(new double[] {1, 1, 2, 3, 2, 3}).orElseThrow())
        .isCloseTo(0.5, within(1e-15));
    assertThat(PAIRS.correlation(new double[] {1, 1, 2, NO_ANSWER, 2, 3})).isEmpty();
    assertThat(PAIRS.correlation(new double[] {1, 1, 1, 3, 2, 1})).isEmpty();
  }

  /**
   * Columns (1, 2, 3), (1, 3, 2), (3, 2, 1) and one that is always 2: r = 1/2 of the first two, -1 of the first and the
   * third, -1/2 of the second and the third, none with the last.
   */
  @Test
  void ordersPairsByCorrelation() {
    double[][] answers = {{1, 1, 3, 2}, {2, 3, 2, 2}, {3, 2, 1, 2}};
    List<CorrelatedPair> pairs = ItemPairs.byCorrelation(answers);
    assertThat(pairs)
        .extracting(CorrelatedPair::pair)
        .containsExactly(new ItemPair(0, 1), new ItemPair(1, 2), new ItemPair(0, 2));
    assertThat(pairs.stream().mapToDouble(CorrelatedPair::correlation).toArray())
        .containsExactly(new double[] {0.5, -0.5, -1}, within(1e-15));
  }

  @Test
  void correlatesTheRowsThatAnsweredBoth() {
    double[][] answers = {{1, 1}, {2, 3}, {NO_ANSWER, 5}, {3, 2}, {4, NO_ANSWER}};
    assertThat(ItemPairs.byCorrelation(answers).get(0).correlation()).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void equalCorrelationsStandInTheOrderOfTheItems() {
    double[][] answers = {{1, 1, 1}, {2, 2, 2}};
    assertThat(ItemPairs.byCorrelation(answers))
        .extracting(CorrelatedPair::pair)
        .containsExactly(new ItemPair(0, 1), new ItemPair(0, 2), new ItemPair(1, 2));
  }

  @Test
  void refusesPairsThatDoNotFit() {
    assertThatIllegalArgumentException().isThrownBy(() -> ItemPairs.of(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new ItemPair(1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PAIRS.meanDifference(new double[5]))
        .withMessage("column must be in [0, 4]: 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ItemPairs.byCorrelation(new double[][] {{1, 2}, {1}}))
        .withMessage("row 1 has 1 answers and not 2");
  }
}
