package org.xinheng.instrument.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xinheng.scoring.ReferenceCases;

/** Agreement with R, and with its package mirt where that scores by the same definition. */
class IrtReferenceTest {

  private static final Set<String> KNOWN_RESULTS = Set.of("a", "b", "icc", "scores", "graded");
  private static final Pattern GRADED_ITEM = Pattern.compile("a=([-.\\d]+),? b=\\(([^)]+)\\)");

  /** The tolerance of the cases with known parameters. */
  private static final Offset<Double> CLOSE = within(1e-6);

  @TestFactory
  Stream<DynamicTest> reproducesTheCasesWithKnownParameters() {
    return ReferenceCases.startingWith("irt_known").stream()
        .map(reference ->
            DynamicTest.dynamicTest(reference.get("id").asText(), () -> reproduces(reference)));
  }

  private static void reproduces(JsonNode reference) {
    JsonNode results = reference.get("results");
    assertThat(KNOWN_RESULTS).containsAll(results::fieldNames);
    double[] slopes = ReferenceCases.numbers(results.get("a"));
    double[] difficulties = ReferenceCases.numbers(results.get("b"));
    List<ItemModel> items = new ArrayList<>();
    for (int i = 0; i < slopes.length; i++) {
      items.add(new Dichotomous(slopes[i], difficulties[i]));
    }
    IrtScale scale = new IrtScale(items);
    results.path("icc").forEach(row -> reproducesCurves(row, scale));
    results.path("scores").forEach(row -> reproducesScores(row, scale));
    if (results.has("graded")) {
      Graded item = gradedItem(ReferenceCases.text(reference.get("definition")));
      results.get("graded").forEach(row -> reproducesCategories(row, item));
    }
  }

  private static Graded gradedItem(String definition) {
    Matcher found = GRADED_ITEM.matcher(definition);
    assertThat(found.find()).as(definition).isTrue();
    List<Double> thresholds =
        Arrays.stream(found.group(2).split(",")).map(Double::valueOf).toList();
    return new Graded(Double.parseDouble(found.group(1)), thresholds);
  }

  private static void reproducesCurves(JsonNode row, IrtScale scale) {
    double theta = row.get("theta").asDouble();
    for (int i = 0; i < scale.items().size(); i++) {
      assertThat(scale.items().get(i).probability(1, theta))
          .isCloseTo(row.get("p" + (i + 1)).asDouble(), CLOSE);
    }
    assertThat(scale.information(theta)).isCloseTo(row.get("information").asDouble(), CLOSE);
    assertThat(scale.expectedScore(theta)).isCloseTo(row.get("expected_score").asDouble(), CLOSE);
  }

  private static void reproducesScores(JsonNode row, IrtScale scale) {
    int[] answers = answers(row.get("pattern").asText());
    IrtScores scores = new IrtScores(scale, NormalPrior.STANDARD);
    assertThat(scale.logLikelihood(0, answers)).isCloseTo(row.get("loglik0").asDouble(), CLOSE);
    Estimate eap = scores.eap(answers).orElseThrow();
    assertThat(eap.theta()).isCloseTo(row.get("eap").asDouble(), CLOSE);
    assertThat(eap.standardError()).isCloseTo(row.get("eap_sd").asDouble(), CLOSE);
    assertTheta(scores.map(answers), row.get("map"));
    assertTheta(scores.ml(answers), row.get("ml"));
    assertTheta(scores.wle(answers), row.get("wle"));
  }

  private static void reproducesCategories(JsonNode row, Graded item) {
    double theta = row.get("theta").asDouble();
    double[] probabilities = item.probabilities(theta);
    for (int category = 0; category < probabilities.length; category++) {
      assertThat(probabilities[category])
          .isCloseTo(row.get("category" + category).asDouble(), CLOSE);
    }
  }

  private static void assertTheta(Optional<Estimate> actual, JsonNode expected) {
    if (expected.isNull()) {
      assertThat(actual).isEmpty();
    } else {
      assertThat(actual.orElseThrow().theta()).isCloseTo(expected.asDouble(), CLOSE);
    }
  }

  private static int[] answers(String pattern) {
    return pattern
        .chars()
        .map(c -> Character.isDigit(c) ? Character.digit(c, 10) : IrtScale.MISSING)
        .toArray();
  }

  /**
   * The 30 patterns of LSAT6 under the 2PL parameters that mirt found; scores by R on 241 points from -6 to 6. What
   * lies beyond moves the mean of the lowest pattern by 1.2e-6.
   */
  @Test
  void scoresLsat6AsR() {
    JsonNode results = ReferenceCases.named("irt_lsat6_rasch_2pl").get("results");
    List<ItemModel> items = new ArrayList<>();
    results
        .get("two_pl")
        .get("items")
        .forEach(item ->
            items.add(new Dichotomous(item.get("a").asDouble(), item.get("b").asDouble())));
    IrtScale scale = new IrtScale(items);
    IrtScores scores = new IrtScores(scale, NormalPrior.STANDARD);
    results.get("patterns").forEach(row -> {
      int[] answers = answers(row.get("pattern").asText());
      Estimate eap = scores.eap(answers).orElseThrow();
      assertThat(eap.theta()).isCloseTo(row.get("eap").asDouble(), within(1e-5));
      assertThat(eap.standardError()).isCloseTo(row.get("posterior_sd").asDouble(), within(1e-5));
      assertThat(scores.map(answers).orElseThrow().theta())
          .isCloseTo(row.get("map").asDouble(), CLOSE);
    });
    results
        .get("test_information")
        .forEach(row -> assertThat(scale.information(row.get("theta").asDouble()))
            .isCloseTo(row.get("information").asDouble(), within(1e-12)));
  }

  /** Four graded items with four categories, parameters and scores by mirt with 121 points from -6 to 6. */
  @Test
  void scoresGradedItemsAsMirt() {
    JsonNode results = ReferenceCases.named("irt_science_graded").get("results");
    List<ItemModel> items = new ArrayList<>();
    List<String> names = new ArrayList<>();
    results.get("graded").get("items").forEach(item -> {
      double a = item.get("a1").asDouble();
      names.add(item.get("item").asText());
      items.add(new Graded(
          a, Stream.of("d1", "d2", "d3").map(d -> -item.get(d).asDouble() / a).toList()));
    });
    IrtScale scale = new IrtScale(items);
    IrtScores scores = new IrtScores(scale, NormalPrior.STANDARD);
    results.get("eap_first_20").forEach(row -> {
      int[] answers = names.stream().mapToInt(name -> row.get(name).asInt() - 1).toArray();
      Estimate eap = scores.eap(answers).orElseThrow();
      assertThat(eap.theta()).isCloseTo(row.get("eap").asDouble(), within(1e-6));
      assertThat(eap.standardError()).isCloseTo(row.get("se").asDouble(), within(1e-6));
    });
    results
        .get("test_information")
        .forEach(row -> assertThat(scale.information(row.get("theta").asDouble()))
            .isCloseTo(row.get("information").asDouble(), within(1e-9)));
  }

  /** The person fit that mirt calls Zh, at its EAP, of the first 20 students and 24 items. */
  @Test
  void fitsPersonsAsMirt() {
    JsonNode reference = ReferenceCases.named("irt_verbal_itemfit");
    JsonNode results = reference.get("results");
    List<ItemModel> items = new ArrayList<>();
    results.get("items").forEach(item -> {
      double a = item.get("a").asDouble();
      items.add(new Dichotomous(a, -item.get("d").asDouble() / a));
    });
    IrtScale scale = new IrtScale(items);
    IrtScores scores = new IrtScores(scale, NormalPrior.STANDARD);
    double[][] data = ReferenceCases.data(reference);
    double[] zh = ReferenceCases.numbers(results.get("zh_first_20"));
    for (int row = 0; row < zh.length; row++) {
      int[] answers =
          Arrays.stream(data[row]).limit(items.size()).mapToInt(x -> (int) x).toArray();
      double theta = scores.eap(answers).orElseThrow().theta();
      assertThat(scale.lz(theta, answers).orElseThrow()).isCloseTo(zh[row], within(1e-4));
    }
  }
}
