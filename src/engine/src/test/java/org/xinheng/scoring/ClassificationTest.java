package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Sex;

/**
 * Classifications and critical conditions. The rules are the published ones of the questionnaires that the tests name,
 * on invented items of their shape; the expected outcomes are by hand.
 */
class ClassificationTest {

  private static final Map<String, Missing> KINDS =
      Map.of("-", Missing.SKIPPED, "x", Missing.UNDECLARED, "n", Missing.NOT_APPLICABLE);

  /** ASQ: any yes (1) or no response (2) to items 1–4 is positive and leads to item 5, which splits the positives. */
  private static final String ASQ = """
      items:
        - {ids: 1..4, topic: {en: t, zh-CN: t}, responses: r}
        - {id: 5, topic: {en: t, zh-CN: t}, responses: r, visible-when: positive}
      conditions:
        positive: {any: [{items: 1..4, one-of: [1, 2]}]}
        acute: {item: 5, one-of: [1, 2]}
      classifications:
        screen:
          name: {en: screen, zh-CN: 筛查}
          source: us
          verification: project-rule
          outcomes:
            - {id: acute-positive, level: 3, label: {en: a, zh-CN: 甲}, when: {all: [positive, acute]}}
            - {id: positive, level: 2, label: {en: p, zh-CN: 乙}, when: positive}
            - {id: negative, level: 0, label: {en: n, zh-CN: 丙}, when: {}}
      """;

  /** {@code n} is an item that was left out by whoever made the file, {@code -} a blank. */
  @ParameterizedTest(name = "ASQ {0}: {1}")
  @CsvSource({
    "0 0 0 0 n, negative",
    "0 0 0 0 -, negative",
    "1 0 0 0 0, positive",
    "1 0 0 0 1, acute-positive",
    "0 0 0 2 0, positive",
    "0 2 0 0 2, acute-positive",
    "0 0 - 1 1, acute-positive",
    "0 0 - 1 0, positive",
    // Item 5 was not to be asked; what was answered all the same does not count.
    "0 0 0 0 1, negative",
    // Positive for certain, but item 5 was not asked.
    "0 0 1 0 -, answer-missing",
    "0 0 - 0 -, answer-missing",
    "0 0 - 0 n, answer-missing",
    "x 0 0 0 n, undeclared-answer",
    "- - - - -, nothing-answered"
  })
  void asq(String answers, String expected) {
    assertThat(result(tree(ASQ), answers, "screen")).isEqualTo(expected);
  }

  /**
   * C-SSRS screener: items 3–5 are asked after yes (1) to item 2, and all go on to item 6, which has a past (1) and a
   * recent (2) yes. 4, 5 or recent behaviour are high, 3 or past behaviour moderate, 1 or 2 low.
   */
  private static final String C_SSRS = """
      items:
        - {ids: 1..2, topic: {en: t, zh-CN: t}, responses: r}
        - {ids: 3..5, topic: {en: t, zh-CN: t}, responses: r, visible-when: {item: 2, equal-to: 1}}
        - {id: 6, topic: {en: t, zh-CN: t}, responses: r}
      classifications:
        triage:
          name: {en: triage, zh-CN: 分诊}
          source: us
          verification: project-rule
          outcomes:
            - id: high
              level: 3
              label: {en: high, zh-CN: 高}
              when: {any: [{items: 4..5, equal-to: 1}, {item: 6, equal-to: 2}]}
            - id: moderate
              level: 2
              label: {en: moderate, zh-CN: 中}
              when: {any: [{item: 3, equal-to: 1}, {item: 6, equal-to: 1}]}
            - id: low
              level: 1
              label: {en: low, zh-CN: 低}
              when: {any: [{items: 1..2, equal-to: 1}]}
            - {id: none, level: 0, label: {en: none, zh-CN: 无}, when: {}}
      """;

  @ParameterizedTest(name = "C-SSRS {0}: {1}")
  @CsvSource({
    "0 0 n n n 0, none",
    "0 0 - - - 0, none",
    "1 0 - - - 0, low",
    "1 1 0 0 0 0, low",
    "1 1 1 0 0 0, moderate",
    "0 0 - - - 1, moderate",
    "1 1 0 1 0 0, high",
    "0 0 n n n 2, high",
    "1 0 - - - -, answer-missing",
    "1 1 - 1 - -, high",
    "1 1 1 - 0 0, answer-missing",
    "- - - - - 2, high"
  })
  void cSsrs(String answers, String expected) {
    assertThat(result(tree(C_SSRS), answers, "triage")).isEqualTo(expected);
  }

  /** SCL-90 triple rule: total above an edge, or enough positive items, or any factor mean at or above an edge. */
  private static final String TRIPLE = """
      classifications:
        triple:
          name: {en: triple rule, zh-CN: 三项标准}
          source: us
          verification: project-rule
          outcomes:
            - id: positive
              level: 2
              label: {en: positive, zh-CN: 阳性}
              when: {any: [{scale: s, at-or-above: 10}, {items: 1..6, at-or-above: 1, at-least: 5}, {scale: f, at-or-above: 2.5}]}
            - {id: negative, level: 0, label: {en: negative, zh-CN: 阴性}, when: {}}
      """;

  @ParameterizedTest(name = "triple rule {0}: {1}")
  @CsvSource({
    "1 1 1 1 0 0, negative",
    "1 1 1 1 1 0, positive",
    "0 0 3 3 3 0, negative",
    "0 0 3 3 3 1, positive",
    "3 1 0 0 0 0, negative",
    "3 2 0 0 0 0, positive",
    "2 3 0 0 0 -, positive",
    "0 0 0 0 0 -, answer-missing"
  })
  void tripleRule(String answers, String expected) {
    assertThat(result(six(TRIPLE), answers, "triple")).isEqualTo(expected);
  }

  @Test
  void comparesTheExactValueOfAScale() {
    // The mean of three answers is 5/3, which no decimal number is.
    Instrument instrument = Example.with("""
        scales:
          m: {name: {en: m, zh-CN: m}, method: mean, items: 1..3, missing: strict, round: {mode: none}, range: 0..3}
        classifications:
          c:
            name: {en: c, zh-CN: c}
            source: us
            verification: project-rule
            outcomes:
              - {id: above, level: 2, label: {en: a, zh-CN: a}, when: {scale: m, at-or-above: 1.666666667}}
              - {id: near, level: 1, label: {en: b, zh-CN: b}, when: {scale: m, at-or-above: 1.666666666}}
              - {id: rest, level: 0, label: {en: r, zh-CN: r}, when: {}}
        """);
    assertThat(result(instrument, "2 2 1 0 0 0", "c")).isEqualTo("near");
  }

  @Test
  void asksTheBandOfAStudentsOwnSet() {
    Instrument instrument = Example.with("""
        scales:
          s:
            name: {en: s, zh-CN: s}
            method: sum
            items: 1..6
            missing: strict
            range: 0..18
            bands:
              - id: girls
                for: {sex: female}
                risk: high
                source: us
                verification: project-rule
                edges: [{from: 0, id: low, level: 0, label: {en: l, zh-CN: l}}, {from: 3, id: high, level: 2, label: {en: h, zh-CN: h}}]
              - id: boys
                for: {sex: male}
                risk: high
                source: us
                verification: project-rule
                edges: [{from: 0, id: low, level: 0, label: {en: l, zh-CN: l}}, {from: 4, id: high, level: 2, label: {en: h, zh-CN: h}}]
        classifications:
          c:
            name: {en: c, zh-CN: c}
            source: us
            verification: project-rule
            outcomes:
              - {id: yes, level: 2, label: {en: y, zh-CN: y}, when: {scale: s, level-at-or-above: 2}}
              - {id: no, level: 0, label: {en: n, zh-CN: n}, when: {}}
        """);
    ResponseTable table = new ResponseTable(instrument, 3)
        .answers(0, 3, 0, 0, 0, 0, 0)
        .answers(1, 3, 0, 0, 0, 0, 0)
        .answers(2, 3, 0, 0, 0, 0, 0)
        .sex(0, Sex.FEMALE)
        .sex(1, Sex.MALE);
    ScoreTable scores = ScoringPlan.compile(instrument).run(table);
    assertThat(scores.outcome(0, "c").map(Classification.Outcome::id)).hasValue("yes");
    assertThat(scores.outcome(1, "c").map(Classification.Outcome::id)).hasValue("no");
    assertThat(((ClassificationResult.NotClassified) scores.classification(2, "c")).reason())
        .isEqualTo(NotClassifiedReason.SCALE_NOT_SCORED);
    assertThat(scores.level(0, "c")).hasValue(2);
    assertThat(scores.level(0, "s")).hasValue(2);
  }

  @Test
  void levelBoundsAreThoseOfTheOutcomesLeft() {
    Instrument instrument = tree(ASQ);
    assertThat(bounds(instrument, "0 0 1 0 -")).isEqualTo(new LevelBounds(2, 3));
    assertThat(bounds(instrument, "0 0 - 0 n")).isEqualTo(new LevelBounds(0, 2));
    assertThat(bounds(instrument, "- - - - -")).isEqualTo(new LevelBounds(0, 3));
    assertThat(bounds(instrument, "1 0 0 0 1")).isEqualTo(new LevelBounds(3, 3));
    // Whether item 5 is to be asked is open, so that its answer may yet not count.
    assertThat(bounds(instrument, "0 0 - 0 1")).isEqualTo(new LevelBounds(0, 3));
  }

  private static LevelBounds bounds(Instrument instrument, String answers) {
    return LevelBounds.of(ScoringPlan.compile(instrument), table(instrument, answers), 0, "screen");
  }

  @Test
  void explainsAnOutcomeWithItsSource() {
    Instrument instrument = tree(ASQ);
    ScoringPlan plan = ScoringPlan.compile(instrument);
    assertThat(Explanation.of(plan.run(table(instrument, "1 0 0 0 0")), 0, "screen")
            .en())
        .isEqualTo("Example screen: p (an invented example)");
    assertThat(Explanation.of(plan.run(table(instrument, "1 0 0 0 -")), 0, "screen")
            .zhCn())
        .isEqualTo("示例筛查：未分类，缺少起决定作用的作答");
  }

  /** An intent with a plan: two answers together, whatever the scores. */
  private static final String CRITICAL = """
      critical:
        - {item: 1, at-or-above: 1, alert: same-day, topic: {en: t, zh-CN: t}, source: us, verification: project-rule}
        - id: intent
          when: {all: [{item: 2, equal-to: 3}, {any: [{items: 3..4, at-or-above: 2}]}]}
          alert: immediate
          topic: {en: t, zh-CN: t}
          source: us
          verification: project-rule
      """;

  @ParameterizedTest(name = "{0}: fired {1}, unknown {2}, alert {3}")
  @CsvSource(
      nullValues = "none",
      value = {
        "0 3 0 2 0 0, intent, '', immediate",
        "1 3 2 0 - -, 1 intent, '', immediate",
        "1 0 - - - -, 1, '', same-day",
        "0 3 - 0 0 0, '', intent, unknown",
        "0 3 - 2 0 0, intent, '', immediate",
        "0 - 3 0 0 0, '', intent, unknown",
        "- 0 - - - -, '', 1, unknown",
        "n 3 n n 0 0, '', '', none-at-all",
        "0 x 3 0 0 0, '', intent, unknown"
      })
  void criticalConditionsStandForThemselves(
      String answers, String fired, String unknown, String alert) {
    Instrument instrument = six(CRITICAL);
    ScoreTable scores = ScoringPlan.compile(instrument).run(table(instrument, answers));
    assertThat(ids(scores.fired(0))).isEqualTo(fired);
    assertThat(ids(scores.notKnown(0))).isEqualTo(unknown);
    assertThat(scores.alert(0).word())
        .isEqualTo(alert.equals("none-at-all") ? Alert.NONE.word() : alert);
  }

  private static String ids(List<CriticalItem> items) {
    return String.join(" ", items.stream().map(CriticalItem::id).toList());
  }

  @Test
  void comparesExactlyWhereTheProductsLeaveSixtyFourBits() {
    // The mean of 1 1 1 1 1 2 is 7/6, times 123456.789 is 144032.9205 exactly; against nine
    // decimals.
    Instrument instrument = Example.with("""
        scales:
          m: {name: {en: m, zh-CN: m}, method: mean, items: 1..6, missing: strict, round: {mode: none}, multiply: 123456789.123, range: 0..370370367.369}
        classifications:
          c:
            name: {en: c, zh-CN: c}
            source: us
            verification: project-rule
            outcomes:
              - {id: above, level: 2, label: {en: a, zh-CN: a}, when: {scale: m, at-or-above: 144032920.643500001}}
              - {id: equal, level: 1, label: {en: e, zh-CN: e}, when: {scale: m, equal-to: 144032920.6435}}
              - {id: rest, level: 0, label: {en: r, zh-CN: r}, when: {}}
        """);
    assertThat(result(instrument, "1 1 1 1 1 2", "c")).isEqualTo("equal");
    assertThat(result(instrument, "1 1 1 1 1 3", "c")).isEqualTo("above");
    assertThat(result(instrument, "1 1 1 1 1 1", "c")).isEqualTo("rest");
  }

  /** A decision tree: items of their own, and a scale because there must be one. */
  private static Instrument tree(String rest) {
    return Example.ofItems(
        rest
            + "scales:\n  s: {name: {en: s, zh-CN: s}, method: sum, items: 1..2, missing: strict, range: 0..6}\n");
  }

  private static Instrument six(String rest) {
    return Example.with("""
        scales:
          s: {name: {en: s, zh-CN: s}, method: sum, items: 1..6, missing: strict, range: 0..18}
          f: {name: {en: f, zh-CN: f}, method: mean, items: 1..2, missing: strict, round: {mode: none}, range: 0..3}
        """ + rest);
  }

  /** The outcome, or the reason why there is none. */
  private static String result(Instrument instrument, String answers, String classification) {
    ScoreTable scores = ScoringPlan.compile(instrument).run(table(instrument, answers));
    ClassificationResult result = scores.classification(0, classification);
    return result instanceof ClassificationResult.Classified classified
        ? classified.outcome().id()
        : ((ClassificationResult.NotClassified) result).reason().word();
  }

  private static ResponseTable table(Instrument instrument, String answers) {
    ResponseTable table = new ResponseTable(instrument, 1);
    List<String> words = Arrays.asList(answers.split(" "));
    for (int column = 0; column < words.size(); column++) {
      if (KINDS.containsKey(words.get(column))) {
        table.setMissing(0, column, KINDS.get(words.get(column)));
      } else {
        table.set(0, column, Integer.parseInt(words.get(column)));
      }
    }
    return table;
  }
}
