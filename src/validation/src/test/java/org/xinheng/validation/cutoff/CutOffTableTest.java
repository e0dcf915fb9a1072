package org.xinheng.validation.cutoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.Direction;
import org.xinheng.validation.RandomNumbers;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;
import org.xinheng.validation.accuracy.Confusion;

class CutOffTableTest {

  private static final Direction HIGHER = Direction.HIGHER_IS_CASE;

  @Test
  void wholeScores() {
    check(
        ReferenceCase.results("cutpoints_suicide_dsi"),
        suicide(ReferenceCase.table("suicide")),
        1e-12);
  }

  @Test
  void wholeScoresOfGirls() {
    Table girls = ReferenceCase.table("suicide").where("gender", "female");
    check(ReferenceCase.results("cutpoints_suicide_dsi_female"), suicide(girls), 1e-13);
  }

  @Test
  void scoresWithDecimals() {
    Table d = ReferenceCase.table("asah");
    CutOffTable table = CutOffTable.of(d.numbers("s100b"), d.is("outcome", "Poor"), HIGHER);
    check(ReferenceCase.results("cutpoints_asah_s100b").get("observed"), table, 1e-13);
  }

  static CutOffTable suicide(Table d) {
    return CutOffTable.of(d.numbers("dsi"), d.is("suicide", "yes"), HIGHER);
  }

  private static void check(JsonNode rows, CutOffTable table, double relative) {
    assertThat(table.cutOffs()).hasSize(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      CutOff point = table.cutOffs().get(i);
      Confusion c = point.counts();
      Map<String, Double> values = Map.ofEntries(
          Map.entry("threshold", point.score()),
          Map.entry("tp", (double) c.tp()),
          Map.entry("fp", (double) c.fp()),
          Map.entry("tn", (double) c.tn()),
          Map.entry("fn", (double) c.fn()),
          Map.entry("sensitivity", c.sensitivity()),
          Map.entry("specificity", c.specificity()),
          Map.entry("ppv", c.ppv()),
          Map.entry("npv", c.npv()),
          Map.entry("lr_pos", c.positiveLikelihoodRatio()),
          Map.entry("lr_neg", c.negativeLikelihoodRatio()),
          Map.entry("youden", c.youden()),
          Map.entry("f1", c.f1()),
          Map.entry("kappa", c.kappa()),
          Map.entry("accuracy", c.accuracy()),
          Map.entry("balanced_accuracy", c.balancedAccuracy()),
          Map.entry("dor", c.diagnosticOddsRatio()),
          Map.entry("roc01", c.distanceToTopLeft()),
          Map.entry("mcc", c.mcc()),
          Map.entry("flagged_rate", c.flaggedRate()));
      JsonNode row = rows.get(i);
      row.fieldNames()
          .forEachRemaining(name -> ReferenceCase.close(
              name + " at " + point.score(), values.get(name), row.get(name), relative));
    }
  }

  @Test
  void bestCutOffs() {
    JsonNode r = ReferenceCase.results("optimal_suicide_dsi");
    CutOffTable table = suicide(ReferenceCase.table("suicide"));
    checkOptimum(r.get("youden"), table.best(Criterion.YOUDEN));
    checkOptimum(r.get("sum_sens_spec"), table.best(Criterion.SENSITIVITY_PLUS_SPECIFICITY));
    checkOptimum(r.get("f1"), table.best(Criterion.F1));
    checkOptimum(r.get("kappa"), table.best(Criterion.KAPPA));
    checkOptimum(r.get("accuracy"), table.best(Criterion.ACCURACY));
    checkOptimum(r.get("closest_topleft"), table.best(Criterion.TOP_LEFT));
    checkOptimum(r.get("product_sens_spec"), table.best(Criterion.SENSITIVITY_TIMES_SPECIFICITY));
    checkOptimum(
        r.get("abs_difference_sens_spec"), table.best(Criterion.SENSITIVITY_NEAR_SPECIFICITY));
    checkOptimum(r.get("cost_fp1_fn2"), table.best(Criterion.cost(1, 2)));
    checkOptimum(r.get("cost_fp1_fn10"), table.best(Criterion.cost(1, 10)));
    for (double rate : new double[] {0.8, 0.9, 0.95}) {
      checkChosen(r.get("sens_at_least_" + rate), table.mostSpecific(rate), Confusion::sensitivity);
    }
    checkChosen(r.get("spec_at_least_0.9"), table.mostSensitive(0.9), Confusion::specificity);
  }

  private static void checkChosen(
      JsonNode expected, Optimum optimum, java.util.function.ToDoubleFunction<Confusion> second) {
    assertThat(cutOffs(optimum)).containsExactly(ReferenceCase.numbers(expected.get("thresholds")));
    CutOff chosen = CutOffTable.chosen(optimum, Criterion.largest("constrained", second));
    ReferenceCase.check(expected, 1e-12)
        .is("chosen", chosen.score())
        .is("sensitivity", chosen.counts().sensitivity())
        .is("specificity", chosen.counts().specificity());
  }

  private static void checkOptimum(JsonNode expected, Optimum optimum) {
    assertThat(cutOffs(optimum)).containsExactly(ReferenceCase.numbers(expected.get("thresholds")));
    for (int i = 0; i < optimum.cutOffs().size(); i++) {
      CutOff point = optimum.cutOffs().get(i);
      ReferenceCase.close("value", optimum.value(), expected.get("value").get(i), 1e-12);
      ReferenceCase.close(
          "sensitivity",
          point.counts().sensitivity(),
          expected.get("sensitivity").get(i),
          1e-12);
      ReferenceCase.close(
          "specificity",
          point.counts().specificity(),
          expected.get("specificity").get(i),
          1e-12);
      if (expected.has("midpoints")) {
        ReferenceCase.close(
            "midpoint", point.midpoint(), expected.get("midpoints").get(i), 0);
        ReferenceCase.close(
            "accuracy", point.counts().accuracy(), expected.get("accuracy").get(i), 1e-12);
      }
    }
  }

  private static double[] cutOffs(Optimum optimum) {
    return optimum.cutOffs().stream().mapToDouble(CutOff::score).toArray();
  }

  @Test
  void bestCutOffsOfEachGender() {
    ReferenceCase.results("optimal_suicide_by_gender").properties().forEach(entry -> {
      Table d = ReferenceCase.table("suicide").where("gender", entry.getKey());
      CutOffTable table = suicide(d);
      checkOptimum(entry.getValue().get("youden"), table.best(Criterion.YOUDEN));
      checkOptimum(entry.getValue().get("f1"), table.best(Criterion.F1));
      checkOptimum(entry.getValue().get("cost_fp1_fn10"), table.best(Criterion.cost(1, 10)));
    });
  }

  @Test
  void bestObservedCutOffs() {
    JsonNode results = ReferenceCase.results("optimalcutpoints_suicide");
    CutOffTable table = suicide(ReferenceCase.table("suicide"));
    double prevalence = 36.0 / 532;
    Map<String, Optimum> found = Map.ofEntries(
        Map.entry("Youden", table.bestObserved(Criterion.YOUDEN)),
        Map.entry("MaxSpSe", table.bestObserved(Criterion.LESSER_OF_SENSITIVITY_AND_SPECIFICITY)),
        Map.entry("MaxProdSpSe", table.bestObserved(Criterion.SENSITIVITY_TIMES_SPECIFICITY)),
        Map.entry("ROC01", table.bestObserved(Criterion.TOP_LEFT)),
        Map.entry("SpEqualSe", table.bestObserved(Criterion.SENSITIVITY_NEAR_SPECIFICITY)),
        Map.entry("MaxKappa", table.bestObserved(Criterion.KAPPA)),
        Map.entry("MaxEfficiency", table.bestObserved(Criterion.ACCURACY)),
        Map.entry("PrevalenceMatching", table.bestObserved(Criterion.PREVALENCE_MATCHING)),
        Map.entry("MCT", table.bestObserved(Criterion.costAtPrevalence(5, prevalence))),
        Map.entry("MaxDOR", table.bestObserved(Criterion.DIAGNOSTIC_ODDS_RATIO)),
        Map.entry("MinValueSe", table.mostSpecific(0.9)),
        Map.entry("MinValueSp", table.mostSensitive(0.9)));
    results.properties().forEach(entry -> {
      Optimum optimum = found.get(entry.getKey());
      JsonNode expected = entry.getValue();
      assertThat(cutOffs(optimum))
          .as(entry.getKey())
          .containsExactly(ReferenceCase.numbers(expected.get("cutoffs")));
      Confusion c = optimum.flaggingFewest().counts();
      ReferenceCase.close("sens", c.sensitivity(), expected.get("sens").get(0), 1e-10);
      ReferenceCase.close("spec", c.specificity(), expected.get("spec").get(0), 1e-10);
      ReferenceCase.close("ppv", c.ppv(), expected.get("ppv").get(0), 1e-10);
      ReferenceCase.close("npv", c.npv(), expected.get("npv").get(0), 1e-10);
      ReferenceCase.close("fp", c.fp(), expected.get("fp").get(0), 1e-10);
      ReferenceCase.close("fn", c.fn(), expected.get("fn").get(0), 1e-10);
    });
  }

  @Test
  void tierWorkload() {
    CutOffTable table = suicide(ReferenceCase.table("suicide"));
    for (JsonNode row : ReferenceCase.results("tier_workload_suicide")) {
      Tiers tiers = Tiers.of(table, row.get("a").asDouble(), row.get("b").asDouble());
      ReferenceCase.Checked check = ReferenceCase.check(row, 1e-14);
      for (int k = 0; k < 3; k++) {
        check.is("n" + (k + 1), tiers.tiers().get(k).people());
        check.is("cases" + (k + 1), tiers.tiers().get(k).cases());
      }
      check
          .is("capture2plus", tiers.captureFrom(1))
          .is("capture3", tiers.captureFrom(2))
          .is("ppv3", tiers.tiers().get(2).ppv());
    }
  }

  @Test
  void scoreBands() {
    Table d = ReferenceCase.table("suicide");
    JsonNode rows = ReferenceCase.results("stratum_lr_suicide");
    List<ScoreBand> bands = ScoreBand.of(d.numbers("dsi"), d.is("suicide", "yes"), 1, 2, 5);
    for (int i = 0; i < rows.size(); i++) {
      ScoreBand band = bands.get(i);
      ReferenceCase.check(rows.get(i), 1e-12)
          .is("cases", band.cases())
          .is("controls", band.controls())
          .is("lr", band.likelihoodRatio())
          .is("lower", band.interval(0.95).lower())
          .is("upper", band.interval(0.95).upper())
          .is("post_at_sample_prevalence", band.posterior(36.0 / 532))
          .is("post_at_0.02", band.posterior(0.02));
    }
  }

  private static final double[] SCORES = {1, 2, 2, 3, 4};
  private static final boolean[] CASES = {false, false, true, false, true};

  /** Flagged at 4: one case of two. At 3: one case, one control. At 2: both cases and two controls of three. */
  @Test
  void countsByHand() {
    CutOffTable table = CutOffTable.of(SCORES, CASES, HIGHER);
    assertThat(table.cutOffs().stream().map(CutOff::counts))
        .containsExactly(
            new Confusion(0, 0, 3, 2),
            new Confusion(1, 0, 3, 1),
            new Confusion(1, 1, 2, 1),
            new Confusion(2, 2, 1, 0),
            new Confusion(2, 3, 0, 0));
    assertThat(table.at(2.5)).isEqualTo(new Confusion(1, 1, 2, 1));
    assertThat(table.at(-7)).isEqualTo(new Confusion(2, 3, 0, 0));
    assertThat(table.at(7)).isEqualTo(new Confusion(0, 0, 3, 2));
    assertThat(table.withinCapacity(0.4).score()).isEqualTo(3);
  }

  /** Youden is 1/2 at 4 and 1/3 at 2. */
  @Test
  void plateauHoldsWhatIsNearlyAsGood() {
    CutOffTable table = CutOffTable.of(SCORES, CASES, HIGHER);
    assertThat(cutOffs(table.best(Criterion.YOUDEN))).containsExactly(4);
    assertThat(cutOffs(table.plateau(Criterion.YOUDEN, 0.2))).containsExactly(4, 2);
  }

  @Test
  void countingAndSortingAgreeInBothDirections() {
    for (Direction direction : Direction.values()) {
      for (int seed = 0; seed < 10; seed++) {
        RandomNumbers random = new RandomNumbers(seed);
        double[] whole = new double[60];
        double[] tenths = new double[60];
        boolean[] isCase = new boolean[60];
        for (int i = 0; i < 60; i++) {
          whole[i] = i == 7 ? Double.NaN : random.below(12) - 4;
          tenths[i] = whole[i] / 10;
          isCase[i] = random.below(3) == 0;
        }
        CutOffTable counted = CutOffTable.of(whole, isCase, direction);
        CutOffTable sorted = CutOffTable.of(tenths, isCase, direction);
        assertThat(counted.missing()).isEqualTo(1);
        assertThat(counted.cutOffs().stream().map(CutOff::counts))
            .as("%s, seed %s", direction, seed)
            .containsExactlyElementsOf(
                sorted.cutOffs().stream().map(CutOff::counts).toList());
        CutOff second = counted.observed().get(1);
        assertThat(counted.at(second.score())).isEqualTo(second.counts());
      }
    }
  }

  @Test
  void withoutCasesNothingIsBest() {
    CutOffTable table = CutOffTable.of(new double[] {1, 2}, new boolean[2], HIGHER);
    assertThat(table.best(Criterion.YOUDEN).cutOffs()).isEmpty();
    assertThat(table.best(Criterion.YOUDEN).value()).isNaN();
    assertThat(CutOffTable.of(new double[0], new boolean[0], HIGHER).cutOffs()).hasSize(1);
  }

  /** All pairs tried one by one. */
  @Test
  void tiersOfTheLargestUtility() {
    for (int seed = 0; seed < 20; seed++) {
      RandomNumbers random = new RandomNumbers(seed);
      double[] scores = new double[50];
      boolean[] isCase = new boolean[50];
      for (int i = 0; i < 50; i++) {
        isCase[i] = random.below(3) == 0;
        scores[i] = random.below(9) + (isCase[i] ? 2 : 0);
      }
      double[] ofControl = {0, -1, -3};
      double[] ofCase = {-5, 1, 3};
      CutOffTable table = CutOffTable.of(scores, isCase, HIGHER);
      double[] ascending =
          table.observed().stream().mapToDouble(CutOff::score).sorted().toArray();
      double best = Tiers.pairs(table, ascending).stream()
          .mapToDouble(tiers -> utility(tiers, ofControl, ofCase))
          .max()
          .orElseThrow();
      List<List<Double>> ties = Tiers.pairs(table, ascending).stream()
          .filter(tiers -> utility(tiers, ofControl, ofCase) > best - 1e-9)
          .map(Tiers::cutOffs)
          .toList();
      Tiers.Best found = Tiers.maximising(table, ofControl, ofCase);
      assertThat(found.utility()).isCloseTo(best / 50, within(1e-12));
      assertThat(found.schemes().stream().map(Tiers::cutOffs))
          .containsExactlyInAnyOrderElementsOf(ties);
    }
  }

  private static double utility(Tiers tiers, double[] ofControl, double[] ofCase) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      Tiers.Tier tier = tiers.tiers().get(k);
      sum += tier.cases() * ofCase[k] + (tier.people() - tier.cases()) * ofControl[k];
    }
    return sum;
  }

  @Test
  void tiersMeetStatedSensitivities() {
    CutOffTable table = CutOffTable.of(SCORES, CASES, HIGHER);
    assertThat(Tiers.meeting(table, 0.9, 0.5).cutOffs()).containsExactly(2.0, 4.0);
  }
}
