package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.SourceText;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;

/** Answers that are no single choice: what is kept of them, and what they count as. */
class ResponseKindsTest {

  private static final String HEAD = """
      questionnaire: kinds
      version: 1.0.0
      form: the only one
      name: {en: Kinds, zh-CN: 题型}
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
      responses:
        days: {number: {from: 0, to: 365}, missing: {999: refused}}
        hours: {number: {from: 0, to: 24, decimals: 1}, missing: {99: refused, -1: unknown}}
        mood: {slider: {from: 0, to: 100, step: 5, low: {en: low, zh-CN: 低}, high: {en: high, zh-CN: 高}}}
        fine: {slider: {from: -1, to: 1, step: 0.25, low: {en: low, zh-CN: 低}, high: {en: high, zh-CN: 高}}}
        which: {options: {1: {en: a, zh-CN: a}, 2: {en: b, zh-CN: b}, 3: {en: c, zh-CN: c}, 0: {en: none, zh-CN: 无}},
          several: yes, none: 0, missing: {9: refused}}
        own-words: {text: {longest: 500}}
      items:
        - {id: welcome, topic: {en: t, zh-CN: t}, information: yes}
        - {id: days, topic: {en: t, zh-CN: t}, responses: days}
        - {id: hours, topic: {en: t, zh-CN: t}, responses: hours}
        - {id: mood, topic: {en: t, zh-CN: t}, responses: mood}
        - {id: fine, topic: {en: t, zh-CN: t}, responses: fine}
        - {id: which, topic: {en: t, zh-CN: t}, responses: which}
        - {id: comment, topic: {en: t, zh-CN: t}, responses: own-words}
      """;

  private static final Instrument KINDS = instrument("""
      items: [days]
      missing: strict
      range: 0..365
      """);

  private static Instrument instrument(String scale) {
    return Definitions.questionnaire(SourceText.of(
            "kinds.yaml",
            HEAD + "scales:\n  s:\n    name: {en: s, zh-CN: s}\n"
                + (scale.contains("method:") ? "" : "    method: sum\n") + scale.indent(4)))
        .usable();
  }

  @ParameterizedTest(name = "{1} to {0}")
  @CsvSource({
    "days, 365, 365", "days, 0, 0", "hours, 12.5, 12.5", "hours, 24, 24", "hours, 7.50, 7.5",
    "mood, 85, 85", "fine, -0.75, -0.75", "fine, 1, 1", "which, 3, 1", "which, 0, 0"
  })
  void keepsANumber(String item, BigDecimal number, BigDecimal kept) {
    ResponseTable table = new ResponseTable(KINDS, 1);
    assertThat(table.setNumber(0, table.column(item), number)).isTrue();
    assertThat(table.number(0, table.column(item))).isEqualByComparingTo(kept);
  }

  @ParameterizedTest(name = "{1} to {0}")
  @CsvSource({
    "days, 366",
    "days, -1",
    "days, 1.5",
    "hours, 24.1",
    "hours, 1.25",
    "mood, 83",
    "mood, 2.5",
    "mood, 105",
    "fine, 0.1",
    "which, 4",
    "which, 1.5",
    "days, 1e30"
  })
  void doesNotKeepANumberThatIsNotDeclared(String item, BigDecimal number) {
    ResponseTable table = new ResponseTable(KINDS, 1);
    assertThat(table.setNumber(0, table.column(item), number)).isFalse();
    assertThat(table.missing(0, table.column(item))).isEqualTo(Missing.UNDECLARED);
  }

  @ParameterizedTest(name = "{1} to {0}")
  @CsvSource({"days, 999, REFUSED", "hours, 99, REFUSED", "hours, -1, UNKNOWN", "which, 9, REFUSED"
  })
  void knowsTheNumbersThatStandForNoAnswer(String item, int code, Missing kind) {
    ResponseTable table = new ResponseTable(KINDS, 1);
    assertThat(table.set(0, table.column(item), code)).isTrue();
    assertThat(table.missing(0, table.column(item))).isEqualTo(kind);
  }

  @Test
  void keepsWhatWasChosenInTheOrderOfTheOptions() {
    ResponseTable table = new ResponseTable(KINDS, 1);
    int which = table.column("which");
    assertThat(table.setChosen(0, which, List.of(3, 1, 3))).isTrue();
    assertThat(table.chosen(0, which)).containsExactly(1, 3);
    assertThat(table.number(0, which)).isEqualByComparingTo("2");
  }

  @Test
  void nothingChosenIsNoAnswer() {
    ResponseTable table = new ResponseTable(KINDS, 1);
    assertThat(table.setChosen(0, table.column("which"), List.of())).isTrue();
    assertThat(table.missing(0, table.column("which"))).isEqualTo(Missing.SKIPPED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 1", "1 4", "9 1"})
  void doesNotKeepChoicesThatDoNotGoTogether(String codes) {
    ResponseTable table = new ResponseTable(KINDS, 1);
    List<Integer> chosen =
        List.of(codes.split(" ")).stream().map(Integer::valueOf).toList();
    assertThat(table.setChosen(0, table.column("which"), chosen)).isFalse();
    assertThat(table.missing(0, table.column("which"))).isEqualTo(Missing.UNDECLARED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"comment", "welcome"})
  void neverKeepsATextOrAnAnswerToInformation(String item) {
    ResponseTable table = new ResponseTable(KINDS, 1);
    int column = table.column(item);
    assertThat(table.isAnswered(0, column)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.set(0, column, 1))
        .withMessage("item '%s' of 'kinds' keeps no answer", item);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.setMissing(0, column, Missing.REFUSED));
  }

  @Test
  void answersARowWithoutTextAndInformation() {
    ResponseTable table = new ResponseTable(KINDS, 1).answers(0, 7, 8, 50, 0, 2);
    assertThat(table.answered(0)).isEqualTo(5);
    assertThat(table.number(0, table.column("mood"))).isEqualByComparingTo("50");
  }

  @Test
  void carriesWideAnswersIntoASelection() {
    ResponseTable table = new ResponseTable(KINDS, 2).answer(1, "days", 300);
    assertThat(table.select(List.of(1, 0)).number(0, table.column("days")))
        .isEqualByComparingTo("300");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', textBlock = """
      # 300 + 7.5 + 50 - 0.75 + 2
      items: [days, hours, mood, fine, which]; range: -1..493; round: {mode: none} | 358.75
      # 2 x 300 + 0.5 x 7.5
      items: [days, hours]; weights: {days: 2, hours: 0.5}; range: 0..742; round: {mode: none} | 603.75
      # (365 - 300) + (24 - 7.5) + (100 - 50) + (-1 + 1 + 0.75) + (0 + 3 - 2)
      items: [days, hours, mood, fine, which]; reverse: [days, hours, mood, fine, which]; range: -1..493; \
      round: {mode: none} | 133.25
      # 300, 50 and 7.5 are at or above 7.5
      items: [days, hours, mood, fine, which]; method: count; count: {at-or-above: 7.5}; range: 0..3 | 3
      items: [fine, hours]; method: count; count: {equal-to: -0.75}; range: 0..1 | 1
      items: [days, hours, which]; method: count; count: {equal-to: 2}; range: 0..3 | 1
      # four of three can never be chosen
      items: [days, which]; method: count; count: {equal-to: 4}; weights: {which: 0.5}; range: 0..1; round: {mode: none} | 0
      # (7.5 + 50) / 2
      items: [hours, mood]; method: mean; range: 0..62; round: {mode: none} | 28.75
      items: [hours, days, fine]; method: maximum; range: 0..365; round: {mode: none} | 300
      items: [hours, days, fine]; method: minimum; range: -1..1; round: {mode: none} | -0.75
      """)
  void countsNumbersAndChoices(String keys, String value) {
    Instrument instrument =
        instrument("missing: strict\n" + String.join("\n", keys.split("; ")) + "\n");
    ResponseTable table = new ResponseTable(instrument, 1).answer(0, "days", 300);
    table.setNumber(0, table.column("hours"), new BigDecimal("7.5"));
    table.setNumber(0, table.column("mood"), new BigDecimal("50"));
    table.setNumber(0, table.column("fine"), new BigDecimal("-0.75"));
    table.setChosen(0, table.column("which"), List.of(1, 3));
    ScoreTable scores = ScoringPlan.compile(instrument).run(table);
    assertThat(scores.score(0, "s"))
        .isInstanceOfSatisfying(
            ScaleScore.Scored.class,
            score -> assertThat(Numbers.plain(score.value())).isEqualTo(value));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      {item: which, chosen: 3}         | 1 3 | yes
      {item: which, chosen: 3}         | 3   | yes
      {item: which, chosen: 3}         | 1 2 | no
      {item: which, chosen: 0}         | 0   | yes
      {item: which, chosen: 3}         | 0   | no
      {item: which, chosen: 3}         | -   | unknown
      # how many were chosen, of which none of these is none
      {item: which, at-or-above: 2}    | 1 3 | yes
      {item: which, equal-to: 0}       | 0   | yes
      {item: hours, at-or-above: 7.5}  | 0   | yes
      {item: hours, at-or-above: 7.6}  | 0   | no
      {item: fine, one-of: [-0.75, 1]} | 0   | yes
      """)
  void comparesNumbersAndChoices(String condition, String chosen, String expected) {
    Instrument instrument = Definitions.questionnaire(
            SourceText.of("kinds.yaml", HEAD + """
                scales:
                  s: {name: {en: s, zh-CN: s}, method: sum, items: days, missing: strict, range: 0..365}
                critical:
                  - id: asked
                    when: {any: [CONDITION]}
                    alert: same-day
                    topic: {en: t, zh-CN: t}
                    source: us
                    verification: project-rule
                """.replace("CONDITION", condition)))
        .usable();
    ResponseTable table = new ResponseTable(instrument, 1);
    table.setNumber(0, table.column("hours"), new BigDecimal("7.5"));
    table.setNumber(0, table.column("fine"), new BigDecimal("-0.75"));
    List<Integer> codes = chosen == null
        ? List.of()
        : List.of(chosen.split(" ")).stream().map(Integer::valueOf).toList();
    table.setChosen(0, table.column("which"), codes);
    ScoreTable scores = ScoringPlan.compile(instrument).run(table);
    assertThat(scores.fired(0)).hasSize(expected.equals("yes") ? 1 : 0);
    assertThat(scores.notKnown(0)).hasSize(expected.equals("unknown") ? 1 : 0);
  }

  /** 300 + 12.5 + 2; information and free text have no place among the answers. */
  @Test
  void workedCasesHoldNumbersAndChoices() {
    Instrument instrument = instrument("""
        items: [days, hours, which]
        missing: {allow: 2, then: ignore}
        range: 0..392
        round: {mode: none}
        """);
    assertThat(failed(instrument, "300 12.5 - - 1;3", "{value: 314.5, answered: 3}"))
        .isEmpty();
    assertThat(failed(instrument, "r 12.5 - - 0", "{value: 12.5, answered: 2}")).isEmpty();
    assertThat(failed(instrument, "300 12.5 - - 0;3", "{reason: undeclared-answer}"))
        .isEmpty();
    assertThat(failed(instrument, "300 12.55 - - 1", "{reason: undeclared-answer}"))
        .isEmpty();
    assertThat(failed(instrument, "300 12.5 - - 1;3", "{value: 315}"))
        .containsExactly("case 'a': s is 314.5, expected 315");
    assertThat(failed(instrument, "- 300 12.5 - - 1;3 -", "{value: 314.5}"))
        .containsExactly("case 'a' has 7 answers for 5 items");
  }

  private static List<String> failed(Instrument instrument, String answers, String expected) {
    var cases = Definitions.workedCases(
            SourceText.of("cases.yaml", """
            cases: kinds
            list:
              - name: a
                origin: by hand
                answers: "%s"
                expect: {s: %s}
            """.formatted(answers, expected)))
        .usable();
    return CaseRun.run(instrument, cases.list()).stream()
        .map(Diagnostic::message)
        .toList();
  }

  @Test
  void anUndeclaredNumberIsNeverSummed() {
    ResponseTable table = new ResponseTable(KINDS, 1).answer(0, "days", 366);
    assertThat(ScoringPlan.compile(KINDS).run(table).score(0, "s"))
        .isEqualTo(new ScaleScore.NotScored(NotScoredReason.UNDECLARED_ANSWER, 0));
  }

  /** K10 circulates with codes from 0 and from 1. Codes 0, 3 and 2 count as 1 + 4 + 3. */
  @Test
  void shiftsTheBaseOfCodes() {
    Instrument instrument = Example.scale(
        "method: sum, items: 1..3, recode: [{items: 1..3, shift: 1}], missing: strict, range: 3..12");
    assertThat(Example.score(instrument, 0, 3, 2).value(0, "s")).hasValue(8);
  }

  /** A band begins at 5: with up to 3 choices, 3 days can reach it, and 1 day cannot. */
  @Test
  void anOpenNumberLeavesTheLevelOpen() {
    Instrument instrument = instrument("""
        items: [days, which]
        missing: {allow: 1, then: ignore}
        range: 0..368
        bands:
          risk: high
          source: us
          verification: project-rule
          edges:
            - {from: 0, id: few, level: 0, label: {en: few, zh-CN: 少}}
            - {from: 5, id: many, level: 2, label: {en: many, zh-CN: 多}}
        """);
    ScoringPlan plan = ScoringPlan.compile(instrument);
    ResponseTable table =
        new ResponseTable(instrument, 2).answer(0, "days", 3).answer(1, "days", 1);
    assertThat(LevelBounds.of(plan, table, 0, "s")).isEqualTo(new LevelBounds(0, 2));
    assertThat(LevelBounds.of(plan, table, 1, "s")).isEqualTo(new LevelBounds(0, 0));
  }
}
