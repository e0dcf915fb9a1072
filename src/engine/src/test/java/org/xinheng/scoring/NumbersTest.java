package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void spellsWholeNumbersWithoutAPoint() {
    assertThat(Numbers.plain(0)).isEqualTo("0");
    assertThat(Numbers.plain(-0.0)).isEqualTo("0");
    assertThat(Numbers.plain(27)).isEqualTo("27");
    assertThat(Numbers.plain(1e7)).isEqualTo("10000000");
  }

  @Test
  void spellsFractionsWithAtMostTenDecimals() {
    assertThat(Numbers.plain(0.5)).isEqualTo("0.5");
    assertThat(Numbers.plain(-2.25)).isEqualTo("-2.25");
    assertThat(Numbers.plain(4.0 / 3)).isEqualTo("1.3333333333");
    assertThat(Numbers.plain(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(Numbers.plain(2e-3)).isEqualTo("0.002");
    assertThat(Numbers.plain(-1e-12)).isEqualTo("0");
  }

  @Test
  void roundsExactHalvesToEven() {
    // 2 to the power of -11 is exactly 0.00048828125.
    assertThat(Numbers.plain(1.0 / 2048)).isEqualTo("0.0004882812");
    assertThat(Numbers.plain(3.0 / 2048)).isEqualTo("0.0014648438");
  }
}
