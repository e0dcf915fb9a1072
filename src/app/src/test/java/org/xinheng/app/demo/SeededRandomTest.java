package org.xinheng.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededRandomTest {

  /**
   * The first two outputs of the reference splitmix64.c for the seed 1234567, as Rosetta Code
   * prints them.
   */
  @Test
  void takesTheUpperBitsOfPublishedSplitMix64() {
    SeededRandom random = SeededRandom.of(1234567);

    assertThat(random.uniform()).isEqualTo((6457827717110365317L >>> 11) * 0x1.0p-53);
    assertThat(random.uniform()).isEqualTo((3203168211198807973L >>> 11) * 0x1.0p-53);
  }

  /** Standard errors are 0.003 for the mean and 0.004 for the variance. */
  @Test
  void normalHasMeanZeroAndVarianceOne() {
    SeededRandom random = SeededRandom.of(1);
    double[] draws = DoubleStream.generate(random::normal).limit(100_000).toArray();

    double mean = DoubleStream.of(draws).average().orElseThrow();
    double square = DoubleStream.of(draws).map(draw -> draw * draw).average().orElseThrow();

    assertThat(mean).isCloseTo(0, within(0.012));
    assertThat(square).isCloseTo(1, within(0.016));
  }

  @Test
  void shufflingKeepsEveryValue() {
    List<Integer> values = IntStream.range(0, 50).boxed().toList();

    List<Integer> shuffled = SeededRandom.of(1).shuffled(values);

    assertThat(shuffled).isNotEqualTo(values).containsExactlyInAnyOrderElementsOf(values);
  }

  @Test
  void splitStreamDoesNotFollowItsParent() {
    SeededRandom parent = SeededRandom.of(1);
    SeededRandom child = parent.split();

    assertThat(child.uniform()).isNotEqualTo(parent.uniform());
  }
}
