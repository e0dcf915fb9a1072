package org.xinheng.instrument.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class IrtScaleTest {

  private static final double LN3 = Math.log(3);

  /** At 0 each of these is answered 1 with probability 3/4. */
  private static final IrtScale EASY =
      new IrtScale(List.of(Dichotomous.rasch(-LN3), Dichotomous.rasch(-LN3)));

  @Test
  void addsItemsUp() {
    assertThat(EASY.expectedScore(0)).isCloseTo(1.5, within(1e-15));
    assertThat(EASY.information(0)).isCloseTo(2 * 3.0 / 16, within(1e-15));
    assertThat(EASY.logLikelihood(0, new int[] {1, 0}))
        .isCloseTo(Math.log(3.0 / 16), within(1e-15));
  }

  @Test
  void leavesMissingAnswersOut() {
    int[] answers = {IrtScale.MISSING, 1};
    assertThat(EASY.logLikelihood(0, answers)).isCloseTo(Math.log(0.75), within(1e-15));
    assertThat(EASY.information(0, answers)).isCloseTo(3.0 / 16, within(1e-15));
    assertThat(EASY.information(0, new int[] {-1, -1})).isZero();
    assertThat(EASY.logLikelihood(0, new int[] {-1, -1})).isZero();
  }

  /**
   * One item: l - E(l) is (1 - P) ln 3 = ln 3 / 4 for answer 1 and -3/4 ln 3 for answer 0; Var(l) = 3/16 (ln 3)^2. Two
   * items, one of each: -1/2 ln 3 over the root of 6/16 (ln 3)^2.
   */
  @Test
  void personFitByHand() {
    assertThat(EASY.lz(0, new int[] {1, -1}).orElseThrow())
        .isCloseTo(1 / Math.sqrt(3), within(1e-15));
    assertThat(EASY.lz(0, new int[] {-1, 0}).orElseThrow()).isCloseTo(-Math.sqrt(3), within(1e-15));
    assertThat(EASY.lz(0, new int[] {1, 0}).orElseThrow())
        .isCloseTo(-Math.sqrt(2.0 / 3), within(1e-15));
  }

  @Test
  void personFitNeedsAnswersThatCouldBeUnlikely() {
    assertThat(EASY.lz(0, new int[] {-1, -1})).isEmpty();
    assertThat(new IrtScale(List.of(Dichotomous.rasch(0))).lz(0, new int[] {1})).isEmpty();
  }

  @Test
  void refusesAnswersThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EASY.logLikelihood(0, new int[] {1}))
        .withMessage("1 answers for 2 items");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EASY.lz(0, new int[] {1, 2}))
        .withMessage("the answer to item 1 must be -1 or in [0, 1]: 2");
    assertThatIllegalArgumentException().isThrownBy(() -> EASY.information(0, new int[] {-2, 0}));
    assertThatIllegalArgumentException().isThrownBy(() -> new IrtScale(List.of()));
  }
}
