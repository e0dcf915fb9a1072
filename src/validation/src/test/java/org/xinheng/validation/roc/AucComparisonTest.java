package org.xinheng.validation.roc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.Direction;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;

class AucComparisonTest {

  private static final Direction HIGHER = Direction.HIGHER_IS_CASE;

  @Test
  void twoScoresOfTheSamePatients() {
    JsonNode r = ReferenceCase.results("delong_asah_s100b_ndka");
    Table d = ReferenceCase.table("asah");
    double[][] scores = {d.numbers("s100b"), d.numbers("ndka")};
    boolean[] poor = d.is("outcome", "Poor");
    AucComparison both = AucComparison.of(scores, poor, new Direction[] {HIGHER, HIGHER});
    AucComparison.Paired paired = both.paired(0, 1);
    ReferenceCase.check(r, 1e-11)
        .is("covariance", both.covariance(0, 1))
        .is("Z", paired.z())
        .is("p_two_sided", paired.p())
        .is("p_greater", paired.pGreater())
        .is("difference", paired.difference())
        .is("difference_ci95", paired.interval(0.95));
    String[] names = {"s100b", "ndka"};
    for (int k = 0; k < 2; k++) {
      Auc auc = Auc.of(scores[k], poor, HIGHER);
      ReferenceCase.check(r.get(names[k]), 1e-11)
          .is("auc", auc.value())
          .is("variance", auc.variance())
          .is("ci95", auc.interval(0.95));
    }
    // With two areas the overall test is the square of the paired one.
    assertThat(both.overall().chiSquare()).isCloseTo(paired.z() * paired.z(), within(1e-10));
    assertThat(both.overall().df()).isEqualTo(1);
  }

  @Test
  void oneScoreInTwoGroups() {
    JsonNode r = ReferenceCase.results("roc_suicide_by_gender");
    Auc[] aucs = new Auc[2];
    String[] genders = {"female", "male"};
    for (int k = 0; k < 2; k++) {
      Table d = ReferenceCase.table("suicide").where("gender", genders[k]);
      aucs[k] = Auc.of(d.numbers("dsi"), d.is("suicide", "yes"), HIGHER);
      ReferenceCase.check(r.get(genders[k]), 1e-11)
          .is("n_pos", aucs[k].cases())
          .is("n_neg", aucs[k].controls())
          .is("auc", aucs[k].value())
          .is("variance", aucs[k].variance())
          .is("ci95", aucs[k].interval(0.95));
    }
    AucComparison.Unpaired unpaired = AucComparison.unpaired(aucs[0], aucs[1]);
    ReferenceCase.check(r.get("unpaired_delong"), 1e-11)
        .is("D", unpaired.statistic())
        .is("df", unpaired.df())
        .is("p_two_sided", unpaired.p());
    ReferenceCase.check(r.get("z_test"), 1e-11)
        .is("z", unpaired.statistic())
        .is("p_two_sided", unpaired.zP());
  }

  /** A score beside itself differs from itself by nothing, and adds no degree of freedom. */
  @Test
  void aCopyOfAScoreAddsNoDegreeOfFreedom() {
    double[] x = {1, 2, 2, 3, 1, 5};
    double[] z = {2, 1, 4, 3, 2, 2};
    boolean[] y = {false, false, true, true, false, true};
    Direction[] directions = {HIGHER, HIGHER, HIGHER};
    AucComparison all = AucComparison.of(new double[][] {x, x, z}, y, directions);
    assertThat(all.overall().df()).isEqualTo(1);
    AucComparison two =
        AucComparison.of(new double[][] {x, z}, y, new Direction[] {HIGHER, HIGHER});
    assertThat(all.overall().chiSquare()).isCloseTo(two.overall().chiSquare(), within(1e-10));
    assertThat(all.paired(0, 1).p()).isNaN();
  }
}
