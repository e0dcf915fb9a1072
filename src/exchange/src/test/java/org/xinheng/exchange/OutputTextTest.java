package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTextTest {

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
