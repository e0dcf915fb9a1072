package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ValidityIndex;

/**
 * Definitions that ask for a sign at many edges find it in the rows in which the R package careless 1.2.2 puts the index
 * on the same side of the edge: 200 rows of ten scales of five items answered 1 to 5.
 */
class ValidityReferenceTest {

  private static final int ITEMS = 50;

  private static double[][] data = {};
  private static JsonNode results;

  @BeforeAll
  static void read() {
    JsonNode reference = ReferenceCases.named("careless_dataset_indices");
    data = ReferenceCases.data(reference);
    results = reference.get("results");
    assertThat(data[0]).hasSize(ITEMS);
  }

  @Test
  void longString() {
    for (int edge = 2; edge <= ITEMS; edge += 2) {
      int atOrAbove = edge;
      compare(
          "{long-string: 1..50, at-or-above: %d}".formatted(edge),
          "longstring",
          longest -> longest >= atOrAbove);
    }
  }

  @Test
  void variability() {
    for (int edge = 0; edge <= 40; edge++) {
      double atOrBelow = edge / 20.0 + 0.001;
      compare(
          String.format(Locale.ROOT, "{variability: 1..50, at-or-below: %.3f}", atOrBelow),
          "irv",
          deviation -> deviation <= atOrBelow);
    }
  }

  /** The package turns the sign, so that high is careless; where it has no value, nothing is met. */
  @Test
  void evenOdd() {
    String scales = IntStream.range(0, 10).mapToObj(i -> "s" + i).collect(Collectors.joining(", "));
    for (int edge = -20; edge < 20; edge++) {
      // No form lies on these edges, where the rounding of the package would decide.
      double below = edge / 20.0 + 0.007;
      compare(
          String.format(Locale.ROOT, "{even-odd: [%s], below: %.3f}", scales, below),
          "evenodd",
          inconsistency -> -inconsistency < below);
    }
  }

  @Test
  void mahalanobisDistanceFromTheMeansAndCovariancesOfTheData() {
    for (double quantile : new double[] {0.05, 0.5, 0.9, 0.95, 0.99, 0.999}) {
      double cutOff = new ChiSquaredDistribution(ITEMS).inverseCumulativeProbability(quantile);
      compare(mahalanobis(quantile), "mahalanobis_sq", distance -> distance > cutOff);
    }
    double[] flagged = ReferenceCases.numbers(results.get("mahalanobis_flagged_rows"));
    assertThat(met(mahalanobis(0.999)).stream().mapToDouble(row -> row + 1).toArray())
        .containsExactly(flagged);
  }

  private static String mahalanobis(double quantile) {
    double[][] covariance = new Covariance(data).getCovarianceMatrix().getData();
    double[] means = new double[ITEMS];
    for (double[] row : data) {
      for (int item = 0; item < ITEMS; item++) {
        means[item] += row[item] / data.length;
      }
    }
    String lines =
        List.of(covariance).stream().map(line -> numbers(line)).collect(Collectors.joining(", "));
    return "{mahalanobis: 1..50, means: %s, covariance: [%s], quantile: %s}"
        .formatted(numbers(means), lines, quantile);
  }

  private static String numbers(double[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> String.format(Locale.ROOT, "%.9f", value))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The rows in which a sign is met are those whose result fulfils the condition. */
  private static void compare(String when, String result, DoublePredicate condition) {
    List<Integer> expected = new ArrayList<>();
    for (int row = 0; row < data.length; row++) {
      JsonNode value = results.get(result).get(row);
      if (value.isNumber() && condition.test(value.asDouble())) {
        expected.add(row);
      }
    }
    assertThat(met(when)).as(when).isEqualTo(expected);
  }

  private static List<Integer> met(String when) {
    Instrument instrument = definition(when);
    ResponseTable table = new ResponseTable(instrument, data.length);
    for (int row = 0; row < data.length; row++) {
      table.answers(row, Arrays.stream(data[row]).mapToInt(x -> (int) x).toArray());
    }
    ScoreTable scores = ScoringPlan.compile(instrument).run(table);
    List<Integer> met = new ArrayList<>();
    for (int row = 0; row < data.length; row++) {
      List<ValidityIndex> found = scores.validityMet(row);
      if (!found.isEmpty()) {
        met.add(row);
      }
    }
    return met;
  }

  private static Instrument definition(String when) {
    StringBuilder scales = new StringBuilder();
    for (int scale = 0; scale < 10; scale++) {
      scales.append(
          "  s%d: {name: {en: s, zh-CN: s}, method: sum, items: %d..%d, missing: strict, range: 5..25}\n"
              .formatted(scale, 5 * scale + 1, 5 * scale + 5));
    }
    return Definitions.questionnaire(
            SourceText.of("careless.yaml", """
        questionnaire: careless
        version: 1.0.0
        form: ten scales of five items
        name: {en: Careless, zh-CN: 随意}
        measures: {en: nothing, zh-CN: 无}
        informants: [self]
        languages: [en]
        ages: 18..99
        grades: 12
        recall: {en: now, zh-CN: 现在}
        minutes: 5
        licence: {paper: free, electronic: free, wording: redistributable}
        sources:
          us: {citation: an invented example}
        verification: {key: project-rule, bands: project-rule, norms: none, licence: project-rule}
        responses:
          likert:
            options:
              1: {en: a, zh-CN: a}
              2: {en: b, zh-CN: b}
              3: {en: c, zh-CN: c}
              4: {en: d, zh-CN: d}
              5: {en: e, zh-CN: e}
        items:
          - {ids: 1..50, topic: {en: t, zh-CN: t}, responses: likert}
        scales:
        """ + scales + """
        validity:
          - id: sign
            name: {en: sign, zh-CN: 迹象}
            when: %s
            verdict: suspect
            source: us
            verification: project-rule
        """.formatted(when)))
        .usable();
  }
}
