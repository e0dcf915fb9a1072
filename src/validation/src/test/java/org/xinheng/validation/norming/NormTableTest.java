package org.xinheng.validation.norming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.RandomNumbers;
import org.xinheng.validation.ReferenceCase;

class NormTableTest {

  private static double[] upTo(int highest) {
    return IntStream.rangeClosed(0, highest).asDoubleStream().toArray();
  }

  @Test
  void readingComprehensionInGradeThree() {
    JsonNode r = ReferenceCase.results("norms_elfe_grade3");
    double[] raw = ReferenceCase.table("elfe").where("group", "3").numbers("raw");
    NormTable found = NormTable.of(raw, upTo(28));
    ReferenceCase.check(r, 1e-12).is("n", found.n()).is("mean", found.mean()).is("sd", found.sd());
    for (int i = 0; i < 29; i++) {
      NormTable.Row row = found.rows().get(i);
      ReferenceCase.check(r.get("table").get(i), 1e-12)
          .is("raw", row.raw())
          .is("freq", row.people())
          .is("pr_below", row.below())
          .is("pr_at_or_below", row.atOrBelow())
          .is("pr_mid", row.mid())
          .is("z", row.z())
          .is("t", row.t())
          .is("iq", row.iq())
          .is("z_normalised", row.normalisedZ())
          .is("t_normalised", row.normalisedT())
          .is("stanine", row.stanine())
          .is("sten", row.sten());
    }
  }

  /** In a symmetric group the scores at equal distances from the middle have T that add up to 100. */
  @Test
  void normalisedScoresOfASymmetricGroupAreSymmetric() {
    RandomNumbers random = new RandomNumbers(11);
    double[] raw = new double[400];
    for (int i = 0; i < 200; i++) {
      raw[i] = random.below(21);
      raw[399 - i] = 20 - raw[i];
    }
    NormTable table = NormTable.of(raw, upTo(20));
    for (int score = 0; score <= 20; score++) {
      NormTable.Row low = table.rows().get(score);
      NormTable.Row high = table.rows().get(20 - score);
      assertThat(low.normalisedT() + high.normalisedT())
          .as("seed 11, score %s", score)
          .isCloseTo(100, within(1e-9));
      assertThat(low.mid() + high.mid()).isCloseTo(100, within(1e-9));
    }
  }

  @Test
  void groupWithoutSpreadHasRanksAndNoLinearScores() {
    NormTable same = NormTable.of(new double[] {4, 4, Double.NaN, 4}, 3, 4, 5);
    assertThat(same.n()).isEqualTo(3);
    assertThat(same.missing()).isEqualTo(1);
    assertThat(same.rows().get(1).mid()).isEqualTo(50);
    assertThat(same.rows().get(1).t()).isNaN();
    assertThat(same.rows().get(2).normalisedT()).isInfinite();
    NormTable nobody = NormTable.of(new double[0], 3);
    assertThat(nobody.rows().get(0).mid()).isNaN();
    assertThat(nobody.rows().get(0).stanine()).isNaN();
  }
}
