package org.xinheng.validation.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;

class SummaryTest {

  @Test
  void quantilesOfNineTypes() {
    JsonNode r = ReferenceCase.results("quantiles_types");
    check(r, "dsi", ReferenceCase.table("suicide").numbers("dsi"));
    check(r, "s100b", ReferenceCase.table("asah").numbers("s100b"));
  }

  private static void check(JsonNode r, String name, double[] values) {
    double[] shares = ReferenceCase.numbers(r.get("p"));
    double[] sorted = Moments.sorted(values);
    for (QuantileType type : QuantileType.values()) {
      JsonNode expected = r.get(name).get("type" + (type.ordinal() + 1));
      for (int i = 0; i < shares.length; i++) {
        ReferenceCase.close(
            name + type + shares[i], type.of(sorted, shares[i]), expected.get(i), 1e-13);
      }
    }
  }

  @Test
  void correlationsWithTies() {
    JsonNode r = ReferenceCase.results("correlation_asah");
    Table d = ReferenceCase.table("asah");
    PairedNumbers pairs = PairedNumbers.of(d.numbers("s100b"), d.numbers("ndka"));
    PairedNumbers.Kendall kendall = pairs.kendall();
    int n = pairs.n();
    double r12 = PairedNumbers.of(d.numbers("gos6"), d.numbers("s100b")).pearson();
    double r13 = PairedNumbers.of(d.numbers("gos6"), d.numbers("wfns")).pearson();
    double r23 = PairedNumbers.of(d.numbers("s100b"), d.numbers("wfns")).pearson();
    DependentCorrelations three = new DependentCorrelations(r12, r13, r23, n);
    double a = PairedNumbers.of(d.numbers("s100b"), d.numbers("age")).pearson();
    double b = PairedNumbers.of(d.numbers("ndka"), d.numbers("age")).pearson();
    ReferenceCase.check(r, 1e-10)
        .is("n", n)
        .is("pearson", pairs.pearson())
        .is("t", PairedNumbers.t(pairs.pearson(), n))
        .is("p", PairedNumbers.p(pairs.pearson(), n))
        .is("ci95", PairedNumbers.interval(pairs.pearson(), n, 0.95))
        .is("spearman", pairs.spearman())
        .is("spearman_p", PairedNumbers.p(pairs.spearman(), n))
        .is("kendall_tau_b", kendall.tau())
        .is("kendall_z", kendall.z())
        .is("kendall_p", kendall.p())
        .is("williams_t", Math.abs(three.williamsT()))
        .is("williams_p", three.williamsP())
        .is(
            "partial_s100b_ndka_given_age",
            new DependentCorrelations(pairs.pearson(), a, b, n).partial());
  }

  /** Of 1, 2, 3, 10: mean 4, squares 9 + 4 + 1 + 36 = 50, by 3. */
  @Test
  void momentsByHand() {
    Moments moments = Moments.of(1, 2, Double.NaN, 3, 10);
    assertThat(moments.n()).isEqualTo(4);
    assertThat(moments.missing()).isEqualTo(1);
    assertThat(moments.mean()).isEqualTo(4);
    assertThat(moments.variance()).isCloseTo(50.0 / 3, within(1e-14));
    // Cubes -27 - 8 - 1 + 216 = 180, by 4.
    assertThat(moments.third()).isEqualTo(45);
    assertThat(Moments.of(7).variance()).isNaN();
    assertThat(Moments.of().mean()).isNaN();
  }

  /** 1, 2, 3, 4: the median lies halfway; a quarter along lies 1.75 by type 7 and 1.25 by type 6. */
  @Test
  void quantilesByHand() {
    double[] sorted = {1, 2, 3, 4};
    assertThat(QuantileType.TYPE_7.of(sorted, 0.25)).isEqualTo(1.75);
    assertThat(QuantileType.TYPE_6.of(sorted, 0.25)).isEqualTo(1.25);
    assertThat(QuantileType.TYPE_2.of(sorted, 0.5)).isEqualTo(2.5);
    assertThat(QuantileType.TYPE_7.of(new double[0], 0.5)).isNaN();
  }

  /** Pairs (1,1), (2,2), (3,2): concordant 2, one tied in y: tau-b = 2 / sqrt(3 · 2). */
  @Test
  void kendallByHand() {
    PairedNumbers pairs =
        PairedNumbers.of(new double[] {1, 2, 3, Double.NaN}, new double[] {1, 2, 2, 5});
    assertThat(pairs.kendall().tau()).isCloseTo(2 / Math.sqrt(6), within(1e-15));
  }

  @Test
  void aConstantIsNotCorrelated() {
    assertThat(PairedNumbers.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}).pearson())
        .isNaN();
  }

  /** Columns (1,2,3) and (2,4,9): means 2 and 5, covariance (3 + 0 + 4) / 2. */
  @Test
  void covariancesByHand() {
    double[][] table = {{1, 2}, {2, 4}, {3, 9}, {Double.NaN, 7}};
    Covariances complete = Covariances.complete(table);
    assertThat(complete.rows()).isEqualTo(3);
    assertThat(complete.value(0, 1)).isEqualTo(3.5);
    Covariances pairwise = Covariances.pairwise(table);
    assertThat(pairwise.value(0, 1)).isEqualTo(3.5);
    // With the fourth: 2, 4, 9, 7 about 5.5: 12.25 + 2.25 + 12.25 + 2.25 = 29, by 3.
    assertThat(pairwise.value(1, 1)).isCloseTo(29.0 / 3, within(1e-14));
  }
}
