package org.xinheng.scoring.careless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xinheng.scoring.ReferenceCases;

/** Agreement with the R package careless 1.2.2. */
class CarelessReferenceTest {

  private static final Set<String> KNOWN_RESULTS = Set.of(
      "n",
      "columns",
      "longstring",
      "avgstring",
      "irv",
      "mahalanobis_sq",
      "mahalanobis_flagged_rows",
      "evenodd",
      "highest_item_pairs");
  private static final Pattern CONFIDENCE = Pattern.compile("confidence ?= ?([.\\d]+)");
  private static final Pattern EQUAL_SCALES =
      Pattern.compile("factors ?= ?rep\\((\\d+), ?(\\d+)\\)");
  private static final Pattern SCALES = Pattern.compile("factors ?= ?c\\(([\\d, ]+)\\)");

  /** The relative tolerance of the cases; as an absolute one it also serves numbers near 0. */
  private static final double TOLERANCE = 1e-9;

  @TestFactory
  Stream<DynamicTest> reproducesTheCasesOfCarelessness() {
    return ReferenceCases.startingWith("careless").stream()
        .map(reference ->
            DynamicTest.dynamicTest(reference.get("id").asText(), () -> reproduces(reference)));
  }

  private static void reproduces(JsonNode reference) {
    JsonNode results = reference.get("results");
    String code = ReferenceCases.text(reference.get("r_code"));
    double[][] table = ReferenceCases.data(reference);
    assertThat(KNOWN_RESULTS).containsAll(results::fieldNames);
    assertThat(table.length).isEqualTo(results.get("n").asInt());
    assertThat(table[0].length).isEqualTo(results.get("columns").asInt());
    compare(results.get("longstring"), table, row -> OptionalDouble.of(RowIndices.longestRun(row)));
    compare(results.get("avgstring"), table, RowIndices::meanRunLength);
    compare(results.get("irv"), table, RowIndices::variability);
    if (results.has("evenodd")) {
      compare(results.get("evenodd"), table, EvenOdd.over(scales(code))::inconsistency);
    }
    if (results.has("mahalanobis_sq")) {
      reproducesDistances(results, table, code);
    }
    if (results.has("highest_item_pairs")) {
      reproducesPairs(results.get("highest_item_pairs"), table, ReferenceCases.header(reference));
    }
  }

  private static void reproducesDistances(JsonNode results, double[][] table, String code) {
    Mahalanobis mahalanobis = Mahalanobis.from(table).orElseThrow();
    compare(results.get("mahalanobis_sq"), table, mahalanobis::squaredDistance);
    Matcher confidence = CONFIDENCE.matcher(code);
    assertThat(confidence.find()).isTrue();
    double cutOff = mahalanobis.cutOff(Double.parseDouble(confidence.group(1)));
    double[] flagged = IntStream.range(0, table.length)
        .filter(row -> mahalanobis.squaredDistance(table[row]).orElseThrow() > cutOff)
        .mapToDouble(row -> row + 1)
        .toArray();
    assertThat(flagged)
        .containsExactly(ReferenceCases.numbers(results.get("mahalanobis_flagged_rows")));
  }

  private static void reproducesPairs(JsonNode expected, double[][] table, List<String> header) {
    List<CorrelatedPair> pairs = ItemPairs.byCorrelation(table);
    for (int i = 0; i < expected.size(); i++) {
      CorrelatedPair pair = pairs.get(i);
      // R names the later item first.
      assertThat(header.get(pair.pair().second()))
          .isEqualTo(expected.get(i).get("a").asText());
      assertThat(header.get(pair.pair().first()))
          .isEqualTo(expected.get(i).get("b").asText());
      assertThat(pair.correlation())
          .isCloseTo(expected.get(i).get("r").asDouble(), within(TOLERANCE));
    }
  }

  private static void compare(
      JsonNode expected, double[][] table, Function<double[], OptionalDouble> index) {
    for (int row = 0; row < table.length; row++) {
      OptionalDouble actual = index.apply(table[row]);
      if (expected.get(row).isNull()) {
        assertThat(actual).as("row %d", row + 1).isEmpty();
      } else {
        double value = expected.get(row).asDouble();
        assertThat(actual.orElseThrow())
            .as("row %d", row + 1)
            .isCloseTo(value, within(TOLERANCE * Math.max(1, Math.abs(value))));
      }
    }
  }

  /** How many consecutive columns each scale has, as the call of evenodd says. */
  private static List<int[]> scales(String code) {
    int[] lengths;
    Matcher equal = EQUAL_SCALES.matcher(code);
    if (equal.find()) {
      lengths = new int[Integer.parseInt(equal.group(2))];
      Arrays.fill(lengths, Integer.parseInt(equal.group(1)));
    } else {
      Matcher listed = SCALES.matcher(code);
      assertThat(listed.find()).isTrue();
      lengths = Arrays.stream(listed.group(1).split(","))
          .mapToInt(length -> Integer.parseInt(length.trim()))
          .toArray();
    }
    List<int[]> scales = new ArrayList<>();
    int from = 0;
    for (int length : lengths) {
      scales.add(IntStream.range(from, from + length).toArray());
      from += length;
    }
    return scales;
  }
}
