package org.xinheng.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerModelTest {

  /** Steps so high that everybody stays in category 0; the third item is positive. */
  private static final AnswerModel HEALTHY = new AnswerModel(
      "calm-8",
      Collections.nCopies(8, new GradedItem(0.5, Facet.ANXIETY, 0.5, List.of(90.0, 91.0, 92.0))),
      Set.of(3));

  private static final Latent SOMEBODY = Latent.draw(
      new SchoolClass(8, 1, 0, LocalDate.of(2026, 10, 12)), Sex.FEMALE, SeededRandom.of(1));

  @Test
  void columnsAreNumberedFromOne() {
    assertThat(HEALTHY.columns()).hasSize(8).startsWith("calm-8.1").endsWith("calm-8.8");
  }

  @Test
  void healthyAnswerToPositiveItemIsItsHighestCode() {
    assertThat(codes(Sitting.ATTENTIVE)).containsExactly(0, 0, 3, 0, 0, 0, 0, 0);
  }

  @Test
  void zigZagGoesUpAndDownTheColumns() {
    assertThat(codes(Sitting.ZIG_ZAG)).containsExactly(0, 1, 2, 3, 2, 1, 0, 1);
  }

  @Test
  void straightLineStaysInOneColumn() {
    assertThat(Set.copyOf(codes(Sitting.STRAIGHT_LINE))).hasSize(1);
  }

  @Test
  void randomAnswersUseDeclaredCodes() {
    assertThat(codes(Sitting.RANDOM)).isSubsetOf(0, 1, 2, 3);
  }

  @Test
  void absentStudentHasNoAnswers() {
    assertThatIllegalArgumentException().isThrownBy(() -> codes(Sitting.ABSENT));
  }

  private static List<Integer> codes(Sitting sitting) {
    return HEALTHY.codes(SOMEBODY, sitting, SeededRandom.of(1));
  }
}
