package org.xinheng.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Cohorts and repeated cross-sections of an invented school; the means and intervals are by hand. */
class YearTrendTest {

  private static final List<YearTrend.Score> BEFORE = List.of(
      new YearTrend.Score("a", 7, 2),
      new YearTrend.Score("b", 7, 4),
      new YearTrend.Score("c", 7, 6),
      new YearTrend.Score("left", 8, 20));

  private static final List<YearTrend.Score> AFTER = List.of(
      new YearTrend.Score("a", 8, 3),
      new YearTrend.Score("b", 8, 7),
      new YearTrend.Score("c", 8, 8),
      new YearTrend.Score("new", 8, 2),
      new YearTrend.Score("d", 7, 1),
      new YearTrend.Score("e", 7, 3));

  @Test
  void followsTheSameStudentsAndComparesTheSameGrade() {
    List<YearTrend> trends = YearTrend.of(BEFORE, AFTER, 2);
    assertThat(trends)
        .extracting(YearTrend::kind)
        .containsExactly(YearTrend.Kind.COHORT, YearTrend.Kind.REPEATED_CROSS_SECTION);
    YearTrend cohort = trends.get(0);
    // a, b and c: 2, 4, 6 to 3, 7, 8; differences 1, 3, 2 with mean 2 and variance 1; 2 ± 1.96
    // √(1/3).
    assertThat(cohort.grade()).isEqualTo(8);
    assertThat(cohort.studentsAfter()).isEqualTo(3);
    assertThat(cohort.meanBefore()).isEqualTo(4);
    assertThat(cohort.meanAfter()).isEqualTo(6);
    assertThat(cohort.lowest()).isCloseTo(0.86839, within(5e-6));
    assertThat(cohort.highest()).isCloseTo(3.13161, within(5e-6));
    YearTrend section = trends.get(1);
    // Grade 7: 2, 4, 6 with variance 4, and 1, 3 with variance 2; −2 ± 1.96 √(4/3 + 1).
    assertThat(section.grade()).isEqualTo(7);
    assertThat(section.meanAfter()).isEqualTo(2);
    assertThat(section.lowest()).isCloseTo(-4.99395, within(5e-6));
    assertThat(section.highest()).isCloseTo(0.99395, within(5e-6));
  }

  @Test
  void smallGroupsHaveNoTrend() {
    assertThat(YearTrend.of(BEFORE, AFTER, 4)).isEmpty();
  }
}
