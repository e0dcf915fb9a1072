package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.StandardScore;

/** From scores to standard scores, by every kind of norm. The scale is a sum of six items coded 0–3. */
class StandardScoresTest {

  private static final Instrument SUM =
      Example.scale("method: sum, items: 1..6, missing: strict, range: 0..18");

  private static final String EVERYTHING = """
      gives: {z: {to: 2, mode: half-up}, t: {to: 1, mode: half-up}, percentile: {to: 1, mode: half-up},
              sten: whole, stanine: whole, iq: {to: 0, mode: half-up}}
      """;

  private static final String LINEAR = """
      gives: {z: {to: 2, mode: half-up}, t: {to: 1, mode: half-up}, sten: whole, iq: {to: 0, mode: half-up}}
      """;

  private static final String CLASSES =
      "gives: {percentile: {to: 0, mode: half-up}, sten: whole, stanine: whole}";

  /** The scores of a student with this sum. */
  private static ScoreTable score(NormSet norms, int sum) {
    return ScoringPlan.compile(SUM, norms).run(row(sum));
  }

  private static ResponseTable row(int sum) {
    int[] codes = new int[6];
    for (int i = 0; i < 6; i++) {
      codes[i] = Math.max(0, Math.min(3, sum - 3 * i));
    }
    return Example.row(SUM, codes);
  }

  private static double standard(NormSet norms, int sum, StandardScore score) {
    return score(norms, sum).standard(0, "s", score).orElse(Double.NaN);
  }

  /** z = (score − 9) / 4; sten 5.5 + 2 z and stanine 5 + 2 z to the nearest; percentile 100 pnorm(z) of R. */
  @ParameterizedTest
  @CsvSource({
    "0, -2.25, 27.5, 1.2, 1, 1, 66",
    "1, -2, 30, 2.3, 2, 1, 70",
    "8, -0.25, 47.5, 40.1, 5, 5, 96",
    "9, 0, 50, 50, 6, 5, 100",
    "10, 0.25, 52.5, 59.9, 6, 6, 104",
    "12, 0.75, 57.5, 77.3, 7, 7, 111",
    "17, 2, 70, 97.7, 10, 9, 130",
    "18, 2.25, 72.5, 98.8, 10, 9, 134"
  })
  void meanAndSdGiveAllOfThem(
      int sum, double z, double t, double percentile, double sten, double stanine, double iq) {
    NormSet norms = Example.norms(
        EVERYTHING + "percentile: normal", "  - {id: all, scales: {s: {mean: 9, sd: 4}}}");
    assertThat(standard(norms, sum, StandardScore.Z)).isEqualTo(z);
    assertThat(standard(norms, sum, StandardScore.T)).isEqualTo(t);
    assertThat(standard(norms, sum, StandardScore.PERCENTILE)).isEqualTo(percentile);
    assertThat(standard(norms, sum, StandardScore.STEN)).isEqualTo(sten);
    assertThat(standard(norms, sum, StandardScore.STANINE)).isEqualTo(stanine);
    assertThat(standard(norms, sum, StandardScore.IQ)).isEqualTo(iq);
  }

  /**
   * z = (18 − 9) / 0.5 = 18: the percentile is above 0 and below 100, the classes have ends, and T has none, 50 + 180.
   */
  @Test
  void onlyPercentilesAndClassesHaveEnds() {
    NormSet norms = Example.norms(
        EVERYTHING + "percentile: normal", "  - {id: all, scales: {s: {mean: 9, sd: 0.5}}}");
    assertThat(standard(norms, 18, StandardScore.T)).isEqualTo(230);
    assertThat(standard(norms, 18, StandardScore.PERCENTILE)).isEqualTo(99.9);
    assertThat(standard(norms, 0, StandardScore.PERCENTILE)).isEqualTo(0.1);
    assertThat(standard(norms, 18, StandardScore.STEN)).isEqualTo(10);
    assertThat(standard(norms, 0, StandardScore.STANINE)).isEqualTo(1);
  }

  @Test
  void percentilesOfASetThatDoesNotSayNormalAreThoseOfItsTablesOnly() {
    NormSet norms = Example.norms(EVERYTHING, """
          - {id: girls, sex: female, scales: {s: {percentile: {9: 61}}}}
          - {id: boys, sex: male, scales: {s: {mean: 9, sd: 4}}}
        """);
    ScoringPlan plan = ScoringPlan.compile(SUM, norms);
    ScoreTable girl = plan.run(row(9).sex(0, Sex.FEMALE));
    assertThat(girl.standard(0, "s", StandardScore.PERCENTILE)).hasValue(61);
    assertThat(girl.standard(0, "s", StandardScore.T)).isEmpty();
    ScoreTable boy = plan.run(row(9).sex(0, Sex.MALE));
    assertThat(boy.standard(0, "s", StandardScore.PERCENTILE)).isEmpty();
    assertThat(boy.standard(0, "s", StandardScore.T)).hasValue(50);
  }

  private static final String T_TABLE = """
        - {id: all, scales: {s: {t: {2: 40, 6: 50.5, 10: 62}%s}}}
      """;

  @Test
  void tableGivesWhatItLists() {
    NormSet norms = Example.norms(LINEAR, T_TABLE.formatted(""));
    assertThat(standard(norms, 6, StandardScore.T)).isEqualTo(50.5);
    // (62 − 50) / 10 = 1.2; 100 + 15 · 1.2 = 118; 5.5 + 2.4 = 7.9 → 8.
    assertThat(standard(norms, 10, StandardScore.Z)).isEqualTo(1.2);
    assertThat(standard(norms, 10, StandardScore.IQ)).isEqualTo(118);
    assertThat(standard(norms, 10, StandardScore.STEN)).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"1, OUTSIDE_TABLE", "11, OUTSIDE_TABLE", "18, OUTSIDE_TABLE", "5, NOT_LISTED"})
  void whatATableDoesNotHoldIsNotNormed(int sum, NotNormedReason reason) {
    ScoreTable scores = score(Example.norms(T_TABLE.formatted("")), sum);
    assertThat(scores.t(0, "s")).isEmpty();
    assertThat(scores.notNormed(0, 0)).hasValue(reason);
    assertThat(scores.normGroup(0, 0)).map(NormSet.Group::id).hasValue("all");
    assertThat(scores.value(0, "s")).hasValue(sum);
  }

  @ParameterizedTest
  @CsvSource({"2, 40", "3, 42.6", "5, 47.9", "9, 59.1", "10, 62"})
  void betweenTwoRowsIsTheLineIfDeclared(int sum, double t) {
    // 40 + 10.5 · 1/4 = 42.625, 40 + 10.5 · 3/4 = 47.875, 50.5 + 11.5 · 3/4 = 59.125.
    NormSet norms = Example.norms(LINEAR, T_TABLE.formatted(", between: interpolate"));
    assertThat(standard(norms, sum, StandardScore.T)).isEqualTo(t);
    assertThat(score(norms, 1).notNormed(0, 0)).hasValue(NotNormedReason.OUTSIDE_TABLE);
  }

  /** Stanines hold 4, 7, 12, 17, 20, 17, 12, 7, 4 in a hundred; stens are half a standard deviation wide. */
  @ParameterizedTest
  @CsvSource({
    "2, 1, 1",
    "3, 1, 2",
    "4, 2, 2",
    "10, 2, 3",
    "11, 3, 3",
    "23, 4, 4",
    "31, 4, 5",
    "40, 5, 5",
    "49, 5, 5",
    "50, 5, 6",
    "60, 6, 6",
    "77, 7, 7",
    "89, 8, 8",
    "93, 8, 8",
    "94, 8, 9",
    "96, 9, 9",
    "98, 9, 10"
  })
  void classesOfAPercentile(int percentile, double stanine, double sten) {
    NormSet norms =
        Example.norms(CLASSES, "  - {id: all, scales: {s: {percentile: {9: " + percentile + "}}}}");
    assertThat(standard(norms, 9, StandardScore.STANINE)).isEqualTo(stanine);
    assertThat(standard(norms, 9, StandardScore.STEN)).isEqualTo(sten);
  }

  @Test
  void normalisedTIsThatOfTheQuantile() {
    // R 4.2.2: qnorm(0.84) = 0.99446, qnorm(0.02) = -2.05375.
    NormSet norms = Example.norms(
        EVERYTHING + "normalised: yes", "  - {id: all, scales: {s: {percentile: {3: 2, 9: 84}}}}");
    assertThat(standard(norms, 9, StandardScore.T)).isEqualTo(59.9);
    assertThat(standard(norms, 9, StandardScore.Z)).isEqualTo(0.99);
    assertThat(standard(norms, 3, StandardScore.T)).isEqualTo(29.5);
    assertThat(standard(norms, 3, StandardScore.PERCENTILE)).isEqualTo(2);
  }

  @Test
  void tableOfClassesGivesNothingElse() {
    NormSet norms = Example.norms(LINEAR, """
          - {id: girls, sex: female, scales: {s: {sten: {8: 5, 9: 6, 10: 6}}}}
          - {id: boys, sex: male, scales: {s: {mean: 9, sd: 4}}}
        """);
    ScoreTable girl = ScoringPlan.compile(SUM, norms).run(row(10).sex(0, Sex.FEMALE));
    assertThat(girl.standard(0, "s", StandardScore.STEN)).hasValue(6);
    assertThat(girl.t(0, "s")).isEmpty();
    assertThat(girl.notNormed(0, 0)).isEmpty();
  }

  private static final String REGRESSION = """
        - {id: all, ages: 8..16, grades: 1..12, scales: {s: {regression:
            {intercept: 2, age: 0.75, age-squared: -0.02, female: 1.5, grade: 0.1, sd: 4}}}}
      """;

  @Test
  void regressionExpectsAMeanOfEachStudent() {
    // A girl of 10 in grade 5: 2 + 7.5 − 2 + 1.5 + 0.5 = 9.5; T = 50 + 10 (12 − 9.5) / 4 = 56.25.
    ScoringPlan plan = ScoringPlan.compile(SUM, Example.norms(LINEAR, REGRESSION));
    ResponseTable girl = row(12).sex(0, Sex.FEMALE).age(0, 10).grade(0, 5);
    assertThat(plan.run(girl).t(0, "s")).hasValue(56.3);
    // A boy, 8: T = 50 + 10 · 4 / 4 = 60.
    ResponseTable boy = row(12).sex(0, Sex.MALE).age(0, 10).grade(0, 5);
    assertThat(plan.run(boy).t(0, "s")).hasValue(60);
  }

  @Test
  void regressionThatAsksForSomethingUnknownGivesNothing() {
    ScoringPlan plan = ScoringPlan.compile(SUM, Example.norms(LINEAR, REGRESSION));
    assertThat(plan.run(row(12).grade(0, 5).age(0, 10)).notNormed(0, 0))
        .as("sex")
        .hasValue(NotNormedReason.NOT_KNOWN);
    assertThat(plan.run(row(12).sex(0, Sex.MALE).grade(0, 5)).notNormed(0, 0))
        .as("age")
        .hasValue(NotNormedReason.NO_GROUP);
  }

  @Test
  void groupsAreTriedInOrderByEverythingTheyAskFor() {
    NormSet norms = Example.norms("""
          - {id: parents, informant: guardian, scales: {s: {mean: 9, sd: 1}}}
          - {id: english, language: en, scales: {s: {mean: 9, sd: 2}}}
          - {id: north, region: 北方, scales: {s: {mean: 9, sd: 3}}}
          - {id: recent, years: 2024..2026, scales: {s: {mean: 9, sd: 4}}}
        """);
    ScoringPlan plan = ScoringPlan.compile(SUM, norms);
    ResponseTable table = row(9).year(0, 2025).region(0, "北方").language(0, "en");
    assertThat(plan.run(table).normGroup(0, 0)).map(NormSet.Group::id).hasValue("english");
    assertThat(plan.run(table.language(0, "zh-CN")).normGroup(0, 0))
        .map(NormSet.Group::id)
        .hasValue("north");
    assertThat(plan.run(table.region(0, "south")).normGroup(0, 0))
        .map(NormSet.Group::id)
        .hasValue("recent");
    assertThat(plan.run(table.informant(0, Informant.GUARDIAN)).normGroup(0, 0))
        .map(NormSet.Group::id)
        .hasValue("parents");
    assertThat(plan.run(row(9).year(0, 2023)).notNormed(0, 0)).hasValue(NotNormedReason.NO_GROUP);
  }

  @Test
  void nobodyOutsideTheSampleOfASetHasAGroup() {
    NormSet norms = Example.norms(
        "for: {ages: 8..12}\ngives: {t: {to: 0, mode: half-up}}",
        "  - {id: all, scales: {s: {mean: 9, sd: 4}}}");
    ScoringPlan plan = ScoringPlan.compile(SUM, norms);
    assertThat(plan.run(row(9).age(0, 12)).t(0, "s")).hasValue(50);
    assertThat(plan.run(row(9).age(0, 13)).notNormed(0, 0)).hasValue(NotNormedReason.NO_GROUP);
    assertThat(plan.run(row(9)).notNormed(0, 0)).hasValue(NotNormedReason.NO_GROUP);
  }

  @Test
  void scaleWithoutAScoreIsNotNormed() {
    ScoreTable scores = ScoringPlan.compile(
            SUM, Example.norms("  - {id: all, scales: {s: {mean: 9, sd: 4}}}"))
        .run(new ResponseTable(SUM, 1));
    assertThat(scores.notNormed(0, 0)).hasValue(NotNormedReason.NOT_SCORED);
    assertThat(Example.score(SUM, 1, 1, 1, 1, 1, 1).notNormed(0, 0))
        .as("no norms")
        .isEmpty();
  }

  private static final String BANDS = ", bands: {on: %s, risk: high, source: us,"
      + " verification: project-rule, edges: ["
      + "{from: %s, id: low, level: 0, label: {en: l, zh-CN: l}},"
      + " {from: %s, id: high, level: 2, label: {en: h, zh-CN: h}}]}";

  /** T of 12 is 57.5 and of 13 is 60; percentiles 77.3 and 84.1; stens 7 and 8; IQ-type scores 111 and 115. */
  @ParameterizedTest
  @CsvSource({
    "t, 0, 60",
    "z, -5, 1",
    "percentile, 0, 84",
    "sten, 1, 8",
    "stanine, 1, 7.5",
    "iq, 0, 115"
  })
  void bandsLieOnAnyStandardScore(String on, String low, String high) {
    Instrument banded = Example.scale(
        "method: sum, items: 1..6, missing: strict, range: 0..18" + BANDS.formatted(on, low, high));
    // Stanine: 5 + 2 · 0.75 = 6.5 → 7 and 5 + 2 = 7, so an edge at 7.5 needs 14.
    int raised = on.equals("stanine") ? 14 : 13;
    ScoringPlan plan = ScoringPlan.compile(
        banded,
        Example.norms(
            EVERYTHING + "percentile: normal", "  - {id: all, scales: {s: {mean: 9, sd: 4}}}"));
    assertThat(plan.run(row(banded, 12)).band(0, "s")).map(Band::id).hasValue("low");
    assertThat(plan.run(row(banded, raised)).band(0, "s")).map(Band::id).hasValue("high");
    assertThat(ScoringPlan.compile(banded).run(row(banded, 13)).band(0, "s"))
        .as("no norms, no band")
        .isEmpty();
  }

  private static ResponseTable row(Instrument instrument, int sum) {
    ResponseTable table = new ResponseTable(instrument, 1);
    for (int i = 0; i < 6; i++) {
      table.set(0, i, Math.max(0, Math.min(3, sum - 3 * i)));
    }
    return table;
  }

  @Test
  void systemOfCutOffsIsTheFirstUnlessChosen() {
    Instrument two = Example.with("""
        scales:
          s:
            name: {en: s, zh-CN: s}
            method: sum
            items: 1..6
            missing: strict
            range: 0..18
            bands:
              - id: china
                system: china
                risk: high
                source: us
                verification: project-rule
                edges: [{from: 0, id: low, level: 0, label: {en: l, zh-CN: l}}, {from: 12, id: high, level: 2, label: {en: h, zh-CN: h}}]
              - id: general
                system: general
                risk: high
                source: us
                verification: project-rule
                edges: [{from: 0, id: few, level: 0, label: {en: l, zh-CN: l}}, {from: 8, id: many, level: 2, label: {en: h, zh-CN: h}}]
        """);
    ResponseTable ten = row(two, 10);
    assertThat(ScoringPlan.compile(two).run(ten).band(0, "s")).map(Band::id).hasValue("low");
    PlanOptions general = PlanOptions.DEFAULTS.withBandSystem("s", "general");
    ScoreTable scores = ScoringPlan.compile(two, general).run(ten);
    assertThat(scores.band(0, "s")).map(Band::id).hasValue("many");
    assertThat(scores.bandSet(0, 0)).map(set -> set.id()).hasValue("general");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ScoringPlan.compile(two, PlanOptions.DEFAULTS.withBandSystem("s", "german")))
        .withMessage("'example.s' has no bands of a system 'german'; there are: china, general");
  }

  @Test
  void explanationNamesEveryStandardScoreAndItsGroup() {
    NormSet norms = Example.norms(
        "gives: {t: {to: 0, mode: half-up}, percentile: {to: 0, mode: half-up}}\npercentile: normal",
        "  - {id: all, scales: {s: {mean: 9, sd: 4}}}");
    assertThat(Explanation.of(score(norms, 13), 0, "s").en())
        .isEqualTo("Example s 13 (6 answered), T 60, percentile 84 (example-norms 1.0.0, all)");
    NormSet table = Example.norms(T_TABLE.formatted(""));
    assertThat(Explanation.of(score(table, 18), 0, "s"))
        .satisfies(text -> assertThat(text.en())
            .endsWith(
                ", not normed: the score is outside the norm table (example-norms 1.0.0, all)"))
        .satisfies(text -> assertThat(text.zhCn()).contains("，无标准分：得分超出常模表"));
  }
}
