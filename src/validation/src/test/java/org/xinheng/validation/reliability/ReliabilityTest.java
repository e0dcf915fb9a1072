package org.xinheng.validation.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.Interval;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;
import org.xinheng.validation.dimension.OneFactor;
import org.xinheng.validation.summary.Covariances;
import org.xinheng.validation.summary.Moments;

class ReliabilityTest {

  /** Items of the inventory, some turned around. */
  private static double[][] bfi(List<String> items, List<String> reversed) {
    double[][] rows = ReferenceCase.table("bfi").matrix(items);
    for (double[] row : rows) {
      for (String item : reversed) {
        row[items.indexOf(item)] = 7 - row[items.indexOf(item)];
      }
    }
    return rows;
  }

  @Test
  void agreeableness() {
    JsonNode r = ReferenceCase.results("alpha_bfi_agreeableness");
    double[][] rows = bfi(List.of("A1", "A2", "A3", "A4", "A5"), List.of("A1"));
    InternalConsistency complete = InternalConsistency.ofComplete(rows);
    check(r.get("complete"), complete, 1e-10, 1e-10);
    check(r.get("pairwise"), InternalConsistency.ofPairwise(rows), 1e-10, 1e-8);
    Moments total = Moments.of(Arrays.stream(ReferenceCase.complete(rows))
        .mapToDouble(row -> Arrays.stream(row).sum())
        .toArray());
    TrueScore score = new TrueScore(total.mean(), total.sd(), complete.total().raw());
    ReferenceCase.check(r.get("total_score_complete"), 1e-10)
        .is("n", total.n())
        .is("mean", total.mean())
        .is("sd", total.sd())
        .is("sem", score.standardErrorOfMeasurement())
        .is("sem_pupil_7pt_band90", score.band(0, 0.9).upper());
  }

  private static void check(JsonNode r, InternalConsistency found, double tight, double loose) {
    Alpha alpha = found.total();
    ReferenceCase.check(r, tight)
        .is("n_rows", alpha.n())
        .is("raw_alpha", alpha.raw())
        .is("std_alpha", alpha.standardised())
        .is("g6", alpha.g6())
        .is("average_r", alpha.averageR())
        .is("ase", alpha.standardError())
        .is("duhachek95", alpha.duhachekInterval(1.96));
    ReferenceCase.check(r, loose).is("feldt95", alpha.feldtInterval(0.95));
    for (int i = 0; i < found.items().size(); i++) {
      InternalConsistency.Item item = found.items().get(i);
      ReferenceCase.check(r.get("items").get(i), tight)
          .is("n", item.n())
          .is("raw_r", item.itemTotal())
          .is("r_cor", item.corrected())
          .is("mean", item.mean())
          .is("sd", item.sd())
          .is("alpha_if_deleted", item.without().raw())
          .is("std_alpha_if_deleted", item.without().standardised());
      ReferenceCase.check(r.get("items").get(i), loose).is("r_drop", item.itemRest());
    }
  }

  @Test
  void verbalAggression() {
    JsonNode r = ReferenceCase.results("alpha_kr20_verbal");
    Table table = ReferenceCase.table("verbal");
    double[][] rows = table.matrix(table.names().subList(0, 24));
    InternalConsistency found = InternalConsistency.ofComplete(rows);
    Moments total = Moments.of(
        Arrays.stream(rows).mapToDouble(row -> Arrays.stream(row).sum()).toArray());
    double n = total.n();
    ReferenceCase.check(r, 1e-11)
        .is("n", total.n())
        .is("kr20", found.total().raw())
        .is("kr21_sample_variance", Alpha.kuderRichardson21(24, total.mean(), total.variance()))
        .is(
            "kr21_population_variance",
            Alpha.kuderRichardson21(24, total.mean(), total.variance() * (n - 1) / n))
        .is("mean", total.mean())
        .is("sd", total.sd())
        .is(
            "sem",
            new TrueScore(total.mean(), total.sd(), found.total().raw())
                .standardErrorOfMeasurement());
    for (int i = 0; i < 24; i++) {
      InternalConsistency.Item item = found.items().get(i);
      ReferenceCase.check(r.get("items").get(i), 1e-11)
          .is("difficulty", item.mean())
          .is("item_total", item.itemTotal())
          .is("item_rest", item.itemRest())
          .is("alpha_if_deleted", item.without().raw());
    }
  }

  @Test
  void conscientiousness() {
    JsonNode r = ReferenceCase.results("omega_bfi_conscientiousness");
    List<String> items = List.of("C1", "C2", "C3", "C4", "C5");
    Covariances c = Covariances.complete(bfi(items, List.of("C4", "C5")));
    OneFactor raw = OneFactor.ofCovariances(c);
    OneFactor standard = OneFactor.ofCorrelations(c);
    for (int i = 0; i < 5; i++) {
      String item = items.get(i);
      ReferenceCase.near("loading", raw.loading(i), r.get("loadings").get(item), 1e-5);
      ReferenceCase.near("uniqueness", raw.uniqueness(i), r.get("uniquenesses").get(item), 1e-5);
      ReferenceCase.near("standard", standard.loading(i), r.get("std_loadings").get(item), 1e-5);
    }
    ReferenceCase.near("omega", raw.omega(), r.get("omega_total"), 1e-6);
    ReferenceCase.near("standard omega", standard.omega(), r.get("std_omega_total"), 1e-6);
    ReferenceCase.near("alpha", Alpha.of(c).raw(), r.get("alpha"), 1e-10);
    OneFactor.Fit fit = raw.fitMeasures();
    JsonNode expected = r.get("fit");
    ReferenceCase.near("chisq", fit.chiSquare(), expected.get("chisq"), 1e-5);
    ReferenceCase.near("df", fit.df(), expected.get("df"), 0);
    ReferenceCase.near("p", fit.p(), expected.get("pvalue"), 1e-15);
    ReferenceCase.near("cfi", fit.cfi(), expected.get("cfi"), 1e-6);
    ReferenceCase.near("tli", fit.tli(), expected.get("tli"), 1e-6);
    ReferenceCase.near("rmsea", fit.rmsea(), expected.get("rmsea"), 1e-6);
    ReferenceCase.near("lower", fit.rmseaInterval().lower(), expected.get("rmsea.ci.lower"), 1e-6);
    ReferenceCase.near("upper", fit.rmseaInterval().upper(), expected.get("rmsea.ci.upper"), 1e-6);
    ReferenceCase.near("srmr", fit.srmr(), expected.get("srmr"), 1e-6);
  }

  @Test
  void extraversionInHalves() {
    JsonNode r = ReferenceCase.results("split_half_bfi_extraversion");
    Covariances c =
        Covariances.complete(bfi(List.of("E1", "E2", "E3", "E4", "E5"), List.of("E1", "E2")));
    SplitHalf halves = SplitHalf.oddEven(c);
    ReferenceCase.check(r, 1e-10)
        .is("n", c.rows())
        .is("r_halves", halves.r())
        .is("spearman_brown", halves.spearmanBrown())
        .is("guttman_rulon", halves.guttman())
        .is("horst", halves.horst());
    Covariances correlations = Covariances.given(c.correlations(), c.rows());
    SplitHalf.AllSplits all = SplitHalf.allAsPsych(correlations);
    ReferenceCase.check(r.get("all_splits"), 1e-10)
        .is("lambda4", all.largest())
        .is("minrb", all.smallest())
        .is("meanr", all.mean())
        .is("lambda2", SplitHalf.lambda2(correlations))
        .is("lambda6", Alpha.of(c).g6())
        .is("alpha_standardised", Alpha.of(c).standardised());
    // psych looks at the first five only; the least value is that of items 3 and 5 against the
    // others.
    assertThat(SplitHalf.all(correlations).splits()).isEqualTo(10);
    assertThat(SplitHalf.all(correlations).smallest()).isLessThan(all.smallest());
    // Each of the 20 covariances lies between the parts in 6 of 10 splits: alpha · 4/5 · 6/5.
    assertThat(SplitHalf.all(correlations).mean())
        .isCloseTo(0.96 * Alpha.of(c).standardised(), within(1e-12));
  }

  @Test
  void trueScores() {
    for (JsonNode row : ReferenceCase.results("true_score_intervals")) {
      double x = row.get("x").asDouble();
      TrueScore score = new TrueScore(14.2, 5.6, row.get("rel").asDouble());
      ReferenceCase.check(row, 1e-12)
          .is("sem", score.standardErrorOfMeasurement())
          .is("kelley", score.estimate(x))
          .is("see", score.standardErrorOfEstimate())
          .is("band90_lower", score.band(x, 0.9).lower())
          .is("band90_upper", score.band(x, 0.9).upper())
          .is("true90_lower", score.trueBand(x, 0.9).lower())
          .is("true90_upper", score.trueBand(x, 0.9).upper())
          .is("band95_lower", score.band(x, 0.95).lower())
          .is("band95_upper", score.band(x, 0.95).upper())
          .is("true95_lower", score.trueBand(x, 0.95).lower())
          .is("true95_upper", score.trueBand(x, 0.95).upper());
    }
  }

  @Test
  void alphaOfFourPeopleAndThreeItems() {
    double[][] scores = {{1, 2, 1}, {2, 2, 3}, {3, 4, 3}, {0, 1, 1}};
    InternalConsistency found = InternalConsistency.ofComplete(scores);
    // Squares about the means 1.5, 2.25, 2: 5, 4.75, 4; of the sums 4, 7, 10, 2 about 5.75: 36.75.
    assertThat(found.total().raw()).isCloseTo(1.5 * (1 - 13.75 / 36.75), within(1e-15));
    // Without the first: sums 3, 5, 7, 2 about 4.25: 14.75.
    assertThat(found.items().get(0).without().raw())
        .isCloseTo(2 * (1 - 8.75 / 14.75), within(1e-14));
    Interval feldt = found.total().feldtInterval(0.95);
    assertThat(feldt.contains(found.total().raw())).isTrue();
  }

  @Test
  void equalItemsAreWhollyConsistent() {
    double[][] scores = {{1, 1}, {2, 2}, {4, 4}};
    assertThat(Alpha.of(Covariances.complete(scores)).raw()).isCloseTo(1, within(1e-15));
    double[][] constant = {{1, 2}, {1, 2}, {1, 2}};
    assertThat(Alpha.of(Covariances.complete(constant)).raw()).isNaN();
  }

  /** With loadings 0.8, 0.7, 0.6 the correlations are 0.56, 0.48, 0.42, and nothing is left over. */
  @Test
  void threeCorrelationsAreFitByOneFactorExactly() {
    double[][] r = {{1, 0.56, 0.48}, {0.56, 1, 0.42}, {0.48, 0.42, 1}};
    OneFactor factor = OneFactor.of(r, 100);
    assertThat(factor.loading(0)).isCloseTo(0.8, within(1e-9));
    assertThat(factor.loading(1)).isCloseTo(0.7, within(1e-9));
    assertThat(factor.loading(2)).isCloseTo(0.6, within(1e-9));
    // 2.1² / (2.1² + 0.36 + 0.51 + 0.64).
    assertThat(factor.omega()).isCloseTo(4.41 / 5.92, within(1e-9));
    assertThat(factor.isImproper()).isFalse();
  }

  /** 0.8 · 0.8 / 0.5 > 1: the first item would need more than all its variance. */
  @Test
  void saysWhenAUniqueVarianceWantsToVanish() {
    double[][] r = {{1, 0.8, 0.8}, {0.8, 1, 0.5}, {0.8, 0.5, 1}};
    assertThat(OneFactor.of(r, 100).isImproper()).isTrue();
  }
}
