package org.xinheng.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubtractionTest {

  @Test
  void oneHiddenNumberOfALineCanBeWorkedOut() {
    Subtraction subtraction = new Subtraction(1, 30);
    subtraction.add(new double[] {1, 3});
    assertThat(subtraction.pinned()).hasValue(0);
  }

  @Test
  void twoHiddenNumbersOfALineCannot() {
    Subtraction subtraction = new Subtraction(2, 30);
    subtraction.add(new double[] {1, 1, 7});
    assertThat(subtraction.pinned()).isEmpty();
  }

  @Test
  void numbersThatAddUpToNobodyAreAllNought() {
    Subtraction subtraction = new Subtraction(2, 30);
    subtraction.add(new double[] {1, 1, 0});
    assertThat(subtraction.pinned()).hasValue(0);
  }

  /** Rows a+b = 9 and c+d+e = 12, columns a+c = 8 and b+d = 7: both rows less both columns is e = 6. */
  @Test
  void linesTogetherGiveAwayWhatEachOfThemHides() {
    Subtraction subtraction = new Subtraction(5, 30);
    subtraction.add(new double[] {1, 1, 0, 0, 0, 9});
    subtraction.add(new double[] {0, 0, 1, 1, 1, 12});
    subtraction.add(new double[] {1, 0, 1, 0, 0, 8});
    subtraction.add(new double[] {0, 1, 0, 1, 0, 7});
    assertThat(subtraction.pinned()).hasValue(4);
  }
}
