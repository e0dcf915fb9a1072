package org.xinheng.validation.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.Interval;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;

class KnownGroupsTest {

  private static double[] where(double[] values, boolean[] is) {
    return IntStream.range(0, values.length)
        .filter(i -> is[i])
        .mapToDouble(i -> values[i])
        .toArray();
  }

  @Test
  void attemptersAndOthers() {
    Table table = ReferenceCase.table("suicide");
    double[] scores = table.numbers("dsi");
    KnownGroups found = KnownGroups.of(
        where(scores, table.is("suicide", "yes")), where(scores, table.is("suicide", "no")));
    ReferenceCase.check(ReferenceCase.results("known_groups_suicide"), 1e-11)
        .is("t", found.t())
        .is("df", found.df())
        .is("p", found.p())
        .is("mean_difference_ci95", found.differenceInterval(0.95))
        .is("cohen_d", found.cohenD())
        .is("d_ci95", found.cohenDInterval(0.95))
        .is("hedges_g", found.hedgesG())
        .is("cliff_delta", found.dominance());
  }

  @Test
  void dominanceIsThatOfAllPairs() {
    double[] first = {3, 1, 4, 1, 5, Double.NaN};
    double[] second = {2, 1, 1, 3};
    // 20 pairs: 3 beats 2, 1, 1 and ties 3; each 1 loses to 2 and 3; 4 and 5 beat all: 11 - 4.
    assertThat(KnownGroups.of(first, second).dominance()).isEqualTo(7.0 / 20);
  }

  @Test
  void aGroupOfOneOrNoneHasNoTest() {
    KnownGroups one = KnownGroups.of(new double[] {4}, new double[] {1, 2, 3});
    assertThat(one.p()).isNaN();
    assertThat(one.differenceInterval(0.95)).isEqualTo(Interval.UNDEFINED);
    assertThat(one.dominance()).isEqualTo(1);
    KnownGroups none = KnownGroups.of(new double[0], new double[] {1, 2, 3});
    assertThat(none.dominance()).isNaN();
    assertThat(none.cohenD()).isNaN();
    double[] same = new double[5];
    Arrays.fill(same, 2);
    assertThat(KnownGroups.of(same, same).t()).isNaN();
    assertThat(KnownGroups.of(same, same).dominance()).isZero();
  }
}
