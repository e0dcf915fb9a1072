package org.xinheng.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GradedItemTest {

  private static final SchoolClass MIDDLE = new SchoolClass(8, 1, 0, LocalDate.of(2026, 10, 12));

  /**
   * Normal table: 84.13 % lie below 1 and 97.72 % below 2; four standard errors of 40,000 draws are
   * 0.7 points.
   */
  @Test
  void stepsAreNormalQuantiles() {
    GradedItem item = new GradedItem(0.6, Facet.STUDY, 0.4, List.of(1.0, 2.0));
    SeededRandom random = SeededRandom.of(1);
    int[] counts = new int[3];

    IntStream.range(0, 40_000).forEach(student -> {
      Sex sex = student % 2 == 0 ? Sex.FEMALE : Sex.MALE;
      counts[item.draw(Latent.draw(MIDDLE, sex, random), random)]++;
    });

    assertThat(counts[0] / 40_000.0).isCloseTo(0.8413, within(0.007));
    assertThat(counts[1] / 40_000.0).isCloseTo(0.1359, within(0.007));
    assertThat(counts[2] / 40_000.0).isCloseTo(0.0228, within(0.004));
  }

  @Test
  void refusesLoadingsThatLeaveNoRoomForChance() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GradedItem(0.8, Facet.FEAR, 0.6, List.of(0.0)))
        .withMessage("the squared loadings must sum to less than 1: 0.8, 0.6");
  }
}
