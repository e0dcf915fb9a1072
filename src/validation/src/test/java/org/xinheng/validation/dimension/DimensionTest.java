package org.xinheng.validation.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.RandomNumbers;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;
import org.xinheng.validation.Watch;
import org.xinheng.validation.summary.Covariances;

class DimensionTest {

  private static double[][] bfi() {
    Table table = ReferenceCase.table("bfi");
    return ReferenceCase.complete(table.matrix(table.names().subList(1, 26)));
  }

  @Test
  void twentyFiveItems() {
    JsonNode r = ReferenceCase.results("dimensionality_bfi25");
    Covariances items = Covariances.complete(bfi());
    Dimensionality found = Dimensionality.of(items.correlations(), items.rows());
    double[] eigenvalues = found.eigenvalues();
    double[] smc = found.squaredMultipleCorrelations();
    Dimensionality.Adequacy adequacy = found.adequacy();
    List<String> names = ReferenceCase.table("bfi").names().subList(1, 26);
    for (int i = 0; i < 25; i++) {
      ReferenceCase.close("eigenvalue", eigenvalues[i], r.get("eigenvalues").get(i), 1e-11);
      ReferenceCase.close(
          "kmo", adequacy.items().get(i), r.get("kmo_items").get(names.get(i)), 1e-8);
      ReferenceCase.close("smc", smc[i], r.get("smc").get(names.get(i)), 1e-8);
    }
    ReferenceCase.check(r, 1e-8)
        .is("n", items.rows())
        .is("n_above_1", found.aboveOne())
        .is("kmo_overall", adequacy.overall());
    ReferenceCase.check(r.get("bartlett"), 1e-8)
        .is("chi2", found.sphericity().chiSquare())
        .is("df", found.sphericity().df())
        .is("p", found.sphericity().p());
    double[] partials = found.averagePartials(8);
    for (int m = 0; m < 8; m++) {
      ReferenceCase.close("map", partials[m], r.get("map").get(m), 1e-8);
    }
    // The least of the eight is the fifth: 0.0146.
    assertThat(found.componentsByAveragePartial()).isEqualTo(5);
  }

  @Test
  void parallelAnalysisFindsTheTwoFactorsThatWerePutIn() {
    // Eight items, four on each of two independent factors with loadings of 0.8; seed 7.
    RandomNumbers random = new RandomNumbers(7);
    double[][] table = new double[500][8];
    for (double[] row : table) {
      double[] factors = {random.normal(), random.normal()};
      for (int j = 0; j < 8; j++) {
        row[j] = 0.8 * factors[j / 4] + 0.6 * random.normal();
      }
    }
    for (ParallelAnalysis.Source source : ParallelAnalysis.Source.values()) {
      ParallelAnalysis found = ParallelAnalysis.of(table, source, 50, 0.95, 1, Watch.NONE);
      assertThat(found.components()).as(source.name()).isEqualTo(2);
      assertThat(ParallelAnalysis.of(table, source, 50, 0.95, 1, Watch.NONE)).isEqualTo(found);
      // Eigenvalues of correlations add up to the number of items, drawn or not.
      assertThat(found.mean().stream().mapToDouble(v -> v).sum()).isCloseTo(8, within(1e-10));
    }
  }

  @Test
  void anItemThatFollowsFromOthersLeavesNoInverse() {
    double[][] table = {{1, 2, 3}, {2, 1, 3}, {0, 4, 4}, {3, 3, 6}, {1, 0, 1}};
    Covariances items = Covariances.complete(table);
    Dimensionality found = Dimensionality.of(items.correlations(), 5);
    assertThat(found.squaredMultipleCorrelations()).containsOnly(Double.NaN);
    assertThat(found.adequacy().overall()).isNaN();
    assertThat(found.eigenvalues()[2]).isCloseTo(0, within(1e-14));
  }

  @Test
  void refusesAnItemWithoutSpread() {
    double[][] table = {{1, 2}, {1, 3}, {1, 1}};
    double[][] correlations = Covariances.complete(table).correlations();
    assertThatThrownBy(() -> Dimensionality.of(correlations, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an item without any spread has no correlations");
  }

  @Test
  void sixAnswersByTwoItems() {
    JsonNode r = ReferenceCase.results("polychoric_bfi_A2_A3");
    Table bfi = ReferenceCase.table("bfi");
    long[][] table = Polychoric.table(bfi.numbers("A2"), bfi.numbers("A3"));
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        ReferenceCase.close("count", table[i][j], r.get("table").get(i).get(j), 0);
      }
    }
    Polychoric steps = Polychoric.twoStep(table);
    JsonNode refined = r.get("two_step_refined");
    ReferenceCase.near("rho", steps.rho(), refined.get("rho"), 1e-7);
    ReferenceCase.close("log-likelihood", steps.logLikelihood(), refined.get("loglik"), 1e-12);
    for (int i = 0; i < 5; i++) {
      ReferenceCase.near(
          "row limit", steps.rowLimits().get(i), refined.get("row_thresholds").get(i), 1e-13);
      ReferenceCase.near(
          "column limit",
          steps.columnLimits().get(i),
          refined.get("col_thresholds").get(i),
          1e-13);
    }
    ReferenceCase.near("rho", steps.rho(), r.get("polycor_two_step").get("rho"), 1e-5);
    ReferenceCase.near("se", steps.standardError(), r.get("polycor_two_step").get("se"), 1e-4);
    Polychoric joint = Polychoric.maximumLikelihood(table);
    ReferenceCase.near("rho", joint.rho(), r.get("polycor_ml").get("rho"), 1e-3);
    ReferenceCase.near("se", joint.standardError(), r.get("polycor_ml").get("se"), 1e-3);
    assertThat(joint.logLikelihood()).isGreaterThan(steps.logLikelihood());
    long[][] four = new long[2][2];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        four[i < 4 ? 0 : 1][j < 4 ? 0 : 1] += table[i][j];
      }
    }
    ReferenceCase.near(
        "tetrachoric", Polychoric.twoStep(four).rho(), r.get("tetrachoric_refined"), 1e-7);
  }

  @Test
  void correlationsOfAllPairsAreThoseOfEach() {
    double[][] table = ReferenceCase.table("bfi").matrix(List.of("A1", "A2", "A3"));
    double[][] all = Polychoric.correlations(table);
    double[][] columns = Covariances.columns(table, 3);
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < a; b++) {
        assertThat(all[a][b])
            .isEqualTo(
                Polychoric.twoStep(Polychoric.table(columns[a], columns[b])).rho())
            .isEqualTo(all[b][a]);
      }
    }
  }

  @Test
  void tetrachoricOfMediansIsTheSineOfTheExcess() {
    // Cut at both medians the share of both below is 1/4 + asin(rho)/(2 pi) (Sheppard 1899).
    assertThat(Polychoric.twoStep(new long[][] {{300, 200}, {200, 300}}).rho())
        .isCloseTo(Math.sin(2 * Math.PI * 0.05), within(1e-9));
    assertThat(Polychoric.twoStep(new long[][] {{200, 300}, {300, 200}}).rho())
        .isCloseTo(-Math.sin(2 * Math.PI * 0.05), within(1e-9));
  }

  @Test
  void answersThatAlwaysAgreeAreAtTheEdge() {
    assertThat(Polychoric.twoStep(new long[][] {{40, 0}, {0, 60}}).rho()).isGreaterThan(0.99);
    assertThat(Polychoric.twoStep(new long[][] {{0, 40}, {60, 0}}).rho()).isLessThan(-0.99);
    assertThat(Polychoric.twoStep(new long[][] {{40, 60}}).rho()).isNaN();
    assertThat(Polychoric.maximumLikelihood(new long[][] {{40, 60}, {0, 0}}).rho())
        .isNaN();
  }
}
