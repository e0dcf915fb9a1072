package org.xinheng.scoring.careless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvenOddTest {

  private static final double NO_ANSWER = Double.NaN;
  private static final EvenOdd THREE_SCALES =
      EvenOdd.over(List.of(new int[] {0, 1, 2}, new int[] {3, 4, 5}, new int[] {6, 7, 8}));

  /**
   * Odd means 1, 2, 3 and even means 1, 3, 2: deviations -1, 0, 1 and -1, 1, 0 give r = 1/2, stepped up
   * 2 (1/2) / (3/2) = 2/3.
   */
  @Test
  void inconsistencyByHand() {
    assertThat(
            THREE_SCALES.inconsistency(new double[] {1, 1, 1, 1, 3, 3, 2, 2, 4}).orElseThrow())
        .isCloseTo(-2.0 / 3, within(1e-15));
  }

  @Test
  void equalHalvesAreConsistentAndOppositeOnesAreNot() {
    assertThat(
            THREE_SCALES.inconsistency(new double[] {1, 1, 1, 2, 2, 2, 5, 5, 5}).orElseThrow())
        .isCloseTo(-1, within(1e-15));
    // r = -1, where the formula has no value, counts like all below -1/3.
    assertThat(THREE_SCALES.inconsistency(new double[] {1, 5, 1, 3, 3, 3, 5, 1, 5}))
        .hasValue(1);
  }

  @Test
  void halvesAreThoseOfTheDeclaredOrder() {
    EvenOdd mixed =
        EvenOdd.over(List.of(new int[] {8, 0, 2}, new int[] {1, 4, 3}, new int[] {5, 6, 7}));
    // The scales of the first example, their items elsewhere in the row.
    assertThat(mixed.inconsistency(new double[] {1, 1, 1, 3, 3, 2, 2, 4, 1}).orElseThrow())
        .isCloseTo(-2.0 / 3, within(1e-15));
  }

  @Test
  void missingAnswersLeaveTheMeanOfTheOthersOrTheScaleOut() {
    // The third item of the first scale: its odd mean stays 1.
    assertThat(THREE_SCALES
            .inconsistency(new double[] {1, 1, NO_ANSWER, 1, 3, 3, 2, 2, 4})
            .orElseThrow())
        .isCloseTo(-2.0 / 3, within(1e-15));
    // The only even item of the first scale: two scales are left, which fall from 3 to 2 as they
    // rise from 2 to 3.
    assertThat(THREE_SCALES.inconsistency(new double[] {1, NO_ANSWER, 1, 1, 3, 3, 2, 2, 4}))
        .hasValue(1);
  }

  @Test
  void hasNoValueWhenHalvesDoNotVary() {
    assertThat(THREE_SCALES.inconsistency(new double[] {2, 2, 2, 2, 2, 2, 2, 2, 2}))
        .isEmpty();
    assertThat(THREE_SCALES.inconsistency(new double[] {2, 1, 2, 2, 2, 2, 2, 3, 2}))
        .isEmpty();
    assertThat(EvenOdd.over(List.of(new int[] {0}, new int[] {1, 2}))
            .inconsistency(new double[] {1, 2, 3}))
        .isEmpty();
  }

  @Test
  void refusesScalesThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EvenOdd.over(List.of(new int[] {0, 1})))
        .withMessage("even-odd consistency needs at least two scales: 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EvenOdd.over(List.of(new int[] {0, 1}, new int[] {1, 2})));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> THREE_SCALES.inconsistency(new double[8]))
        .withMessage("column must be in [0, 7]: 8");
  }
}
