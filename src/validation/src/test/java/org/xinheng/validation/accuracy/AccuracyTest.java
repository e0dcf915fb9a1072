package org.xinheng.validation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.Interval;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;

class AccuracyTest {

  private static final Confusion TWO_OR_MORE = new Confusion(32, 68, 428, 4);

  @Test
  void intervalsOfOneProportion() {
    for (JsonNode row : ReferenceCase.results("proportion_ci_grid")) {
      double x = row.get("x").asDouble();
      double n = row.get("n").asDouble();
      double level = row.get("level").asDouble();
      check(row, "wilson", ProportionInterval.WILSON.of(x, n, level), 1e-13);
      check(row, "wilson_cc", ProportionInterval.WILSON_WITH_CONTINUITY.of(x, n, level), 1e-13);
      check(row, "exact", ProportionInterval.CLOPPER_PEARSON.of(x, n, level), 1e-10);
      check(row, "jeffreys", ProportionInterval.JEFFREYS.of(x, n, level), 1e-13);
      check(row, "agresti_coull", ProportionInterval.AGRESTI_COULL.of(x, n, level), 1e-13);
      check(row, "wald", ProportionInterval.WALD.of(x, n, level), 1e-13);
    }
  }

  private static void check(JsonNode row, String name, Interval interval, double absolute) {
    String what = name + " of " + row.get("x") + "/" + row.get("n");
    ReferenceCase.near(what, interval.lower(), row.get(name + "_lower"), absolute);
    ReferenceCase.near(what, interval.upper(), row.get(name + "_upper"), absolute);
  }

  @Test
  void everythingAboutOneCutOff() {
    JsonNode results = ReferenceCase.results("epi_tests_suicide_ge2");
    Map<String, ProportionInterval> methods = Map.of(
        "exact", ProportionInterval.CLOPPER_PEARSON,
        "wilson", ProportionInterval.WILSON,
        "jeffreys", ProportionInterval.JEFFREYS);
    methods.forEach((name, method) -> {
      Map<String, Double> values = new LinkedHashMap<>();
      Map<String, Interval> intervals = new LinkedHashMap<>();
      RATES.forEach((id, rate) -> {
        values.put(id, rate.value(TWO_OR_MORE));
        intervals.put(id, rate.interval(TWO_OR_MORE, method, 0.95));
      });
      STATISTICS.forEach((id, statistic) -> {
        values.put(id, statistic.value(TWO_OR_MORE));
        intervals.put(id, statistic.interval(TWO_OR_MORE, method, 0.95));
      });
      for (JsonNode row : results.get(name)) {
        String id = row.get("statistic").asText();
        ReferenceCase.check(row, 1e-9)
            .is("est", values.get(id))
            .is("lower", intervals.get(id).lower())
            .is("upper", intervals.get(id).upper());
      }
    });
  }

  private static final Map<String, Rate> RATES = Map.ofEntries(
      Map.entry("ap", Rate.FLAGGED),
      Map.entry("tp", Rate.PREVALENCE),
      Map.entry("se", Rate.SENSITIVITY),
      Map.entry("sp", Rate.SPECIFICITY),
      Map.entry("diag.ac", Rate.ACCURACY),
      Map.entry("pv.pos", Rate.PPV),
      Map.entry("pv.neg", Rate.NPV),
      Map.entry("p.rout", Rate.NOT_FLAGGED),
      Map.entry("p.rin", Rate.FLAGGED),
      Map.entry("p.tpdn", Rate.FALSE_POSITIVE_RATE),
      Map.entry("p.tndp", Rate.FALSE_NEGATIVE_RATE),
      Map.entry("p.dntp", Rate.FALSE_DISCOVERY_RATE),
      Map.entry("p.dptn", Rate.FALSE_OMISSION_RATE));

  private static final Map<String, AccuracyStatistic> STATISTICS = Map.of(
      "diag.or", AccuracyStatistic.DIAGNOSTIC_ODDS_RATIO,
      "nndx", AccuracyStatistic.NUMBER_NEEDED_TO_DIAGNOSE,
      "youden", AccuracyStatistic.YOUDEN,
      "lr.pos", AccuracyStatistic.POSITIVE_LIKELIHOOD_RATIO,
      "lr.neg", AccuracyStatistic.NEGATIVE_LIKELIHOOD_RATIO);

  @Test
  void predictiveValuesElsewhere() {
    for (JsonNode row : ReferenceCase.results("predictive_values_by_prevalence")) {
      PredictiveValues values =
          PredictiveValues.of(TWO_OR_MORE, row.get("prevalence").asDouble());
      PredictiveValues.Workload work = values.workload(1000);
      ReferenceCase.check(row, 1e-12)
          .is("ppv", values.ppv())
          .is("ppv_lower", values.ppvInterval(0.95).lower())
          .is("ppv_upper", values.ppvInterval(0.95).upper())
          .is("npv", values.npv())
          .is("npv_lower", values.npvInterval(0.95).lower())
          .is("npv_upper", values.npvInterval(0.95).upper())
          .is("flagged_per_1000", work.flagged())
          .is("true_cases_found_per_1000", work.found())
          .is("missed_per_1000", work.missed())
          .is("false_alarms_per_1000", work.falseAlarms())
          .is("needed_to_follow_up", work.neededToFollowUp());
    }
  }

  @Test
  void decisionCurve() {
    JsonNode r = ReferenceCase.results("net_benefit_df_binary");
    Table d = ReferenceCase.table("df_binary");
    double[] risks = new double[r.get("curve").size()];
    for (int i = 0; i < risks.length; i++) {
      risks[i] = r.get("curve").get(i).get("threshold").asDouble();
    }
    DecisionCurve curve =
        DecisionCurve.of(d.numbers("cancerpredmarker"), d.is("cancer", "TRUE"), risks);
    ReferenceCase.check(r, 1e-13).is("n", curve.n()).is("prevalence", curve.prevalence());
    for (int i = 0; i < risks.length; i++) {
      JsonNode row = r.get("curve").get(i);
      DecisionCurve.Point point = curve.points().get(i);
      ReferenceCase.check(row, 0).is("tp", point.tp()).is("fp", point.fp());
      ReferenceCase.near("benefit", point.netBenefit(), row.get("net_benefit"), 1e-13);
      ReferenceCase.near("of all", point.netBenefitOfAll(), row.get("net_benefit_all"), 1e-13);
      ReferenceCase.near(
          "standardised", point.standardised(), row.get("standardized_net_benefit"), 1e-13);
      // A hundred times the difference over a hundredth: the rounding of the tolerance grows with
      // it.
      ReferenceCase.near(
          "avoided", point.avoidedPer100(), row.get("interventions_avoided_per_100"), 1e-9);
    }
  }

  @Test
  void netBenefitOfRules() {
    Table d = ReferenceCase.table("suicide");
    double[] scores = d.numbers("dsi");
    boolean[] isCase = d.is("suicide", "yes");
    for (JsonNode row : ReferenceCase.results("net_benefit_suicide_score")) {
      boolean[] flagged = new boolean[scores.length];
      boolean[] all = new boolean[scores.length];
      for (int i = 0; i < scores.length; i++) {
        flagged[i] = scores[i] >= row.get("cutoff").asDouble();
        all[i] = true;
      }
      double risk = row.get("pt").asDouble();
      Confusion counts = Confusion.of(flagged, isCase);
      ReferenceCase.check(row, 0).is("tp", counts.tp()).is("fp", counts.fp());
      ReferenceCase.near("benefit", counts.netBenefit(risk), row.get("net_benefit"), 1e-13);
      double ofAll = Confusion.of(all, isCase).netBenefit(risk);
      ReferenceCase.near("of all", ofAll, row.get("net_benefit_all"), 1e-13);
    }
  }

  @Test
  void twoTestsOfTheSamePatients() {
    JsonNode r = ReferenceCase.results("mcnemar_asah_two_tests");
    Table d = ReferenceCase.table("asah");
    boolean[] first = atOrAbove(d.numbers("s100b"), 0.205);
    boolean[] second = atOrAbove(d.numbers("ndka"), 11.08);
    boolean[] poor = d.is("outcome", "Poor");
    check(r.get("sensitivity"), PairedTests.ofCases(first, second, poor));
    check(r.get("specificity"), PairedTests.ofControls(first, second, poor));
  }

  private static boolean[] atOrAbove(double[] scores, double threshold) {
    boolean[] flagged = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      flagged[i] = scores[i] >= threshold;
    }
    return flagged;
  }

  private static void check(JsonNode expected, PairedTests tests) {
    ReferenceCase.check(expected, 1e-11)
        .is("both", tests.both())
        .is("only_first", tests.onlyFirst())
        .is("only_second", tests.onlySecond())
        .is("neither", tests.neither())
        .is("chi2", tests.chiSquare())
        .is("p", tests.p())
        .is("chi2_corrected", tests.correctedChiSquare())
        .is("p_corrected", tests.correctedP())
        .is("p_exact", tests.exactP());
  }

  /** The rule of three's exact form: nobody of n has an upper limit of {@code 1 - 0.025^(1/n)}. */
  @Test
  void nobodyCountedHasALowerLimitOfZero() {
    Interval none = ProportionInterval.CLOPPER_PEARSON.of(0, 36, 0.95);
    assertThat(none.lower()).isEqualTo(0);
    assertThat(none.upper()).isCloseTo(1 - Math.pow(0.025, 1.0 / 36), within(1e-15));
    Interval all = ProportionInterval.CLOPPER_PEARSON.of(36, 36, 0.95);
    assertThat(all.lower()).isCloseTo(Math.pow(0.025, 1.0 / 36), within(1e-15));
    assertThat(all.upper()).isEqualTo(1);
    assertThat(ProportionInterval.WILSON.of(0, 0, 0.95).isDefined()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> ProportionInterval.WILSON.of(5, 4, 0.95));
  }

  /** Fisher's tea: 3 of 4 and 1 of 4. Tables as unlikely: (16 + 16 + 1 + 1) / 70. */
  @Test
  void fisherTastesTea() {
    assertThat(new TwoProportions(3, 4, 1, 4).fisherP()).isCloseTo(34.0 / 70, within(1e-15));
  }

  @Test
  void aRatioToNobodyHasNoUpperLimit() {
    TwoProportions two = new TwoProportions(3, 10, 0, 10);
    assertThat(two.ratio()).isInfinite();
    assertThat(two.ratioInterval(0.95).upper()).isInfinite();
    assertThat(two.ratioInterval(0.95).lower()).isPositive();
    assertThat(two.logRatioInterval(0.95).isDefined()).isFalse();
  }

  /** A perfect test has no logit; with half a square added to each count it has. */
  @Test
  void adjustedPredictiveValuesOfAPerfectTestHaveAnInterval() {
    PredictiveValues perfect = PredictiveValues.of(new Confusion(10, 0, 90, 0), 0.05);
    assertThat(perfect.ppv()).isEqualTo(1);
    assertThat(perfect.ppvInterval(0.95).isDefined()).isFalse();
    Interval adjusted = perfect.adjusted(0.95).ppvInterval(0.95);
    assertThat(adjusted.lower()).isBetween(0.2, 0.9);
    assertThat(adjusted.upper()).isBetween(0.9, 1.0);
  }
}
