package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FractionTest {

  @Test
  void comparesByTheValueAndNotByTheTerms() {
    assertThat(Fraction.compare(1, 3, 2, 6)).isZero();
    assertThat(Fraction.compare(-1, 2, 1, 3)).isNegative();
    assertThat(Fraction.compare(-1, 3, -1, 2)).isPositive();
  }

  @Test
  void comparesWhereProductsLeave64Bits() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      long num = random.nextLong() >> random.nextInt(64);
      long den = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
      long otherNum = random.nextBoolean() ? num : random.nextLong();
      long otherDen = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
      int expected = BigInteger.valueOf(num)
          .multiply(BigInteger.valueOf(otherDen))
          .compareTo(BigInteger.valueOf(otherNum).multiply(BigInteger.valueOf(den)));
      assertThat(Integer.signum(Fraction.compare(num, den, otherNum, otherDen)))
          .as("%d/%d and %d/%d", num, den, otherNum, otherDen)
          .isEqualTo(expected);
    }
  }
}
