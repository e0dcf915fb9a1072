package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Read;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Sex;

/**
 * The rules of scoring that are easy to get wrong. Expected numbers are worked by hand in the comment beside them unless
 * another source is named.
 */
class ScoringRulesTest {

  private static final int BLANK = -1;

  // 1. Missing is never zero unless the definition says so.

  @Test
  void strictScaleWithABlankHasNoScoreAndSaysWhy() {
    Instrument strict = Example.scale("method: sum, items: 1..6, missing: strict, range: 0..18");
    assertThat(Example.score(strict, 1, 1, 1, 1, 1, BLANK).score(0, "s"))
        .isEqualTo(new ScaleScore.NotScored(NotScoredReason.TOO_MANY_MISSING, 5));
  }

  @ParameterizedTest
  @CsvSource({
    // rule,                                   five 2s and a blank
    "'{allow: 1, then: ignore}',  10, false", // 2·5
    "'{allow: 1, then: zero}',    10, false", // 2·5 + 0
    "'{allow: 1, then: prorate}', 12, true", // 10 · 6/5
    "'{allow-share: 0.2, then: prorate}', 12, true", // floor(0.2 · 6) = 1 may be missing; 10 · 6/5
  })
  void missingWithinTheLimitIsTreatedAsDeclared(String rule, double expected, boolean prorated) {
    Instrument instrument = Example.scale("method: sum, items: 1..6, missing: " + rule
        + ", round: {to: 0, mode: half-up}, range: 0..18");
    assertThat(Example.score(instrument, 2, 2, 2, 2, 2, BLANK).score(0, "s"))
        .isEqualTo(new ScaleScore.Scored(expected, 5, prorated));
  }

  @ParameterizedTest
  @CsvSource({
    "'{allow: 1, then: prorate}'",
    "'{allow-share: 0.33, then: prorate}'", // floor(0.33 · 6) = 1
  })
  void oneOverTheLimitHasNoScore(String rule) {
    Instrument instrument = Example.scale("method: sum, items: 1..6, missing: " + rule
        + ", round: {to: 0, mode: half-up}, range: 0..18");
    assertThat(Example.score(instrument, 2, 2, 2, 2, BLANK, BLANK).score(0, "s"))
        .isEqualTo(new ScaleScore.NotScored(NotScoredReason.TOO_MANY_MISSING, 4));
  }

  @Test
  void shareThatIsMetExactlyIsAllowed() {
    // 1/3 of six is not a decimal; 0.5 of six is exactly three.
    Instrument instrument = Example.scale(
        "method: sum, items: 1..6, missing: {allow-share: 0.5, then: prorate}, round: {to: 0, mode: half-up}, range: 0..18");
    assertThat(Example.score(instrument, 1, 1, 1, BLANK, BLANK, BLANK).value(0, "s"))
        .hasValue(6); // 3 · 6/3
  }

  @Test
  void nothingAnsweredHasNoScoreWhateverTheRule() {
    Instrument instrument =
        Example.scale("method: sum, items: 1..6, missing: {allow: 5, then: zero}, range: 0..18");
    assertThat(Example.score(instrument).score(0, "s"))
        .isEqualTo(new ScaleScore.NotScored(NotScoredReason.NOTHING_ANSWERED, 0));
  }

  @Test
  void meanOfAnsweredAndMeanWithZerosDiffer() {
    String rest = ", range: 0..3, round: {to: 2, mode: half-up}";
    Instrument answered =
        Example.scale("method: mean, items: 1..6, missing: {allow: 2, then: ignore}" + rest);
    Instrument zeros =
        Example.scale("method: mean, items: 1..6, missing: {allow: 2, then: zero}" + rest);
    // 1+2+3+2 = 8; 8/4 = 2; 8/6 = 1.333…
    assertThat(Example.score(answered, 1, 2, 3, 2).value(0, "s")).hasValue(2);
    assertThat(Example.score(zeros, 1, 2, 3, 2).value(0, "s")).hasValue(1.33);
  }

  // 2. Not reached by skip logic is not applicable, not missing.

  @ParameterizedTest
  @CsvSource({
    "zero, 10", // 2·5 + 0
    "ignore, 10", // 2·5; five items, none missing
  })
  void notApplicableIsNotMissing(String rule, double expected) {
    Instrument instrument =
        Example.scale("method: sum, items: 1..6, missing: {allow: 0, then: ignore, not-applicable: "
            + rule + "}, range: 0..18");
    ResponseTable table = Example.row(instrument, 2, 2, 2, 2, 2, BLANK);
    table.setMissing(0, 5, Missing.NOT_APPLICABLE);
    assertThat(ScoringPlan.compile(instrument).run(table).score(0, "s"))
        .isEqualTo(new ScaleScore.Scored(expected, 5, false));
  }

  @Test
  void notApplicableWithoutARuleHasNoScore() {
    Instrument instrument = Example.scale(
        "method: sum, items: 1..6, missing: {allow: 3, then: prorate}, round: {to: 0, mode: half-up}, range: 0..18");
    ResponseTable table = Example.row(instrument, 2, 2, 2, 2, 2, BLANK);
    table.setMissing(0, 5, Missing.NOT_APPLICABLE);
    assertThat(ScoringPlan.compile(instrument).run(table).score(0, "s"))
        .isEqualTo(new ScaleScore.NotScored(NotScoredReason.NOT_APPLICABLE_ITEM, 5));
  }

  // 3. Reverse = declared minimum + declared maximum − answer.

  @Test
  void reversesByTheDeclaredRangeNotByTheAnswersSeen() {
    Instrument instrument =
        Example.scale("method: sum, items: 1..6, reverse: [2, 6], missing: strict, range: 0..18");
    // Nobody answered 3: 1 + (3−1) + 1 + 1 + 1 + (3−2) = 7.
    assertThat(Example.score(instrument, 1, 1, 1, 1, 1, 2).value(0, "s")).hasValue(7);
  }

  // 4. Arithmetic is exact, and rounds once.

  @ParameterizedTest
  @CsvSource({
    "half-up, 5",
    "half-even, 4",
    "floor, 4",
  })
  void halfRoundsByTheDeclaredRule(String mode, double expected) {
    // 0.1 · 1 + 4.4 · 1 = 4.5
    Instrument instrument =
        Example.scale("method: sum, items: [1, 2], weights: {1: 0.1, 2: 4.4}, missing: strict,"
            + " round: {to: 0, mode: " + mode + "}, range: 0.." + (mode.equals("floor") ? 13 : 14));
    assertThat(Example.score(instrument, 1, 1).value(0, "s")).hasValue(expected);
  }

  @Test
  void proratedHalvesRoundUpwards() {
    // (1+1+1+0) · 6/4 = 4.5 → 5
    Instrument instrument = Example.scale(
        "method: sum, items: 1..6, missing: {allow: 2, then: prorate}, round: {to: 0, mode: half-up}, range: 0..18");
    assertThat(Example.score(instrument, 1, 1, 1, 0, BLANK, BLANK).value(0, "s"))
        .hasValue(5);
  }

  @Test
  void sumsOfDecimalWeightsAreExact() {
    // 0.1 · 3 three times is 0.9; binary floating point gives 0.8999… or 0.9000…1 depending on the
    // order.
    Instrument instrument = Example.scale(
        "method: sum, items: 1..3, weights: {1: 0.1, 2: 0.1, 3: 0.1}, missing: strict, round: {to: 1, mode: floor}, range: 0..0.9");
    assertThat(Example.score(instrument, 3, 3, 3).value(0, "s")).hasValue(0.9);
  }

  @Test
  void multipliesBeforeTheOneRounding() {
    // Zung: floor(raw · 1.25); 17 · 1.25 = 21.25 → 21, and 18 · 1.25 = 22.5 → 22.
    Instrument instrument = Example.scale(
        "method: sum, items: 1..6, missing: strict, multiply: 1.25, round: {to: 0, mode: floor}, range: 0..22");
    assertThat(Example.score(instrument, 3, 3, 3, 3, 3, 2).value(0, "s")).hasValue(21);
    assertThat(Example.score(instrument, 3, 3, 3, 3, 3, 3).value(0, "s")).hasValue(22);
  }

  @Test
  void aThirdIsExact() {
    // 3 ÷ 3 is 1, floor 1; with 0.333… it would be 0.999…, floor 0.
    Instrument third = Example.scale("method: sum, items: 1..6, missing: strict, divide: 3,"
        + " round: {to: 0, mode: floor}, range: 0..6");
    assertThat(Example.score(third, 3, 0, 0, 0, 0, 0).value(0, "s")).hasValue(1);
    assertThat(Example.score(third, 2, 0, 0, 0, 0, 0).value(0, "s")).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 17", // 5 · 10 ÷ 3 + 0.5 = 17.17
    "3, 11", // 10.5: half up, not 10 from rounding before the addition
    "0, 5", // 0.5 → 1, clamped
    "9, 20", // 30.5 → 31, clamped
  })
  void multipliesDividesAddsRoundsAndClampsInThisOrder(int sum, double expected) {
    Instrument instrument = Example.scale("method: sum, items: 1..3, missing: strict, clamp: 5..20,"
        + " round: {to: 0, mode: half-up}, add: 0.5, divide: 3, multiply: 10, range: 5..20");
    int[] codes = {Math.min(sum, 3), Math.min(Math.max(sum - 3, 0), 3), Math.max(sum - 6, 0)};
    assertThat(Example.score(instrument, codes).value(0, "s")).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10", "1, 13", // 10 + 1/3 · 8 = 12.67
    "2, 15", // 10 + 2/3 · 8 = 15.33
    "3, 18", "4, 38", // half way from 18 to 57 is 37.5
    "5, 57",
  })
  void betweenTwoLinesOfATableLiesAStraightLine(int sum, double expected) {
    Instrument instrument = Example.scale("method: sum, items: 1..2, missing: strict,"
        + " convert: {table: {0: 10, 3: 18, 5: 57, 6: 57}, between: interpolate, round: {to: 0, mode: half-up}},"
        + " range: 10..57");
    int[] codes = {Math.min(sum, 3), Math.max(sum - 3, 0)};
    assertThat(Example.score(instrument, codes).value(0, "s")).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource({"'', 1", "', between: interpolate, round: {to: 0, mode: half-up}', 12"})
  void whatATableDoesNotHoldHasNoScoreAndIsNeverClamped(String between, int highest) {
    // a and b share item 2, so that no checker can tell every sum: 0 and 12 for all answers alike.
    String table = highest == 1 ? "0: 30, 1: 40" : "2: 30, 10: 70";
    Instrument instrument =
        Example.with("""
        scales:
          t: {name: {en: t, zh-CN: t}, method: sum, scales: [a, b], missing: strict, convert: {table: {%s}%s}, range: %s}
          a: {name: {en: a, zh-CN: a}, method: sum, items: [1, 2], missing: strict, range: 0..6}
          b: {name: {en: b, zh-CN: b}, method: sum, items: [2, 3], missing: strict, range: 0..6}
        """.formatted(table, between, highest == 1 ? "30..40" : "30..70"));
    assertThat(Example.score(instrument, 3, 3, 3).score(0, "t"))
        .isEqualTo(new ScaleScore.NotScored(NotScoredReason.NOT_IN_TABLE, 2));
    assertThat(Example.score(instrument, 1, 0, 0).value(0, "t").isPresent())
        .isEqualTo(highest == 1);
    // 1 + 2 · 2 + 1 = 6, half way from 2 to 10.
    assertThat(Example.score(instrument, 1, 2, 1).value(0, "t"))
        .isEqualTo(highest == 1 ? OptionalDouble.empty() : OptionalDouble.of(50));
  }

  @ParameterizedTest
  @CsvSource({"half-up, 1", "half-even, 0", "floor, 0", "up, 1"})
  void aStandardDeviationThatIsAHalfRoundsByTheDeclaredRule(String mode, double expected) {
    // 1, 0, 0, 0: squares 0.5625 + 3 · 0.0625 = 0.75, √(0.75 ÷ 3) = 0.5.
    Instrument instrument =
        Example.scale("method: standard-deviation, items: 1..4, missing: strict,"
            + " round: {to: 0, mode: " + mode + "}, range: 0.." + (mode.equals("floor") ? 1 : 2));
    assertThat(Example.score(instrument, 1, 0, 0, 0).value(0, "s")).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "multiply: 10, 13", // 12.9099
    "multiply: -1, -1", // −1.29
    "divide: 3, 0", // 0.43
    "add: 0.5, 2", // 1.79
    "add: -3, -2", // −1.71
  })
  void aStandardDeviationIsTransformedBeforeItIsRounded(String transform, double expected) {
    Read<Instrument> read =
        Example.readScale("method: standard-deviation, items: 1..4, missing: strict, " + transform
            + ", round: {to: 0, mode: half-up}, range: 0..9");
    // √(5 ÷ 3) = 1.29099
    assertThat(Example.score(read.value().orElseThrow(), 1, 2, 3, 0).value(0, "s"))
        .hasValue(expected);
  }

  @Test
  void oneAnswerHasNoStandardDeviation() {
    Instrument instrument = Example.scale(
        "method: standard-deviation, items: 1..3,"
            + " missing: {allow: 0, then: ignore, not-applicable: ignore}, round: {to: 1, mode: half-up}, range: 0..2.1");
    ResponseTable table = Example.row(instrument, 2, BLANK, BLANK);
    table.setMissing(0, 1, Missing.NOT_APPLICABLE);
    table.setMissing(0, 2, Missing.NOT_APPLICABLE);
    assertThat(ScoringPlan.compile(instrument).run(table).score(0, "s"))
        .isEqualTo(new ScaleScore.NotScored(NotScoredReason.TOO_FEW_ANSWERS, 1));
  }

  @Test
  void arithmeticThatLeaves64BitsIsRefusedBeforeItRuns() {
    // 3 · 999,999,999 · 10^9 (the weights have nine decimals) is beyond 2^61 before anything else
    // is done.
    Read<Instrument> read = Example.readScale("method: mean, items: [1, 2],"
        + " weights: {1: 0.000000001, 2: 999999999}, missing: strict, multiply: 0.000000001,"
        + " round: {to: 6, mode: floor}, range: 0..1.499999");
    assertThat(read.diagnostics()).extracting(Diagnostic::code).contains("scale.arithmetic");
    Instrument unchecked = read.value().orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoringPlan.compile(unchecked))
        .withMessageContaining("leaves 64 bits");
  }

  // 5. Bands by lower edge, one stage of one score; no hole.

  private static final String BANDS =
      "bands: {risk: high, source: us, verification: project-rule, edges: ["
          + "{from: 0, id: low, level: 0, label: {en: l, zh-CN: l}}, "
          + "{from: 5, id: high, level: 2, label: {en: h, zh-CN: h}}]%s}";

  @ParameterizedTest
  @CsvSource({
    "4, low",
    "5, high",
    "4.999, low",
  })
  void valueBetweenTwoIntegersFallsInTheBandBelow(double value, String band) {
    Instrument instrument =
        Example.scale("method: sum, items: [1, 2, 3], weights: {1: 1, 2: 0.999, 3: 2}, "
            + "missing: strict, round: {to: 3, mode: floor}, range: 0..11.997, "
            + BANDS.formatted(""));
    int[] codes =
        value == 4 ? new int[] {2, 0, 1} : value == 5 ? new int[] {3, 0, 1} : new int[] {2, 1, 1};
    ScoreTable scores = Example.score(instrument, codes);
    assertThat(scores.value(0, "s")).hasValue(value);
    assertThat(scores.band(0, "s")).map(Band::id).hasValue(band);
  }

  @Test
  void bandsBelongToTheDeclaredStage() {
    String scale = "method: sum, items: 1..6, missing: strict, multiply: 2, range: 0..36, ";
    // Raw 3, value 6: below the edge 5 on the raw score, above it on the value.
    ScoreTable onRaw =
        Example.score(Example.scale(scale + BANDS.formatted(", on: raw")), 3, 0, 0, 0, 0, 0);
    ScoreTable onValue =
        Example.score(Example.scale(scale + BANDS.formatted("")), 3, 0, 0, 0, 0, 0);
    assertThat(onRaw.band(0, "s")).map(Band::id).hasValue("low");
    assertThat(onValue.band(0, "s")).map(Band::id).hasValue("high");
  }

  @Test
  void rawStandardDeviationMeetsAnEdgeBeforeItIsRounded() {
    // 3, 3, 0: squares 1 + 1 + 4 = 6, √(6 ÷ 2) = 1.73205, rounded 2.
    String scale = "method: standard-deviation, items: 1..4, missing: {allow: 2, then: ignore},"
        + " round: {to: 0, mode: half-up}, range: 0..2, ";
    String bands = BANDS.replace("from: 5", "from: 1.733");
    Instrument onRaw = Example.scale(scale + bands.formatted(", on: raw"));
    Instrument onValue = Example.scale(scale + bands.formatted(""));
    assertThat(Example.score(onRaw, 3, 3, 0, BLANK).band(0, "s")).map(Band::id).hasValue("low");
    assertThat(Example.score(onValue, 3, 3, 0, BLANK).band(0, "s"))
        .map(Band::id)
        .hasValue("high");
    Instrument below =
        Example.scale(scale + BANDS.replace("from: 5", "from: 1.732").formatted(", on: raw"));
    assertThat(Example.score(below, 3, 3, 0, BLANK).band(0, "s")).map(Band::id).hasValue("high");
  }

  @Test
  void lowIsRiskOnWho5() throws IOException {
    // WHO-5: raw 12 → 48, at or below 50 is low well-being (Topp 2015); raw 13 → 52 is not.
    Instrument who5 = InstrumentLibrary.shipped().questionnaire("who-5");
    String scale = who5.scales().get(0).id();
    assertThat(Example.score(who5, 3, 3, 2, 2, 2).band(0, scale))
        .map(Band::level)
        .hasValue(2);
    assertThat(Example.score(who5, 3, 3, 3, 2, 2).band(0, scale))
        .map(Band::level)
        .hasValue(0);
  }

  // 6. A norm lookup outside the groups is not normed, never clamped.

  private static final String NORMS = """
        - {id: boys, sex: male, grades: 7..9, scales: {s: {mean: 6.5, sd: 2.5}}}
        - {id: young, ages: 8..11, scales: {s: {mean: 5, sd: 2}}}
      """;

  @Test
  void standardScoreComesFromTheGroupThatFits() {
    Instrument instrument =
        Example.scale("method: sum, items: 1..6, missing: strict, range: 0..18");
    NormSet norms = Example.norms(NORMS);
    ResponseTable table =
        Example.row(instrument, 2, 2, 2, 2, 1, 1).sex(0, Sex.MALE).grade(0, 8);
    ScoreTable scores = ScoringPlan.compile(instrument, norms).run(table);
    // 50 + 10 · (10 − 6.5) / 2.5 = 64
    assertThat(scores.t(0, "s")).hasValue(64);
    assertThat(scores.normGroup(0, 0)).map(NormSet.Group::id).hasValue("boys");
  }

  @Test
  void studentWithoutAGroupIsNotNormed() {
    Instrument instrument =
        Example.scale("method: sum, items: 1..6, missing: strict, range: 0..18");
    ResponseTable girl =
        Example.row(instrument, 2, 2, 2, 2, 1, 1).sex(0, Sex.FEMALE).grade(0, 8).age(0, 12);
    ResponseTable unknownSex = Example.row(instrument, 2, 2, 2, 2, 1, 1).grade(0, 8);
    ScoringPlan plan = ScoringPlan.compile(instrument, Example.norms(NORMS));
    assertThat(plan.run(girl).t(0, "s")).isEmpty();
    assertThat(plan.run(girl).normGroup(0, 0)).isEmpty();
    assertThat(plan.run(girl).value(0, "s")).hasValue(10);
    assertThat(plan.run(unknownSex).t(0, "s")).isEmpty();
  }

  @Test
  void standardScoresOfExtremesAreNotClamped() {
    Instrument instrument =
        Example.scale("method: sum, items: 1..6, missing: strict, range: 0..18");
    ResponseTable table = Example.row(instrument, 3, 3, 3, 3, 3, 3).age(0, 8);
    // 50 + 10 · (18 − 5) / 2 = 115
    assertThat(ScoringPlan.compile(instrument, Example.norms(NORMS)).run(table).t(0, "s"))
        .hasValue(115);
  }

  @Test
  void normSetOfAnotherQuestionnaireIsRefused() throws IOException {
    Instrument phq9 = InstrumentLibrary.shipped().questionnaire("phq-9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoringPlan.compile(phq9, Example.norms(NORMS)))
        .withMessageContaining("belongs to 'example'");
  }

  // 7. Composites run in dependency order and say what happens when a part has no score.

  private static final String COMPOSITE = """
      scales:
        total: {name: {en: t, zh-CN: t}, method: sum, scales: [a, b], missing: %s, round: {to: 1, mode: half-up}, range: 0..18}
        a: {name: {en: a, zh-CN: a}, method: sum, items: 1..3, missing: {allow: 1, then: prorate}, range: 0..9}
        b: {name: {en: b, zh-CN: b}, method: sum, items: 4..6, missing: strict, range: 0..9}
      """;

  @Test
  void compositeDeclaredBeforeItsPartsAddsTheirExactValues() {
    Instrument instrument = Example.with(COMPOSITE
        .formatted("strict")
        .replace("prorate},", "prorate}, round: {to: 1, mode: half-up},"));
    // a: (1+1) · 3/2 = 3; b: 1+2+3 = 6
    assertThat(Example.score(instrument, 1, 1, BLANK, 1, 2, 3).value(0, "total"))
        .hasValue(9);
  }

  @Test
  void compositeWithoutAPartHasNoScoreUnlessItSaysSo() {
    String rounded = COMPOSITE.replace("prorate},", "prorate}, round: {to: 1, mode: half-up},");
    Instrument strict = Example.with(rounded.formatted("strict"));
    Instrument lenient = Example.with(rounded.formatted("{allow: 1, then: ignore}"));
    int[] codes = {1, 2, 3, 1, BLANK, 3};
    assertThat(Example.score(strict, codes).score(0, "total"))
        .isEqualTo(new ScaleScore.NotScored(NotScoredReason.PART_NOT_SCORED, 1));
    assertThat(Example.score(lenient, codes).value(0, "total")).hasValue(6); // 1+2+3
  }

  @ParameterizedTest
  @CsvSource({
    "difference, -9..9, -3", // 3 − 6
    "product, 0..81, 18", // 3 · 6
    "ratio, 0..9, 0.5", // 3 ÷ 6
  })
  void twoScalesAreTakenInTheirOrderAndBothAreNeeded(String method, String range, double expected) {
    Instrument instrument = Example.with(COMPOSITE
        .formatted("strict")
        .replace("method: sum, scales", "method: " + method + ", scales")
        .replace("0..18", range)
        .replace("{allow: 1, then: prorate}", "strict"));
    assertThat(Example.score(instrument, 1, 1, 1, 1, 2, 3).value(0, "total")).hasValue(expected);
    assertThat(Example.score(instrument, 1, 1, 1, 1, 2, BLANK).score(0, "total"))
        .isEqualTo(new ScaleScore.NotScored(NotScoredReason.PART_NOT_SCORED, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "sum, 0..31.5, 19.5", // 0.5 · 3 + 3 · 6
    "mean, 0..15.8, 9.8", // 19.5 ÷ 2 = 9.75: by the number of scales, not by 3.5
    "difference, -27..4.5, -16.5", // 1.5 − 18
    "product, 0..121.5, 27", // 1.5 · 18
    "ratio, 0..1.5, 0.1", // 1.5 ÷ 18 = 0.083
  })
  void aPartCountsWithItsWeight(String method, String range, double expected) {
    Instrument instrument = Example.with(COMPOSITE
        .formatted("strict, weights: {a: 0.5, b: 3}")
        .replace("method: sum, scales", "method: " + method + ", scales")
        .replace("0..18", range)
        .replace("{allow: 1, then: prorate}", "strict"));
    assertThat(Example.score(instrument, 1, 1, 1, 1, 2, 3).value(0, "total")).hasValue(expected);
  }

  // 8. A critical item fires on its own answer; skipped is unknown.

  @Test
  void criticalItemFiresInAFormThatIsOtherwiseBlank() throws IOException {
    Instrument phq9 = InstrumentLibrary.shipped().questionnaire("phq-9");
    ScoreTable scores =
        Example.score(phq9, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, 1);
    assertThat(scores.alert(0)).isEqualTo(Alert.SAME_DAY);
    assertThat(scores.fired(0)).extracting(CriticalItem::id).containsExactly("9");
    assertThat(scores.value(0, "total")).isEmpty();
  }

  @Test
  void skippedCriticalItemIsUnknownNeverNo() throws IOException {
    Instrument phq9 = InstrumentLibrary.shipped().questionnaire("phq-9");
    assertThat(Example.score(phq9, 0, 0, 0, 0, 0, 0, 0, 0, BLANK).alert(0))
        .isEqualTo(Alert.UNKNOWN);
    assertThat(Example.score(phq9, 0, 0, 0, 0, 0, 0, 0, 0, 0).alert(0)).isEqualTo(Alert.NONE);
  }

  // 9. A validity index never removes an alert; invalid needs a published rule or two indicators.

  private static final String VALIDITY = """
      scales:
        s: {name: {en: s, zh-CN: s}, method: sum, items: 1..6, missing: {allow: 5, then: ignore}, range: 0..18}
      critical:
        - {item: 6, at-or-above: 1, alert: immediate, topic: {en: t, zh-CN: t}, source: us, verification: two-sources}
      validity:
        - {id: same, name: {en: n, zh-CN: n}, when: {same-answer: 1..6}, verdict: suspect, source: us, verification: project-rule}
        - {id: high, name: {en: n, zh-CN: n}, when: {scale: s, at-or-above: 18}, verdict: suspect, source: us, verification: project-rule}
        - {id: blank, name: {en: n, zh-CN: n}, when: {unanswered: 1..6, at-or-above: 3}, verdict: invalid, source: us, verification: two-sources}
      """;

  @Test
  void oneIndicatorIsSuspectTwoAreInvalidAPublishedRuleIsEnough() {
    Instrument instrument = Example.with(VALIDITY);
    assertThat(Example.score(instrument, 1, 2, 1, 2, 1, 2).validity(0)).isEqualTo(Validity.VALID);
    assertThat(Example.score(instrument, 1, 1, 1, 1, 1, 1).validity(0)).isEqualTo(Validity.SUSPECT);
    assertThat(Example.score(instrument, 3, 3, 3, 3, 3, 3).validity(0)).isEqualTo(Validity.INVALID);
    assertThat(Example.score(instrument, 1, 2, 1, BLANK, BLANK, BLANK).validity(0))
        .isEqualTo(Validity.INVALID);
  }

  @Test
  void invalidFormKeepsItsAlert() {
    ScoreTable scores = Example.score(Example.with(VALIDITY), 3, 3, 3, 3, 3, 3);
    assertThat(scores.validity(0)).isEqualTo(Validity.INVALID);
    assertThat(scores.alert(0)).isEqualTo(Alert.IMMEDIATE);
  }

  // Codes.

  @Test
  void declaredMissingCodeIsNeverSummed() {
    Instrument instrument =
        Example.scale("method: sum, items: 1..6, missing: {allow: 2, then: ignore}, range: 0..18");
    // 8 is declared refused, 9 unknown: 1+1+1+1 = 4.
    assertThat(Example.score(instrument, 1, 1, 1, 1, 8, 9).value(0, "s")).hasValue(4);
  }

  @Test
  void undeclaredCodeLeavesTheScaleWithoutAScore() {
    Instrument instrument =
        Example.scale("method: sum, items: 1..5, missing: {allow: 2, then: zero}, range: 0..15");
    assertThat(Example.score(instrument, 1, 1, 1, 1, 7, 0).score(0, "s"))
        .isEqualTo(new ScaleScore.NotScored(NotScoredReason.UNDECLARED_ANSWER, 4));
    // The item that no scale uses does not spoil the scale.
    assertThat(Example.score(instrument, 1, 1, 1, 1, 1, 7).value(0, "s")).hasValue(5);
  }

  // 11. Every result can name the definition.

  @Test
  void resultNamesVersionAndContentOfTheDefinition() throws IOException {
    Instrument phq9 = InstrumentLibrary.shipped().questionnaire("phq-9");
    Instrument named = Example.score(phq9, 0, 0, 0, 0, 0, 0, 0, 0, 0).plan().instrument();
    assertThat(named.version()).isEqualTo("1.0.0");
    assertThat(named.hash()).matches("[0-9a-f]{64}");
  }
}
