package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.ValidityIndex;

/** What the other parts of the language do with estimated levels. Items 1 to 3 have the codes 0 to 3. */
class IrtScoringTest {

  /** Three equal items, symmetric around 0. */
  private static final String LEVEL = """
      scales:
        level:
          name: {en: level, zh-CN: 水平}
          method: irt
          irt:
            model: graded
            estimator: ESTIMATOR
            PRIOR
            source: us
            verification: project-rule
            parameters:
              1: {a: 2, b: [-1, 0, 1]}
              2: {a: 2, b: [-1, 0, 1]}
              3: {a: 2, b: [-1, 0, 1]}
          missing: MISSING
          round: {to: 3, mode: half-up}
      """;

  private static Instrument eap(String missing, String rest) {
    return level("eap", "prior: {mean: 0, sd: 1}", missing, rest);
  }

  private static Instrument level(String estimator, String prior, String missing, String rest) {
    return Example.unchecked(
        LEVEL.replace("ESTIMATOR", estimator).replace("PRIOR", prior).replace("MISSING", missing)
            + rest);
  }

  private static double value(Instrument instrument, int... codes) {
    return Example.score(instrument, codes).value(0, "level").orElseThrow();
  }

  private static ScaleScore score(Instrument instrument, int... codes) {
    return Example.score(instrument, codes).score(0, "level");
  }

  private static ScaleScore none(NotScoredReason reason, int answered) {
    return new ScaleScore.NotScored(reason, answered);
  }

  @Test
  void answersOnBothSidesBalance() {
    // 0 and 3, 1 and 2 are each other's mirror images.
    assertThat(value(eap("{allow: 1, then: ignore}", ""), 0, 3)).isZero();
    assertThat(value(eap("{allow: 1, then: ignore}", ""), 1, 2)).isZero();
    assertThat(value(eap("strict", ""), 3, 3, 3)).isEqualTo(-value(eap("strict", ""), 0, 0, 0));
  }

  @Test
  void reversedItemsCountFromTheOtherEnd() {
    Instrument reversed = eap("strict", "    reverse: [2]\n");
    assertThat(value(reversed, 3, 0, 2)).isEqualTo(value(eap("strict", ""), 3, 3, 2));
    assertThat(value(reversed, 1, 2, 1)).isEqualTo(value(eap("strict", ""), 1, 1, 1));
  }

  @Test
  void missingAnswersAreLeftOutWithinTheLimit() {
    Instrument oneMayBeMissing = eap("{allow: 1, then: ignore}", "");
    assertThat(score(oneMayBeMissing, 3, 3))
        .isEqualTo(new ScaleScore.Scored(value(oneMayBeMissing, 3, 3), 2, false));
    // Two highest answers say less than three.
    assertThat(value(oneMayBeMissing, 3, 3)).isLessThan(value(oneMayBeMissing, 3, 3, 3));
    assertThat(score(oneMayBeMissing, 3)).isEqualTo(none(NotScoredReason.TOO_MANY_MISSING, 1));
    assertThat(score(oneMayBeMissing)).isEqualTo(none(NotScoredReason.NOTHING_ANSWERED, 0));
    assertThat(score(eap("strict", ""), 3, 3)).isEqualTo(none(NotScoredReason.TOO_MANY_MISSING, 2));
  }

  @Test
  void whatSkipLogicLeftOutIsNotMissing() {
    String ignore = "{allow: 0, then: ignore, not-applicable: ignore}";
    for (String missing : List.of(ignore, "strict")) {
      Instrument instrument = eap(missing, "");
      ResponseTable table = Example.row(instrument, 3, 3);
      table.setMissing(0, 2, Missing.NOT_APPLICABLE);
      ScaleScore score = ScoringPlan.compile(instrument).run(table).score(0, "level");
      assertThat(score)
          .isEqualTo(
              missing.equals(ignore)
                  ? new ScaleScore.Scored(
                      value(eap("{allow: 1, then: ignore}", ""), 3, 3), 2, false)
                  : none(NotScoredReason.NOT_APPLICABLE_ITEM, 2));
    }
  }

  @Test
  void anUndeclaredAnswerIsNoEstimate() {
    Instrument instrument = eap("{allow: 1, then: ignore}", "");
    ResponseTable table = Example.row(instrument, 3, 3);
    table.setMissing(0, 2, Missing.UNDECLARED);
    assertThat(ScoringPlan.compile(instrument).run(table).score(0, "level"))
        .isEqualTo(none(NotScoredReason.UNDECLARED_ANSWER, 2));
  }

  @Test
  void theEndsHaveNoMaximumLikelihood() {
    String composite = """
          twice:
            name: {en: twice, zh-CN: 两倍}
            method: sum
            scales: [level]
            missing: strict
            multiply: 2
        """;
    Instrument ml = level("ml", "", "{allow: 1, then: ignore}", composite);
    for (int end : List.of(0, 3)) {
      ScoreTable scores = Example.score(ml, end, end, end);
      assertThat(scores.score(0, "level")).isEqualTo(none(NotScoredReason.NO_ESTIMATE, 3));
      assertThat(scores.standardError(0, "level")).isEmpty();
      assertThat(scores.score(0, "twice")).isEqualTo(none(NotScoredReason.PART_NOT_SCORED, 0));
      assertThat(score(ml, end, end)).isEqualTo(none(NotScoredReason.NO_ESTIMATE, 2));
    }
    assertThat(value(ml, 0, 3, 1)).isNegative();
    assertThat(Example.score(ml, 0, 3, 2).value(0, "twice").orElseThrow())
        .isEqualTo(2 * value(ml, 0, 3, 2));
    assertThat(Example.score(ml, 0, 3, 2).standardError(0, "twice")).isEmpty();
  }

  @Test
  void theStandardErrorHasTheUnitAndTheDecimalsOfTheValue() {
    ScoreTable theta = Example.score(eap("strict", ""), 1, 2, 2);
    ScoreTable points = Example.score(
        Example.unchecked(LEVEL
                .replace("ESTIMATOR", "eap")
                .replace("PRIOR", "prior: {mean: 0, sd: 1}")
                .replace("MISSING", "strict")
                .replace("to: 3", "to: 1")
            + "    multiply: -10\n"),
        1,
        2,
        2);
    assertThat(points.value(0, "level").orElseThrow())
        .isCloseTo(-10 * theta.value(0, "level").orElseThrow(), within(0.055));
    double error = points.standardError(0, "level").orElseThrow();
    assertThat(error).isCloseTo(10 * theta.standardError(0, "level").orElseThrow(), within(0.055));
    assertThat(error * 10).isEqualTo(Math.rint(error * 10));
  }

  @Test
  void bandsAreOnTheLevelOrOnWhatIsMadeOfIt() {
    String edges = """
              risk: high
              source: us
              verification: project-rule
              edges:
                - {from: -9, id: low, level: 0, label: {en: l, zh-CN: l}}
                - {from: 0.5, id: high, level: 2, label: {en: h, zh-CN: h}}
        """;
    Instrument onValue = eap("strict", "    multiply: 10\n    bands:\n      on: value\n" + edges);
    Instrument onRaw = eap("strict", "    multiply: 10\n    bands:\n      on: raw\n" + edges);
    // The mirror images are near 0; three 2s are somewhat above it.
    double level = value(eap("strict", ""), 2, 2, 2);
    assertThat(level).isBetween(0.05, 0.5);
    assertThat(band(onValue, 2, 2, 2)).hasValue("high");
    assertThat(band(onRaw, 2, 2, 2)).hasValue("low");
    assertThat(band(onRaw, 3, 3, 3)).hasValue("high");
  }

  private static Optional<String> band(Instrument instrument, int... codes) {
    return Example.score(instrument, codes).band(0, "level").map(Band::id);
  }

  @Test
  void boundsOfAnIncompleteFormComeFromTheEnds() {
    String bands = """
            bands:
              risk: high
              source: us
              verification: project-rule
              edges:
                - {from: -9, id: none, level: 0, label: {en: n, zh-CN: n}}
                - {from: -0.8, id: some, level: 1, label: {en: s, zh-CN: s}}
                - {from: 1, id: many, level: 2, label: {en: m, zh-CN: m}}
        """;
    Instrument instrument = eap("strict", bands);
    assertThat(bounds(instrument, 0)).isEqualTo(levels(instrument, 0));
    assertThat(bounds(instrument, 3)).isEqualTo(levels(instrument, 3));
    assertThat(bounds(instrument, 3).lowest()).isPositive();
    // Filled in with the lowest, all answers would be lowest, and have no likelihood.
    assertThat(bounds(level("ml", "", "strict", bands), 0)).isEqualTo(LevelBounds.OPEN);
  }

  private static LevelBounds bounds(Instrument instrument, int code) {
    return LevelBounds.of(
        ScoringPlan.compile(instrument), Example.row(instrument, code), 0, "level");
  }

  /** The least and the most of all ways to answer the two other items. */
  private static LevelBounds levels(Instrument instrument, int code) {
    int lowest = 3;
    int highest = 0;
    for (int second = 0; second <= 3; second++) {
      for (int third = 0; third <= 3; third++) {
        int level = Example.score(instrument, code, second, third)
            .band(0, "level")
            .orElseThrow()
            .level();
        lowest = Math.min(lowest, level);
        highest = Math.max(highest, level);
      }
    }
    return new LevelBounds(lowest, highest);
  }

  @Test
  void answersThatFitNoLevelAreASign() {
    Instrument instrument = eap("strict", """
        validity:
          - id: fit
            name: {en: fit, zh-CN: 拟合}
            when: {person-fit: level, below: -2}
            verdict: suspect
            source: us
            verification: project-rule
        """);
    assertThat(Example.score(instrument, 0, 3, 0).validityMet(0))
        .extracting(ValidityIndex::id)
        .containsExactly("fit");
    assertThat(Example.score(instrument, 0, 3, 0).validity(0)).isEqualTo(Validity.SUSPECT);
    assertThat(Example.score(instrument, 1, 2, 1).validity(0)).isEqualTo(Validity.VALID);
    assertThat(Example.score(instrument, 1, 2).validity(0)).isEqualTo(Validity.UNKNOWN);
  }

  @Test
  void normsAndSentencesTakeTheValue() {
    Instrument instrument = eap("strict", "");
    ScoreTable scores =
        ScoringPlan.compile(instrument, Example.norms("""
              - id: all
                scales: {level: {mean: 0, sd: 1}}
            """)).run(Example.row(instrument, 2, 2, 2));
    double level = scores.value(0, "level").orElseThrow();
    assertThat(scores.t(0, "level")).hasValue(Math.floor(50 + 10 * level + 0.5));
    assertThat(Explanation.of(scores, 0, "level").en())
        .startsWith("Example level " + Numbers.plain(level) + " ± "
            + Numbers.plain(scores.standardError(0, "level").orElseThrow()) + " (3 answered)");
  }

  @Test
  void workedCasesExpectTheStandardError() {
    Instrument instrument = eap("strict", "");
    double error = Example.score(instrument, 2, 2, 2).standardError(0, "level").orElseThrow();
    assertThat(failures(instrument, Numbers.plain(error))).isEmpty();
    assertThat(failures(instrument, "0.9"))
        .containsExactly(
            "case 'c': level standard error is " + Numbers.plain(error) + ", expected 0.9");
  }

  private static List<String> failures(Instrument instrument, String error) {
    return CaseRun.run(
            instrument,
            Definitions.workedCases(SourceText.of("cases.yaml", """
                cases: example
                list:
                  - name: c
                    origin: invented
                    answers: 2*3 -*3
                    expect: {level: {se: %s}}
                """.formatted(error)))
                .value()
                .orElseThrow()
                .list())
        .stream()
        .map(found -> found.message())
        .toList();
  }
}
