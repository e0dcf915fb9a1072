package org.xinheng.scoring.careless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RowIndicesTest {

  private static final double NO_ANSWER = Double.NaN;

  /** Runs 3, 1, 2. */
  @Test
  void runsByHand() {
    double[] row = {2, 2, 2, 5, 1, 1};
    assertThat(RowIndices.longestRun(row)).isEqualTo(3);
    assertThat(RowIndices.meanRunLength(row)).hasValue(2);
  }

  /** Runs 2, 1, 2 of five answers. */
  @Test
  void missingAnswerEndsARunAndBelongsToNone() {
    double[] row = {4, 4, NO_ANSWER, 4, NO_ANSWER, NO_ANSWER, 1, 1};
    assertThat(RowIndices.longestRun(row)).isEqualTo(2);
    assertThat(RowIndices.meanRunLength(row)).hasValue(5.0 / 3);
  }

  @Test
  void nothingAnsweredHasNoRuns() {
    double[] row = {NO_ANSWER, NO_ANSWER};
    assertThat(RowIndices.longestRun(row)).isZero();
    assertThat(RowIndices.meanRunLength(row)).isEmpty();
    assertThat(RowIndices.longestRun(new double[0])).isZero();
  }

  /** Mean 3, squares 4 + 1 + 0 + 1 + 4 = 10 over 4. */
  @Test
  void variabilityByHand() {
    assertThat(RowIndices.variability(new double[] {1, 2, NO_ANSWER, 3, 4, 5}).orElseThrow())
        .isCloseTo(Math.sqrt(2.5), within(1e-15));
  }

  @Test
  void equalAnswersDoNotVary() {
    assertThat(RowIndices.variability(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1}))
        .hasValue(0);
    assertThat(RowIndices.variability(new double[] {3, NO_ANSWER})).isEmpty();
  }

  @Test
  void shareMissingByHand() {
    assertThat(RowIndices.shareMissing(new double[] {1, NO_ANSWER, 3, 4})).isEqualTo(0.25);
    assertThat(RowIndices.shareMissing(new double[] {1})).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> RowIndices.shareMissing(new double[0]));
  }

  @Test
  void refusesInfiniteAnswers() {
    double[] row = {1, Double.POSITIVE_INFINITY};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowIndices.longestRun(row))
        .withMessage("the answer to item 1 must be finite or NaN: Infinity");
    assertThatIllegalArgumentException().isThrownBy(() -> RowIndices.variability(row));
  }
}
