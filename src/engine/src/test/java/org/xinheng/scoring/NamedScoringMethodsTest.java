package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Sex;

/**
 * Ways of scoring that published instruments ask for, each named after the instrument that is best known for it. The
 * scales here have the arithmetic of these instruments, not their items.
 */
class NamedScoringMethodsTest {

  private static final int BLANK = -1;

  @Test
  void sdqSubscaleWithThreeOfFiveAnsweredIsFiveTimesTheMeanHalfUp() {
    // SDQ scoring notes: 4 from three items is 4/3 · 5 = 6.67 → 7; with two answered there is no
    // score.
    Instrument sdq = Example.scale("method: sum, items: 1..5, missing: {allow: 2, then: prorate},"
        + " round: {to: 0, mode: half-up}, range: 0..15");
    assertThat(Example.score(sdq, 2, 1, 1, BLANK, BLANK).value(0, "s")).hasValue(7);
    assertThat(Example.score(sdq, 2, 1, BLANK, BLANK, BLANK).value(0, "s")).isEmpty();
  }

  @Test
  void gdsProratesAHalfUpwards() {
    // 2 of 4 yes with one of five blank: 2 · 5/4 = 2.5 → 3.
    Instrument gds = Example.scale("method: sum, items: 1..5, missing: {allow: 1, then: prorate},"
        + " round: {to: 0, mode: half-up}, range: 0..15");
    assertThat(Example.score(gds, 1, 1, 0, 0, BLANK).value(0, "s")).hasValue(3);
  }

  @Test
  void psc17CountsBlanksAsZeroAndIsInvalidFromFourOn() throws IOException {
    Instrument psc17 = InstrumentLibrary.shipped().questionnaire("psc-17");
    int[] codes = new int[17];
    Arrays.fill(codes, 1);
    codes[0] = codes[1] = codes[2] = BLANK;
    ScoreTable threeBlank = Example.score(psc17, codes);
    assertThat(threeBlank.value(0, "total")).hasValue(14);
    assertThat(threeBlank.validity(0)).isEqualTo(Validity.VALID);
    codes[3] = BLANK;
    assertThat(Example.score(psc17, codes).validity(0)).isEqualTo(Validity.INVALID);
  }

  @Test
  void dass21IsDoubled() throws IOException {
    Instrument dass21 = InstrumentLibrary.shipped().questionnaire("dass-21");
    int[] codes = new int[21];
    codes[2] = 3;
    // Item 3 is of depression: 3 · 2.
    assertThat(Example.score(dass21, codes).value(0, "depression")).hasValue(6);
  }

  @Test
  void qidsAddsTheMaximaOfGroups() {
    Instrument qids = Example.with("""
        scales:
          total: {name: {en: t, zh-CN: t}, method: sum, scales: [sleep, weight, mood], missing: strict, range: 0..9}
          sleep: {name: {en: s, zh-CN: s}, method: maximum, items: 1..3, missing: strict, range: 0..3}
          weight: {name: {en: w, zh-CN: w}, method: maximum, items: 4..5, missing: {allow: 1, then: ignore}, range: 0..3}
          mood: {name: {en: m, zh-CN: m}, method: sum, items: [6], missing: strict, range: 0..3}
        """);
    // All ones: 1 + 1 + 1 = 3, not 6; and 2 + 3 + 1 with one of the two weights blank.
    assertThat(Example.score(qids, 1, 1, 1, 1, 1, 1).value(0, "total")).hasValue(3);
    assertThat(Example.score(qids, 0, 2, 1, BLANK, 3, 1).value(0, "total")).hasValue(6);
  }

  @Test
  void minimumTakesTheSmallestAnswer() {
    Instrument least = Example.scale(
        "method: minimum, items: 1..4, missing: {allow: 1, then: ignore}, range: 0..3");
    assertThat(Example.score(least, 3, 2, 3, BLANK).value(0, "s")).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource({"MALE, low", "FEMALE, at-risk"})
  void auditCThreeIsAtRiskForWomenAndNotForMen(Sex sex, String band) {
    Instrument auditC = Example.with("""
        scales:
          s:
            name: {en: s, zh-CN: s}
            method: sum
            items: 1..3
            missing: strict
            range: 0..9
            bands:
              - id: women
                for: {sex: female}
                risk: high
                source: us
                verification: project-rule
                edges: [{from: 0, id: low, level: 0, label: {en: l, zh-CN: l}}, {from: 3, id: at-risk, level: 2, label: {en: r, zh-CN: r}}]
              - id: men
                for: {sex: male}
                risk: high
                source: us
                verification: project-rule
                edges: [{from: 0, id: low, level: 0, label: {en: l, zh-CN: l}}, {from: 4, id: at-risk, level: 2, label: {en: r, zh-CN: r}}]
        """);
    ResponseTable three = Example.row(auditC, 1, 1, 1);
    ScoringPlan plan = ScoringPlan.compile(auditC);
    assertThat(plan.run(three).band(0, "s")).as("sex not known").isEmpty();
    assertThat(plan.run(three.sex(0, sex)).band(0, "s")).map(Band::id).hasValue(band);
  }

  @Test
  void fractionBetweenTwoWholeEdgesHasABand() throws IOException {
    // 14.625 lies in the band that starts at 14 or below: there is no hole before 15.
    Instrument weighted =
        Example.scale("method: sum, items: 1..6, weights: {1: 2.625}, missing: strict,"
            + " round: {mode: none}, range: 0..22.875, bands: {risk: high, source: us, verification: project-rule, edges: ["
            + "{from: 0, id: low, level: 0, label: {en: l, zh-CN: l}}, {from: 10, id: middle, level: 1, label: {en: m, zh-CN: m}},"
            + " {from: 15, id: high, level: 2, label: {en: h, zh-CN: h}}]}");
    ScoreTable scores = Example.score(weighted, 1, 3, 3, 3, 3, 0);
    assertThat(scores.value(0, "s")).hasValue(14.625);
    assertThat(scores.band(0, "s")).map(Band::id).hasValue("middle");
  }

  @Test
  void criesCountsOneThreeFive() {
    // Codes 0, 1, 2, 3 of the form count as 0, 1, 3, 5: 0 + 1 + 3 + 5 = 9.
    Instrument cries = Example.scale("method: sum, items: 1..4, missing: strict, range: 0..20,"
        + " recode: [{items: 1..4, values: {2: 3, 3: 5}}]");
    assertThat(Example.score(cries, 0, 1, 2, 3).value(0, "s")).hasValue(9);
  }

  @Test
  void reversingGoesBeforeRecoding() {
    // EAT-26: the most frequent three options count 3, 2, 1, the others 0; one item the other way
    // round.
    Instrument eat =
        Example.scale("method: sum, items: [1, 2], reverse: [2], missing: strict, range: 0..4,"
            + " recode: [{items: [1, 2], values: {0: 2, 1: 1, 2: 0, 3: 0}}]");
    // Item 1 at 0 counts 2; item 2 at 3 is 0 reversed and counts 2.
    assertThat(Example.score(eat, 0, 3).value(0, "s")).hasValue(4);
    assertThat(Example.score(eat, 0, 0).value(0, "s")).hasValue(2);
  }

  @Test
  void eat26FillsABlankWithTheMedianRoundedUp() {
    // Answers 0, 1, 3, 2: the median is 1.5, rounded up 2; 6 + 2 = 8.
    Instrument eat = Example.scale(
        "method: sum, items: 1..5, missing: {allow: 1, then: median, fill: up}, range: 0..15");
    ScoreTable scores = Example.score(eat, 0, 1, 3, 2, BLANK);
    assertThat(scores.score(0, "s")).isEqualTo(new ScaleScore.Scored(8, 4, true));
  }

  @Test
  void abcdFillsABlankWithTheRoundedMean() {
    // 0 + 1 + 3 + 2 = 6; the mean 1.5 is rounded half up to 2; 6 + 2 = 8, and by prorating it would
    // be 7.5.
    Instrument abcd = Example.scale(
        "method: sum, items: 1..5, missing: {allow: 1, then: rounded-mean, fill: half-up}, range: 0..15");
    assertThat(Example.score(abcd, 0, 1, 3, 2, BLANK).value(0, "s")).hasValue(8);
    // 1 + 1 + 1 + 2 = 5; the mean 1.25 is rounded to 1; 6.
    assertThat(Example.score(abcd, 1, 1, 1, 2, BLANK).value(0, "s")).hasValue(6);
  }

  @ParameterizedTest
  @CsvSource({"'{at-or-above: 2}', 3", "'{equal-to: 1}', 2"})
  void countsAnswersAtOrAboveOrEqual(String counting, double expected) {
    // 0, 1, 2, 3, 1, 2: three are 2 or more, two are 1.
    Instrument count = Example.scale(
        "method: count, count: " + counting + ", items: 1..6, missing: strict, range: 0..6");
    assertThat(Example.score(count, 0, 1, 2, 3, 1, 2).value(0, "s")).hasValue(expected);
  }

  /** Codes 0 to 3 of the example as 1 to 4, of which 1 is the answer that says no. */
  private static final String SCL_90 = """
      scales:
        positive-mean: {name: {en: p, zh-CN: p}, method: ratio, scales: [of-positive, positive], missing: strict, round: {to: 2, mode: half-up}, range: 2..4}
        of-positive: {name: {en: o, zh-CN: o}, method: difference, scales: [total, negative], missing: strict, range: 0..24}
        total: {name: {en: t, zh-CN: t}, method: sum, items: 1..6, recode: [{items: 1..6, values: {0: 1, 1: 2, 2: 3, 3: 4}}], missing: strict, range: 6..24}
        positive: {name: {en: c, zh-CN: c}, method: count, count: {at-or-above: 1}, items: 1..6, missing: strict, range: 0..6}
        negative: {name: {en: n, zh-CN: n}, method: count, count: {equal-to: 0}, items: 1..6, missing: strict, range: 0..6}
      """;

  @Test
  void sclPositiveSymptomMeanIsOfTheItemsAnsweredPositively() {
    Instrument scl = Example.with(SCL_90);
    // 1 + 3 + 2 + 1 + 4 + 3 = 14, two of them negative, four positive: (14 − 2) ÷ 4 = 3.
    assertThat(Example.score(scl, 0, 2, 1, 0, 3, 2).value(0, "positive-mean")).hasValue(3);
    // 1 + 3 + 2 + 1 + 1 + 3 = 11: (11 − 3) ÷ 3 = 2.667.
    assertThat(Example.score(scl, 0, 2, 1, 0, 0, 2).value(0, "positive-mean")).hasValue(2.67);
  }

  @Test
  void sclPositiveSymptomMeanOfNoPositiveSymptomIsNone() {
    ScoreTable scores = Example.score(Example.with(SCL_90), 0, 0, 0, 0, 0, 0);
    assertThat(scores.value(0, "of-positive")).hasValue(0);
    assertThat(scores.score(0, "positive-mean"))
        .isEqualTo(new ScaleScore.NotScored(NotScoredReason.DIVIDED_BY_ZERO, 2));
  }

  @Test
  void sdsIndexIsTheRawScoreOverEighty() {
    Instrument sds = Example.scale("method: sum, items: 1..6, missing: strict, divide: 80,"
        + " round: {to: 2, mode: half-up}, range: 0..0.23");
    // 18 ÷ 80 = 0.225 → 0.23; 10 ÷ 80 = 0.125 → 0.13.
    assertThat(Example.score(sds, 3, 3, 3, 3, 3, 3).value(0, "s")).hasValue(0.23);
    assertThat(Example.score(sds, 3, 3, 3, 1, 0, 0).value(0, "s")).hasValue(0.13);
  }

  @ParameterizedTest
  @CsvSource({"0, 38.2", "1, 62.1", "2, 81.3"})
  void promisRawSumStandsForT(int code, double t) {
    // Adult depression 8a: raw 8 → 38.2, 24 → 62.1, 40 → 81.3 by its published table.
    Instrument promis = Example.scale("method: sum, items: [1],"
        + " recode: [{items: [1], values: {0: 8, 1: 24, 2: 40, 3: 40}}], missing: strict,"
        + " convert: {table: {8: 38.2, 24: 62.1, 40: 81.3}}, range: 38.2..81.3");
    assertThat(Example.score(promis, code).value(0, "s")).hasValue(t);
    assertThat(Example.score(promis, BLANK).value(0, "s")).isEmpty();
  }

  @Test
  void intraIndividualResponseVariabilityIsTheStandardDeviationOfTheAnswers() {
    Instrument irv = Example.scale("method: standard-deviation, items: 1..4,"
        + " missing: {allow: 2, then: ignore}, round: {to: 4, mode: half-up}, range: 0..2.1213");
    // Mean 1.5, squares 0.25 + 0.25 + 2.25 + 2.25 = 5, √(5 ÷ 3) = 1.29099.
    assertThat(Example.score(irv, 1, 2, 3, 0).value(0, "s")).hasValue(1.291);
    // 0 and 3 alone: √((2.25 + 2.25) ÷ 1) = 2.12132.
    assertThat(Example.score(irv, 0, 3, BLANK, BLANK).score(0, "s"))
        .isEqualTo(new ScaleScore.Scored(2.1213, 2, false));
    assertThat(Example.score(irv, 2, 2, 2, 2).value(0, "s")).hasValue(0);
  }

  /** Package careless of R, function irv, of which five decimals are compared exactly. */
  @TestFactory
  Stream<DynamicTest> intraIndividualResponseVariabilityAgreesWithCareless() {
    return ReferenceCases.startingWith("careless").stream()
        .map(reference ->
            DynamicTest.dynamicTest(reference.get("id").asText(), () -> irvAgrees(reference)));
  }

  private static void irvAgrees(JsonNode reference) {
    double[][] answers = ReferenceCases.data(reference);
    int items = answers[0].length;
    Instrument irv = Definitions.questionnaire(SourceText.of("irv.yaml", """
        questionnaire: irv
        responses: {r: {options: {1: {}, 2: {}, 3: {}, 4: {}, 5: {}, 6: {}, 7: {}}}}
        items: [{ids: 1..%1$d, responses: r}]
        scales: {s: {method: standard-deviation, items: 1..%1$d, missing: strict, round: {to: 5, mode: half-up}}}
        """.formatted(items)))
        .value()
        .orElseThrow();
    ResponseTable table = new ResponseTable(irv, answers.length);
    for (int row = 0; row < answers.length; row++) {
      table.answers(
          row, Arrays.stream(answers[row]).mapToInt(code -> (int) code).toArray());
    }
    ScoreTable scores = ScoringPlan.compile(irv).run(table);
    double[] expected = ReferenceCases.numbers(reference.get("results").get("irv"));
    for (int row = 0; row < answers.length; row++) {
      BigDecimal rounded = BigDecimal.valueOf(expected[row]).setScale(5, RoundingMode.HALF_UP);
      assertThat(scores.value(row, "s")).as("row " + row).hasValue(rounded.doubleValue());
    }
  }

  @ParameterizedTest
  @CsvSource({"FEMALE, 25, 59.4", "MALE, 25, 60.1", "MALE, 14, 49.6", "FEMALE, 0, 34.4"})
  void scaredHasMeansOfChineseGirlsAndBoys(Sex sex, int total, double t) {
    // 12 cities, n = 1,559, ages 8-16: girls 15.6 (10.0), boys 14.4 (10.5).
    // Girls 50 + 10 (25 - 15.6) / 10 = 59.4; boys 50 + 10 (25 - 14.4) / 10.5 = 60.095.
    Instrument scared = total(41, 2);
    NormSet norms = norms("""
        for: {ages: 8..16}
        gives: {t: {to: 1, mode: half-up}}
        groups:
          - {id: girls, sex: female, scales: {s: {mean: 15.6, sd: 10.0}}}
          - {id: boys, sex: male, scales: {s: {mean: 14.4, sd: 10.5}}}
        """);
    ResponseTable answers = answers(scared, total).sex(0, sex).age(0, 12);
    assertThat(ScoringPlan.compile(scared, norms).run(answers).t(0, "s")).hasValue(t);
    assertThat(ScoringPlan.compile(scared, norms)
            .run(answers(scared, total).sex(0, sex).age(0, 17))
            .notNormed(0, 0))
        .as("older than the sample")
        .hasValue(NotNormedReason.NO_GROUP);
  }

  @ParameterizedTest
  @CsvSource({
    "MALE, 0, 30",
    "MALE, 25, 59",
    "MALE, 50, 88",
    "MALE, 75, 118",
    "FEMALE, 0, 27",
    "FEMALE, 25, 56",
    "FEMALE, 50, 85",
    "FEMALE, 75, 114"
  })
  void rcads25HasATableByValueThatItsMeanAndSdImply(Sex sex, int total, double t) {
    // UK year 9, total; the table is linear, with implied mean (sd) 17.0 (8.5) and 19.8 (8.6).
    Instrument rcads = total(25, 3);
    NormSet table = norms("""
        gives: {t: {to: 0, mode: half-up}}
        groups:
          - {id: boys, sex: male, scales: {s: {t: {0: 30, 25: 59, 50: 88, 75: 118}}}}
          - {id: girls, sex: female, scales: {s: {t: {0: 27, 25: 56, 50: 85, 75: 114}}}}
        """);
    NormSet implied = norms("""
        gives: {t: {to: 0, mode: half-up}}
        groups:
          - {id: boys, sex: male, scales: {s: {mean: 17.0, sd: 8.5}}}
          - {id: girls, sex: female, scales: {s: {mean: 19.8, sd: 8.6}}}
        """);
    ResponseTable answers = answers(rcads, total).sex(0, sex);
    assertThat(ScoringPlan.compile(rcads, table).run(answers).t(0, "s")).hasValue(t);
    // The means are themselves worked back from the table, to one decimal.
    assertThat(ScoringPlan.compile(rcads, implied).run(answers).t(0, "s").orElseThrow())
        .isCloseTo(t, within(1.0));
  }

  @ParameterizedTest
  @CsvSource({"8, 38.2", "24, 62.1", "40, 81.3"})
  void promisDepression8aIsLookedUpAndNothingElse(int raw, double t) {
    // Adult depression 8a: raw 8 is T 38.2, 24 is 62.1, 40 is 81.3; only with every item answered.
    Instrument promis = total(8, 4, 1);
    NormSet norms = norms("""
        gives: {t: {to: 1, mode: half-up}}
        groups:
          - {id: all, scales: {s: {t: {8: 38.2, 24: 62.1, 40: 81.3}}}}
        """);
    ScoringPlan plan = ScoringPlan.compile(promis, norms);
    assertThat(plan.run(answers(promis, raw)).t(0, "s")).hasValue(t);
    ResponseTable incomplete = answers(promis, raw);
    incomplete.setMissing(0, 3, Missing.SKIPPED);
    assertThat(plan.run(incomplete).notNormed(0, 0)).hasValue(NotNormedReason.NOT_SCORED);
    assertThat(plan.run(answers(promis, 25)).notNormed(0, 0))
        .as("not among the three rows that are quoted")
        .hasValue(NotNormedReason.NOT_LISTED);
  }

  /** A sum of so many items coded 0 to {@code highest}. */
  private static Instrument total(int items, int highest) {
    return total(items, highest, 0);
  }

  private static Instrument total(int items, int options, int lowest) {
    StringBuilder codes = new StringBuilder();
    for (int code = lowest; code <= lowest + options; code++) {
      codes.append(codes.length() == 0 ? "" : ", ").append(code).append(": {en: a, zh-CN: a}");
    }
    return Definitions.questionnaire(SourceText.of("many.yaml", """
        questionnaire: many
        version: 1.0.0
        form: the only one
        name: {en: Many, zh-CN: 多题}
        measures: {en: nothing, zh-CN: 无}
        informants: [self]
        languages: [en]
        ages: 8..18
        grades: 3..12
        recall: {en: now, zh-CN: 现在}
        minutes: 1
        licence: {paper: free, electronic: free, wording: redistributable}
        sources: {us: {citation: an invented example}}
        verification: {key: project-rule, bands: project-rule, norms: none, licence: project-rule}
        responses: {r: {options: {%s}}}
        items: [{ids: 1..%d, topic: {en: t, zh-CN: t}, responses: r}]
        scales:
          s: {name: {en: s, zh-CN: s}, method: sum, items: 1..%d, missing: strict, range: %d..%d}
        """.formatted(
                codes, items, items, items * lowest, items * (lowest + options))))
        .usable();
  }

  /** Answers that add up to a sum. */
  private static ResponseTable answers(Instrument many, int sum) {
    ResponseTable table = new ResponseTable(many, 1);
    ResponseSet.Scorable responses = many.scorable(many.items().get(0)).orElseThrow();
    int lowest = responses.lowest().intValueExact();
    int highest = responses.highest().intValueExact();
    int left = sum - many.items().size() * lowest;
    for (int item = 0; item < many.items().size(); item++) {
      int more = Math.min(left, highest - lowest);
      table.set(0, item, lowest + more);
      left -= more;
    }
    return table;
  }

  private static NormSet norms(String rest) {
    return Definitions.normSet(SourceText.of("norms.yaml", """
        norm-set: many-norms
        version: 1.0.0
        questionnaire: many
        name: {en: n, zh-CN: n}
        sample: {en: as the test says, zh-CN: 见测试}
        source: {citation: as the test says}
        verification: single-source
        """ + rest)).usable();
  }
}
