package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberMapTest {

  private final NumberMap map = new NumberMap();

  @Test
  void knowsWhatWasKeptOfNumbersSmallAndLarge() {
    Map<Long, Integer> expected = new HashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long number = random.nextInt(4) - 2 + (random.nextLong() >> random.nextInt(64));
      assertThat(map.get(number)).isEqualTo(expected.getOrDefault(number, NumberMap.UNKNOWN));
      if (expected.putIfAbsent(number, i) == null) {
        map.put(number, i);
      }
    }
    expected.forEach((number, value) -> assertThat(map.get(number)).isEqualTo(value));
  }

  /** Those below have a place of their own. */
  @Test
  void tellsNumbersWithTheSameLowestBitsApart() {
    map.put(7, 1);
    map.put(7 + (1L << 32), 2);
    map.put(7 + (1L << 63), 3);
    assertThat(map.get(7)).isEqualTo(1);
    assertThat(map.get(7 + (1L << 32))).isEqualTo(2);
    assertThat(map.get(7 + (1L << 63))).isEqualTo(3);
    assertThat(map.get(7 + (1L << 33))).isEqualTo(NumberMap.UNKNOWN);
  }

  /** So that a file in which every row differs does not fill the memory. */
  @Test
  void forgetsWhenTooMuchIsKnown() {
    for (int number = 0; number < 1 << 18; number++) {
      map.put(1_000_000L * number + 500, number);
    }
    assertThat(map.get(500)).isEqualTo(NumberMap.UNKNOWN);
    assertThat(map.get(1_000_000L * ((1 << 18) - 1) + 500)).isEqualTo((1 << 18) - 1);
  }
}
