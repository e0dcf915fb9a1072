package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Instrument;

/** The levels of R and mirt, from definitions that declare the parameters. Six decimals, so half a millionth more. */
class IrtDefinitionTest {

  private static final Offset<Double> ROUNDED = within(1e-6 + 0.5e-6);

  /** R 4.2.2, plogis(), integrate() and optimize(): four patterns of six items with known parameters, and the ends. */
  @ParameterizedTest
  @ValueSource(strings = {"eap", "map", "ml", "wle"})
  void estimatesAsR(String estimator) {
    JsonNode results = ReferenceCases.named("irt_known_parameters").get("results");
    double[] a = ReferenceCases.numbers(results.get("a"));
    double[] b = ReferenceCases.numbers(results.get("b"));
    List<String> parameters = IntStream.range(0, a.length)
        .mapToObj(i -> "{a: " + decimal(a[i]) + ", b: " + decimal(b[i]) + "}")
        .toList();
    ScoringPlan plan =
        new Declared("two-parameter", estimator, range(results, estimator), 2, parameters).plan("");
    for (JsonNode row : results.get("scores")) {
      ScoreTable scores = plan.run(
          answers(plan, row.get("pattern").asText().chars().map(c -> c - '0').toArray()));
      JsonNode expected = row.get(estimator);
      if (expected.isNull()) {
        assertThat(scores.score(0, "level"))
            .isEqualTo(new ScaleScore.NotScored(NotScoredReason.NO_ESTIMATE, a.length));
        assertThat(scores.standardError(0, "level")).isEmpty();
        continue;
      }
      double theta = expected.asDouble();
      assertThat(scores.value(0, "level").orElseThrow()).isCloseTo(theta, ROUNDED);
      assertThat(scores.standardError(0, "level").orElseThrow())
          .isCloseTo(
              estimator.equals("eap")
                  ? row.get("eap_sd").asDouble()
                  : error(estimator, theta, a, b),
              ROUNDED);
    }
  }

  /** From R's estimate for the lowest answers to that for the highest, so that the checker, too, must find these. */
  private static String range(JsonNode results, String estimator) {
    double lowest = 0;
    double highest = 0;
    for (JsonNode row : results.get("scores")) {
      lowest = Math.min(lowest, row.get(estimator).asDouble());
      highest = Math.max(highest, row.get(estimator).asDouble());
    }
    // R does not show the neighbours of the ends, where maximum likelihood has its own ends.
    return estimator.equals("ml")
        ? "-2.175558..2.684381"
        : Numbers.plain(rounded(lowest)) + ".." + Numbers.plain(rounded(highest));
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }

  /** {@code (sum a^2 P (1 - P) + 1 / sd^2)^(-1/2)} at R's estimate; without the prior for ML and WLE. */
  private static double error(String estimator, double theta, double[] a, double[] b) {
    double information = estimator.equals("map") ? 1 : 0;
    for (int i = 0; i < a.length; i++) {
      double p = 1 / (1 + Math.exp(-a[i] * (theta - b[i])));
      information += a[i] * a[i] * p * (1 - p);
    }
    return 1 / Math.sqrt(information);
  }

  /** Four graded items with four answers, parameters and EAP with its error by mirt. */
  @Test
  void estimatesGradedItemsAsMirt() {
    JsonNode results = ReferenceCases.named("irt_science_graded").get("results");
    List<String> parameters = new ArrayList<>();
    List<String> names = new ArrayList<>();
    results.get("graded").get("items").forEach(item -> {
      double a = item.get("a1").asDouble();
      names.add(item.get("item").asText());
      parameters.add("{a: " + decimal(a) + ", b: ["
          + List.of("d1", "d2", "d3").stream()
              .map(d -> decimal(-item.get(d).asDouble() / a))
              .collect(Collectors.joining(", "))
          + "]}");
    });
    ScoringPlan plan = new Declared("graded", "eap", "-2.748803..1.85321", 4, parameters).plan("");
    results.get("eap_first_20").forEach(row -> {
      ScoreTable scores = plan.run(answers(
          plan, names.stream().mapToInt(name -> row.get(name).asInt() - 1).toArray()));
      assertThat(scores.value(0, "level").orElseThrow())
          .isCloseTo(row.get("eap").asDouble(), ROUNDED);
      assertThat(scores.standardError(0, "level").orElseThrow())
          .isCloseTo(row.get("se").asDouble(), ROUNDED);
    });
  }

  /** What mirt calls Zh, at its EAP, of the first 20 students and 24 items: the lowest half fits worst. */
  @Test
  void findsTheMisfitsOfMirt() {
    JsonNode reference = ReferenceCases.named("irt_verbal_itemfit");
    List<String> parameters = new ArrayList<>();
    reference.get("results").get("items").forEach(item -> {
      double a = item.get("a").asDouble();
      parameters.add("{a: " + decimal(a) + ", b: " + decimal(-item.get("d").asDouble() / a) + "}");
    });
    double[] zh = ReferenceCases.numbers(reference.get("results").get("zh_first_20"));
    double[][] data = ReferenceCases.data(reference);
    ScoringPlan plan =
        new Declared("two-parameter", "eap", "-2.226588..2.489267", 2, parameters).plan("""
            validity:
              - id: fit
                name: {en: fit, zh-CN: 拟合}
                when: {person-fit: level, below: -0.5}
                verdict: suspect
                source: us
                verification: project-rule
            """);
    List<Boolean> expected = new ArrayList<>();
    List<Boolean> found = new ArrayList<>();
    for (int row = 0; row < zh.length; row++) {
      int[] answers = Arrays.stream(data[row])
          .limit(parameters.size())
          .mapToInt(x -> (int) x)
          .toArray();
      expected.add(zh[row] < -0.5);
      found.add(plan.run(answers(plan, answers)).validity(0) == Validity.SUSPECT);
    }
    assertThat(expected).contains(true, false);
    assertThat(found).isEqualTo(expected);
  }

  /**
   * Two items whose answers are as 1 : x/2 : x² with x = exp(theta). A sum of 1 is expected where 6x² + x = 2, at x = 1/2;
   * a sum of 3 is its mirror image.
   */
  @Test
  void stepsOfPartialCreditMayFall() {
    String item = "{a: 1, b: [0.693147181, -0.693147181]}";
    ScoringPlan plan = new Declared(
            "partial-credit", "ml", "-0.693147..0.693147", 3, List.of(item, item))
        .plan("");
    assertThat(plan.run(answers(plan, new int[] {0, 1})).value(0, "level").orElseThrow())
        .isEqualTo(-0.693147);
    assertThat(plan.run(answers(plan, new int[] {2, 0})).value(0, "level").orElseThrow())
        .isZero();
  }

  /** A number with the nine decimals that a definition holds. */
  private static String decimal(double value) {
    return new BigDecimal(value).setScale(9, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static ResponseTable answers(ScoringPlan plan, int[] codes) {
    return Example.row(plan.instrument(), codes);
  }

  /** A questionnaire of one scale; parameters in flow style. */
  private record Declared(
      String model, String estimator, String range, int codes, List<String> parameters) {

    ScoringPlan plan(String rest) {
      String options = IntStream.range(0, codes)
          .mapToObj(code -> code + ": {en: a, zh-CN: a}")
          .collect(Collectors.joining(", "));
      String items = IntStream.range(0, parameters.size())
          .mapToObj(i -> "        " + (i + 1) + ": " + parameters.get(i) + "\n")
          .collect(Collectors.joining());
      String text = String.format(
          Locale.ROOT,
          """
          questionnaire: levels
          version: 1.0.0
          form: the only one
          name: {en: Levels, zh-CN: 水平}
          measures: {en: nothing, zh-CN: 无}
          informants: [self]
          languages: [en]
          ages: 8..18
          grades: 3..12
          recall: {en: now, zh-CN: 现在}
          minutes: 1
          licence: {paper: free, electronic: free, wording: redistributable}
          sources: {us: {citation: an invented example}}
          verification: {key: none, bands: none, norms: none, licence: none}
          responses: {r: {options: {%s}}}
          items: [{ids: 1..%d, topic: {en: t, zh-CN: t}, responses: r}]
          scales:
            level:
              name: {en: level, zh-CN: 水平}
              method: irt
              missing: strict
              round: {to: 6, mode: half-up}
              range: %s
              irt:
                model: %s
                estimator: %s
                source: us
                verification: none
                %s
                parameters:
          """,
          options,
          parameters.size(),
          range,
          model,
          estimator,
          estimator.equals("eap") || estimator.equals("map") ? "prior: {mean: 0, sd: 1}" : "");
      Instrument instrument = Definitions.questionnaire(
              SourceText.of("levels.yaml", text + items + rest))
          .usable();
      return ScoringPlan.compile(instrument);
    }
  }
}
