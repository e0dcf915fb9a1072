package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTextTest {

  @Test
  void spellsWholeNumbersWithoutAPoint() {
    assertThat(OutputText.number(0)).isEqualTo("0");
    assertThat(OutputText.number(-0.0)).isEqualTo("0");
    assertThat(OutputText.number(27)).isEqualTo("27");
    assertThat(OutputText.number(1e7)).isEqualTo("10000000");
  }

  @Test
  void spellsFractionsWithAtMostTenDecimals() {
    assertThat(OutputText.number(0.5)).isEqualTo("0.5");
    assertThat(OutputText.number(-2.25)).isEqualTo("-2.25");
    assertThat(OutputText.number(4.0 / 3)).isEqualTo("1.3333333333");
    assertThat(OutputText.number(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(OutputText.number(2e-3)).isEqualTo("0.002");
    assertThat(OutputText.number(-1e-12)).isEqualTo("0");
  }

  @Test
  void roundsExactHalvesToEven() {
    // 2 to the power of -11 is exactly 0.00048828125.
    assertThat(OutputText.number(1.0 / 2048)).isEqualTo("0.0004882812");
    assertThat(OutputText.number(3.0 / 2048)).isEqualTo("0.0014648438");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+x", "-x", "@sum", "\tx", "\rx", "-", "+1.", "-.5", "-1e", "--1", "-1.5.2"
      })
  void putsAnApostropheBeforeWhatStartsLikeAFormula(String text) {
    assertThat(OutputText.harmless(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1", "-1", "+0.25", "-1.5e-7", "+1E6", "a=b", "'=x", " =x"})
  void leavesOtherTextAlone(String text) {
    assertThat(OutputText.harmless(text)).isEqualTo(text);
  }
}
