package org.xinheng.validation.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;
import org.xinheng.validation.Watch;

/** The parameters that R finds: mirt, ltm and eRm. */
class CalibrationCasesTest {

  /** People, one by one, of a table of patterns with their frequencies. */
  static int[][] people(String name) {
    Table table = ReferenceCase.table(name);
    List<String> items = table.names().stream().filter(n -> !n.equals("freq")).toList();
    double[][] patterns = table.matrix(items);
    double[] frequency = table.numbers("freq");
    return IntStream.range(0, patterns.length)
        .boxed()
        .flatMap(p -> IntStream.range(0, (int) frequency[p]).mapToObj(i -> patterns[p]))
        .map(row -> Arrays.stream(row).mapToInt(x -> (int) x).toArray())
        .toArray(int[][]::new);
  }

  static int[][] rows(String name, List<String> items, int lowest) {
    return Arrays.stream(ReferenceCase.table(name).matrix(items))
        .map(row -> Arrays.stream(row)
            .mapToInt(x -> Double.isNaN(x) ? AnswerPatterns.MISSING : (int) x - lowest)
            .toArray())
        .toArray(int[][]::new);
  }

  static int[] categories(int items, int each) {
    int[] categories = new int[items];
    Arrays.fill(categories, each);
    return categories;
  }

  private static void sameItems(JsonNode items, Calibration found, double tolerance) {
    for (int j = 0; j < items.size(); j++) {
      CalibratedItem item = found.items().get(j);
      ReferenceCase.near("a" + j, item.slope(), items.get(j).get("a"), tolerance);
      ReferenceCase.near("d" + j, item.intercepts().get(0), items.get(j).get("d"), tolerance);
    }
  }

  @Test
  void lawSchoolAdmissionTestByMarginalLikelihood() {
    JsonNode r = ReferenceCase.results("irt_lsat6_rasch_2pl");
    AnswerPatterns answers = AnswerPatterns.of(people("lsat6_patterns"), categories(5, 2));
    Calibration two = MarginalEstimator.estimate(IrtModel.TWO_PARAMETER, answers, Watch.NONE);
    Calibration one = MarginalEstimator.estimate(IrtModel.RASCH, answers, Watch.NONE);
    Calibration unit =
        MarginalEstimator.estimate(IrtModel.RASCH_OF_UNIT_SPREAD, answers, Watch.NONE);
    ReferenceCase.near("2PL", two.logLikelihood(), r.get("two_pl").get("logLik"), 1e-3);
    ReferenceCase.near("1PL", one.logLikelihood(), r.get("rasch_free").get("logLik"), 1e-3);
    ReferenceCase.near("Rasch", unit.logLikelihood(), r.get("rasch_fixed").get("logLik"), 1e-3);
    sameItems(r.get("two_pl").get("items"), two, 2e-3);
    sameItems(r.get("rasch_free").get("items"), one, 2e-3);
    sameItems(r.get("rasch_fixed").get("items"), unit, 2e-3);
    ReferenceCase.near("AIC", two.aic(), r.get("aic_two_pl"), 2e-3);
    ReferenceCase.near("BIC", two.bic(), r.get("bic_two_pl"), 2e-3);
    OverallFit fit = OverallFit.of(two, answers);
    ReferenceCase.near("M2", fit.m2(), r.get("m2").get("M2"), 2e-3);
    ReferenceCase.near("M2 df", fit.df(), r.get("m2").get("df"), 0);
    ReferenceCase.near("M2 p", fit.p(), r.get("m2").get("p"), 1e-3);
    ReferenceCase.near("RMSEA", fit.rmsea(), r.get("m2").get("rmsea"), 1e-4);
    for (JsonNode at : r.get("test_information")) {
      double information = two.information(at.get("theta").asDouble());
      ReferenceCase.near("information", information, at.get("information"), 2e-3);
    }
    PersonScores scores = new PersonScores(two);
    for (JsonNode pattern : r.get("patterns")) {
      int[] row = pattern.get("pattern").asText().chars().map(c -> c - '0').toArray();
      PersonScores.Person person = scores.of(row);
      ReferenceCase.near("eap", person.eap().orElseThrow().theta(), pattern.get("eap"), 2e-3);
      ReferenceCase.near(
          "sd", person.eap().orElseThrow().standardError(), pattern.get("posterior_sd"), 2e-3);
      ReferenceCase.near("map", person.map().orElseThrow().theta(), pattern.get("map"), 2e-3);
      ReferenceCase.near(
          "expected", 1000 * Math.exp(two.logProbability(row)), pattern.get("expected"), 0.05);
    }
    ReferenceCase.near("G2", two.likelihoodRatio(answers), r.get("G2_two_pl"), 2e-3);
  }

  @Test
  void lawSchoolAdmissionTestByConditionalLikelihood() {
    JsonNode r = ReferenceCase.results("irt_lsat6_rasch_cml");
    int[][] people = people("lsat6_patterns");
    AnswerPatterns answers = AnswerPatterns.of(people, categories(5, 2));
    ConditionalRasch found = ConditionalRasch.estimate(answers, Watch.NONE).orElseThrow();
    for (int j = 0; j < 5; j++) {
      ReferenceCase.near(
          "difficulty", found.difficulties().get(j), r.get("difficulty").get("i" + (j + 1)), 1e-5);
      ReferenceCase.near("error", found.standardErrors().get(j), r.get("se").get(j), 1e-5);
    }
    ReferenceCase.near("logL", found.logLikelihood(), r.get("conditional_logLik"), 1e-5);
    AndersenTest test = AndersenTest.byMean(people, Watch.NONE).orElseThrow();
    ReferenceCase.near("chi", test.chiSquare(), r.get("andersen").get("chi2"), 1e-5);
    ReferenceCase.near("df", test.df(), r.get("andersen").get("df"), 0);
    ReferenceCase.near("p", test.p(), r.get("andersen").get("p"), 1e-5);
    for (int sum = 1; sum < 5; sum++) {
      ReferenceCase.near(
          "theta",
          found.levelOfSum(sum).orElseThrow().theta(),
          r.get("theta_by_raw_score").get(String.valueOf(sum)),
          1e-5);
    }
  }

  @Test
  void attitudesToScience() {
    JsonNode r = ReferenceCase.results("irt_science_graded");
    AnswerPatterns answers = AnswerPatterns.of(
        rows("science", List.of("Comfort", "Work", "Future", "Benefit"), 1), categories(4, 4));
    Calibration graded = MarginalEstimator.estimate(IrtModel.GRADED, answers, Watch.NONE);
    Calibration partial = MarginalEstimator.estimate(IrtModel.PARTIAL_CREDIT, answers, Watch.NONE);
    for (int j = 0; j < 4; j++) {
      JsonNode g = r.get("graded").get("items").get(j);
      JsonNode p = r.get("gpcm").get("items").get(j);
      ReferenceCase.near("a", graded.items().get(j).slope(), g.get("a1"), 3e-3);
      ReferenceCase.near("a", partial.items().get(j).slope(), p.get("a1"), 3e-3);
      for (int k = 1; k < 4; k++) {
        ReferenceCase.near(
            "graded d", graded.items().get(j).intercepts().get(k - 1), g.get("d" + k), 3e-3);
        ReferenceCase.near(
            "gpcm d", partial.items().get(j).intercepts().get(k - 1), p.get("d" + k), 3e-3);
      }
    }
    ReferenceCase.near("graded", graded.logLikelihood(), r.get("graded").get("logLik"), 2e-3);
    ReferenceCase.near("gpcm", partial.logLikelihood(), r.get("gpcm").get("logLik"), 2e-3);
    for (JsonNode at : r.get("test_information")) {
      double information = graded.information(at.get("theta").asDouble());
      ReferenceCase.near("information", information, at.get("information"), 3e-3);
    }
    for (JsonNode row : r.get("eap_by_sum_score")) {
      SumScores.Row found = SumScores.of(graded, answers).get(row.get("sum").asInt() - 4);
      ReferenceCase.near("eap of sum", found.eap(), row.get("eap"), 3e-3);
      ReferenceCase.near("sd of sum", found.sd(), row.get("se"), 3e-3);
      ReferenceCase.near("expected", found.expected(), row.get("expected"), 0.05);
      ReferenceCase.near("observed", found.observed(), row.get("observed"), 0);
    }
    PersonScores scores = new PersonScores(graded);
    for (JsonNode row : r.get("eap_first_20")) {
      PersonScores.Person person =
          scores.of(answers.pattern(answers.patternOf(row.get("row").asInt() - 1)));
      ReferenceCase.near("eap", person.eap().orElseThrow().theta(), row.get("eap"), 3e-3);
      ReferenceCase.near("se", person.eap().orElseThrow().standardError(), row.get("se"), 3e-3);
    }
    ReferenceCase.near(
        "reliability", graded.marginalReliability(), r.get("marginal_reliability"), 1e-3);
  }

  @Test
  void verbalAggression() {
    JsonNode r = ReferenceCase.results("irt_verbal_itemfit");
    List<String> names = ReferenceCase.table("verbal").names().subList(0, 24);
    AnswerPatterns answers = AnswerPatterns.of(rows("verbal", names, 0), categories(24, 2));
    Calibration found = MarginalEstimator.estimate(IrtModel.TWO_PARAMETER, answers, Watch.NONE);
    ReferenceCase.near("logL", found.logLikelihood(), r.get("logLik"), 1e-3);
    sameItems(r.get("items"), found, 5e-3);
    List<ItemFit> fits = ItemFit.of(found, answers);
    for (int j = 0; j < 24; j++) {
      JsonNode item = r.get("items").get(j);
      ReferenceCase.near("S-X2 " + j, fits.get(j).chiSquare(), item.get("S_X2"), 0.1);
      ReferenceCase.near("df " + j, fits.get(j).df(), item.get("df"), 0);
      ReferenceCase.near("p " + j, fits.get(j).p(), item.get("p"), 0.01);
    }
    List<PersonScores.Person> people = new PersonScores(found).of(answers);
    int below = 0;
    for (int i = 0; i < answers.rows(); i++) {
      double fit = people.get(answers.patternOf(i)).fit().orElseThrow();
      below += fit < -1.96 ? 1 : 0;
      if (i < 20) {
        ReferenceCase.near("Zh", fit, r.get("zh_first_20").get(i), 0.1);
      }
    }
    ReferenceCase.near("misfits", below, r.get("n_zh_below_minus_1.96"), 0);
    LocalDependence q3 = LocalDependence.of(found, answers, people);
    DoubleSummaryStatistics all =
        q3.pairs().stream().mapToDouble(LocalDependence.Pair::q3).summaryStatistics();
    ReferenceCase.near("Q3 mean", q3.mean(), r.get("q3_mean"), 5e-3);
    ReferenceCase.near("Q3 highest", all.getMax(), r.get("q3_max"), 5e-3);
    ReferenceCase.near("Q3 lowest", all.getMin(), r.get("q3_min"), 5e-3);
  }

  /**
   * What the documentation of mirt prints for five items of the same test, section 7 (Bock and Lieberman 1970): model,
   * {@code itemfit} and {@code M2}.
   */
  @Test
  void lawSchoolAdmissionTestSectionSeven() {
    AnswerPatterns answers = AnswerPatterns.of(people("lsat7_patterns"), categories(5, 2));
    Calibration found = MarginalEstimator.estimate(IrtModel.TWO_PARAMETER, answers, Watch.NONE);
    assertThat(found.logLikelihood()).isCloseTo(-2658.805, within(6e-4));
    double[] slopes = {0.988, 1.081, 1.706, 0.765, 0.736};
    double[] intercepts = {1.856, 0.808, 1.804, 0.486, 1.855};
    double[] fits = {4.749, 14.451, 1.270, 5.237, 0.941};
    List<ItemFit> itemFits = ItemFit.of(found, answers);
    for (int j = 0; j < 5; j++) {
      assertThat(found.items().get(j).slope()).isCloseTo(slopes[j], within(2e-3));
      assertThat(found.items().get(j).intercepts().get(0)).isCloseTo(intercepts[j], within(2e-3));
      assertThat(itemFits.get(j).chiSquare()).isCloseTo(fits[j], within(5e-3));
      assertThat(itemFits.get(j).df()).isEqualTo(2);
    }
    OverallFit fit = OverallFit.of(found, answers);
    assertThat(fit.m2()).isCloseTo(11.938, within(2e-3));
    assertThat(fit.rmsea()).isCloseTo(0.0373, within(1e-4));
    assertThat(fit.srmr()).isCloseTo(0.0320, within(1e-4));
  }
}
