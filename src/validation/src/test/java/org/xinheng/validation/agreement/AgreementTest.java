package org.xinheng.validation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;

class AgreementTest {

  @Test
  void sixCorrelationsOfShroutAndFleiss() {
    JsonNode r = ReferenceCase.results("icc_shrout_fleiss");
    Table d = ReferenceCase.table("shrout_fleiss");
    IntraclassCorrelation icc = IntraclassCorrelation.of(d.matrix(d.names()));
    ReferenceCase.check(r, 1e-10)
        .is("ms_subjects", icc.betweenTargets())
        .is("ms_judges", icc.betweenRaters())
        .is("ms_residual", icc.residual());
    check(r.get("results"), icc, true);
  }

  private static void check(JsonNode rows, IntraclassCorrelation icc, boolean tests) {
    for (int i = 0; i < 6; i++) {
      IntraclassCorrelation.Estimate estimate =
          icc.estimate(IntraclassCorrelation.Kind.values()[i], 0.95);
      ReferenceCase.Checked check = ReferenceCase.check(rows.get(i), 1e-10)
          .is("icc", estimate.value())
          .is("lower", estimate.interval().lower())
          .is("upper", estimate.interval().upper());
      if (tests) {
        check
            .is("F", estimate.f())
            .is("df1", estimate.df1())
            .is("df2", estimate.df2())
            .is("p", estimate.p());
      }
    }
  }

  @Test
  void kappaOfTwoNeurologists() {
    JsonNode r = ReferenceCase.results("kappa_ms_winnipeg");
    double[][] table = new double[4][];
    for (int i = 0; i < 4; i++) {
      table[i] = ReferenceCase.numbers(r.get("table").get(i));
    }
    CohenKappa plain = CohenKappa.of(table, CohenKappa.Weights.NONE);
    ReferenceCase.check(r, 1e-10)
        .is("n", plain.n())
        .is("observed_agreement", plain.observed())
        .is("pabak_k", plain.prevalenceAdjusted(4));
    check(r.get("unweighted"), plain);
    check(r.get("linear"), CohenKappa.of(table, CohenKappa.Weights.LINEAR));
    check(r.get("quadratic"), CohenKappa.of(table, CohenKappa.Weights.QUADRATIC));
  }

  private static void check(JsonNode r, CohenKappa kappa) {
    ReferenceCase.check(r, 1e-10)
        .is("kappa", kappa.kappa())
        .is("ase", kappa.standardError())
        .is("lower", kappa.interval(0.95).lower())
        .is("upper", kappa.interval(0.95).upper());
  }

  @Test
  void sixPsychiatrists() {
    JsonNode r = ReferenceCase.results("agreement_many_raters");
    Table d = ReferenceCase.table("irr_diagnoses");
    int[][] classes = new int[d.rows()][d.names().size()];
    double[][] numbers = new double[d.rows()][d.names().size()];
    for (int j = 0; j < d.names().size(); j++) {
      String[] cells = d.text(d.names().get(j));
      for (int i = 0; i < cells.length; i++) {
        classes[i][j] = cells[i].charAt(0) - '1';
        numbers[i][j] = classes[i][j];
      }
    }
    FleissKappa fleiss = FleissKappa.of(classes, 5);
    ReferenceCase.check(r, 1e-10)
        .is("fleiss_kappa", fleiss.kappa())
        .is("z", fleiss.z())
        .is(
            "krippendorff_nominal",
            KrippendorffAlpha.asIrr(numbers, KrippendorffAlpha.Metric.NOMINAL));
    // For complete nominal ratings alpha is Fleiss' kappa and a correction for the number of
    // ratings, here 180.
    assertThat(KrippendorffAlpha.of(numbers, KrippendorffAlpha.Metric.NOMINAL))
        .isCloseTo(fleiss.kappa() + (1 - fleiss.kappa()) / 180, within(1e-12));
    // R takes the p value from 1 and so finds nothing left.
    ReferenceCase.near("p", fleiss.p(), r.get("p"), 1e-15);
    for (int c = 0; c < 5; c++) {
      ReferenceCase.close(
          "class",
          fleiss.ofClasses().get(c),
          r.get("per_category").get("category" + (c + 1)),
          1e-10);
    }
  }

  private static final List<String> POSITIVE = List.of(
      "calm",
      "secure",
      "at.ease",
      "rested",
      "comfortable",
      "confident",
      "relaxed",
      "content",
      "joyful",
      "pleasant");

  @Test
  void anxietyTwice() {
    JsonNode r = ReferenceCase.results("testretest_sai");
    Table d = ReferenceCase.table("sai_ages_cart_fast_shed").where("study", "Fast");
    Map<String, double[]> totals = new HashMap<>();
    List<String> items = d.names().subList(3, 23);
    double[][] rows = d.matrix(items);
    String[] ids = d.text("id");
    String[] times = d.text("time");
    for (int i = 0; i < rows.length; i++) {
      double total = 0;
      for (int j = 0; j < items.size(); j++) {
        total += POSITIVE.contains(items.get(j)) ? 5 - rows[i][j] : rows[i][j];
      }
      totals
          .computeIfAbsent(ids[i], id -> new double[] {Double.NaN, Double.NaN})[
          Integer.parseInt(times[i]) - 1] = total;
    }
    List<Map.Entry<String, double[]>> people = new ArrayList<>(totals.entrySet());
    people.sort(
        (a, b) -> Integer.compare(Integer.parseInt(a.getKey()), Integer.parseInt(b.getKey())));
    people.removeIf(person -> Double.isNaN(person.getValue()[0] + person.getValue()[1]));
    double[] first = people.stream().mapToDouble(person -> person.getValue()[0]).toArray();
    double[] second =
        people.stream().mapToDouble(person -> person.getValue()[1]).toArray();
    Retest retest = Retest.of(first, second);
    ReliableChange change = retest.reliableChange();
    Map<ReliableChange.Verdict, Integer> verdicts = new HashMap<>();
    for (int i = 0; i < first.length; i++) {
      verdicts.merge(change.verdict(first[i], second[i]), 1, Integer::sum);
    }
    ReferenceCase.check(r, 1e-10)
        .is("n", retest.n())
        .is("mean1", retest.first().mean())
        .is("sd1", retest.first().sd())
        .is("mean2", retest.second().mean())
        .is("sd2", retest.second().sd())
        .is("r", retest.r())
        .is("r_ci95", retest.correlationInterval(0.95))
        .is("ms_between", retest.icc().betweenTargets())
        .is("ms_time", retest.icc().betweenRaters())
        .is("ms_error", retest.icc().residual())
        .is("sem_consistency", retest.icc().standardErrorOfConsistency())
        .is("sem_agreement", retest.icc().standardErrorOfAgreement())
        .is("sdc_agreement", retest.smallestDetectableChange())
        .is("rci_denominator", change.standardErrorOfDifference())
        .is("reliable_up", verdicts.get(ReliableChange.Verdict.UP))
        .is("reliable_down", verdicts.get(ReliableChange.Verdict.DOWN))
        .is("unchanged", verdicts.get(ReliableChange.Verdict.UNCHANGED));
    ReferenceCase.check(r.get("bland_altman"), 1e-10)
        .is("mean", retest.change().mean())
        .is("sd", retest.change().sd())
        .is("lower", retest.limitsOfAgreement().lower())
        .is("upper", retest.limitsOfAgreement().upper());
    check(r.get("icc"), retest.icc(), false);
    for (int i = 0; i < 10; i++) {
      ReferenceCase.close(
          "rci", change.index(first[i], second[i]), r.get("rci_first_10").get(i), 1e-10);
      ReferenceCase.close(
          "adjusted",
          retest.practiceAdjusted(first[i], second[i]),
          r.get("rci_practice_adjusted_first_10").get(i),
          1e-10);
    }
  }

  /** 20 of 25 and 15 of 25 … observed 0.7; by chance 0.5 · 0.6 + 0.5 · 0.4 = 0.5. */
  @Test
  void kappaByHand() {
    double[][] table = {{20, 5}, {10, 15}};
    CohenKappa kappa = CohenKappa.of(table, CohenKappa.Weights.NONE);
    assertThat(kappa.kappa()).isCloseTo(0.4, within(1e-15));
    // With two classes all weights are the same.
    assertThat(CohenKappa.of(table, CohenKappa.Weights.QUADRATIC).kappa())
        .isCloseTo(0.4, within(1e-15));
  }

  /** Krippendorff's own example of two raters and ten targets, 2011: 0.095. */
  @Test
  void krippendorffsExample() {
    int[] first = {0, 1, 0, 0, 0, 0, 0, 0, 1, 0};
    int[] second = {1, 1, 1, 0, 0, 1, 0, 0, 0, 0};
    double[][] ratings = new double[10][2];
    for (int i = 0; i < 10; i++) {
      ratings[i] = new double[] {first[i], second[i]};
    }
    assertThat(KrippendorffAlpha.of(ratings, KrippendorffAlpha.Metric.NOMINAL))
        .isCloseTo(0.095, within(5e-4));
    // With two values all metrics but that of ratios agree.
    assertThat(KrippendorffAlpha.of(ratings, KrippendorffAlpha.Metric.INTERVAL))
        .isCloseTo(0.095, within(5e-4));
    assertThat(KrippendorffAlpha.of(ratings, KrippendorffAlpha.Metric.ORDINAL))
        .isCloseTo(0.095, within(5e-4));
  }

  @Test
  void aTargetRatedOnceIsLeftOut() {
    double[][] ratings = {{1, 1}, {2, 2}, {3, Double.NaN}, {1, 2}};
    double[][] without = {{1, 1}, {2, 2}, {1, 2}};
    assertThat(KrippendorffAlpha.of(ratings, KrippendorffAlpha.Metric.NOMINAL))
        .isEqualTo(KrippendorffAlpha.of(without, KrippendorffAlpha.Metric.NOMINAL));
  }

  /** sd 5, reliability 0.82: the standard error is 5 sqrt(2 · 0.18) = 3. */
  @Test
  void reliableChangeByHand() {
    ReliableChange change = new ReliableChange(5, 0.82);
    assertThat(change.standardErrorOfDifference()).isCloseTo(3, within(1e-14));
    assertThat(change.verdict(10, 4)).isEqualTo(ReliableChange.Verdict.DOWN);
    assertThat(change.verdict(10, 15)).isEqualTo(ReliableChange.Verdict.UNCHANGED);
  }
}
