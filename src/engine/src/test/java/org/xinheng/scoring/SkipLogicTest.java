package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;

/** The structure of questionnaires with skip logic, on invented topics. */
class SkipLogicTest {

  private static final String HEAD = """
      questionnaire: skips
      version: 1.0.0
      form: the only one
      name: {en: Skips, zh-CN: 跳题}
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
      """;

  /**
   * AUDIT: answer 0 to item 1 leads to items 9 and 10, and so does 0 to items 2 and 3; what is skipped scores 0. Items 9
   * and 10 are coded 0, 2, 4.
   */
  private static final Instrument AUDIT = read("""
      responses:
        five: {options: {0: {en: a, zh-CN: a}, 1: {en: b, zh-CN: b}, 2: {en: c, zh-CN: c}, 3: {en: d, zh-CN: d},
          4: {en: e, zh-CN: e}}}
        three: {options: {0: {en: a, zh-CN: a}, 2: {en: c, zh-CN: c}, 4: {en: e, zh-CN: e}}}
      items:
        - {id: 1, topic: {en: cups of tea, zh-CN: 喝茶}, responses: five}
        - {ids: 2..3, topic: {en: tea, zh-CN: 茶}, responses: five, visible-when: {item: 1, at-or-above: 1}}
        - {ids: 4..8, topic: {en: tea, zh-CN: 茶}, responses: five,
          visible-when: {any: [{items: [2, 3], at-or-above: 1}]}}
        - {ids: 9..10, topic: {en: tea, zh-CN: 茶}, responses: three}
      scales:
        total:
          name: {en: total, zh-CN: 总分}
          method: sum
          items: 1..10
          missing: {allow: 0, then: ignore, not-applicable: zero}
          range: 0..40
          bands:
            risk: high
            source: us
            verification: project-rule
            edges:
              - {from: 0, id: none, level: 0, label: {en: none, zh-CN: 无}}
              - {from: 4, id: some, level: 1, label: {en: some, zh-CN: 有}}
              - {from: 12, id: much, level: 2, label: {en: much, zh-CN: 多}}
              - {from: 13, id: most, level: 3, label: {en: most, zh-CN: 最多}}
      """);

  @ParameterizedTest(name = "{0} is {1} of {2}")
  @CsvSource(delimiter = '|', textBlock = """
      # 4 + 9 x 4
      4 4 4 4 4 4 4 4 4 4 | 40 | 10
      # never: 0, and 2 + 4 of the last two; 2 to 8 were left blank
      0 - - - - - - - 2 4 | 6  | 3
      # so too if somebody answered what they need not
      0 4 4 4 4 4 4 4 2 4 | 6  | 3
      # 2 and 3 add up to 0: 3 + 0 + 0 and 2 + 0
      3 0 0 - - - - - 2 0 | 5  | 5
      3 0 0 4 4 4 4 4 2 0 | 5  | 5
      # 1 + 0 + 1 and 5 x 1 and 0 + 0
      1 0 1 1 1 1 1 1 0 0 | 7  | 10
      # nobody knows whether 4 to 8 were to be answered: they are
      3 0 - 1 1 1 1 1 0 0 | none | 9
      # and blank they are missing
      3 1 0 1 1 - 1 1 0 0 | none | 9
      # not reached, however it is coded
      0 n n n n n n n 0 0 | 0  | 3
      """)
  void skippedItemsOfAuditScoreNothing(String answers, String total, int answered) {
    ScoreTable scores = score(AUDIT, answers);
    assertThat(value(scores, "total")).isEqualTo(total);
    assertThat(scores.score(0, "total").answered()).isEqualTo(answered);
  }

  /** CRAFFT: three numbers of days, not scored; where all are 0, of six yes–no items only the first is asked. */
  private static final Instrument CRAFFT = read("""
      responses:
        days: {number: {from: 0, to: 365, unit: {en: days, zh-CN: 天}}, missing: {999: refused}}
        yes-no: {options: {0: {en: no, zh-CN: 否}, 1: {en: yes, zh-CN: 是}}}
      items:
        - {ids: 1..3, topic: {en: days with tea, zh-CN: 喝茶天数}, responses: days}
        - {id: 4, topic: {en: a car, zh-CN: 车}, responses: yes-no}
        - {ids: 5..9, topic: {en: tea, zh-CN: 茶}, responses: yes-no, visible-when: some-days}
      conditions:
        some-days: {any: [{items: 1..3, at-or-above: 1}]}
      scales:
        total:
          name: {en: total, zh-CN: 总分}
          method: sum
          items: 4..9
          missing: {allow: 0, then: ignore, not-applicable: zero}
          range: 0..6
      """);

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(delimiter = '|', textBlock = """
      0 0 0 1 - - - - -     | 1
      0 0 0 1 1 1 1 1 1     | 1
      0 0 365 1 1 0 1 0 1   | 4
      0 0 1 1 - - - - -     | none
      0 999 0 1 - - - - -   | none
      0 999 2 1 1 1 1 1 1   | 6
      """)
  void onlyTheCarItemOfCrafftIsAskedWithoutDays(String answers, String total) {
    assertThat(value(score(CRAFFT, answers), "total")).isEqualTo(total);
  }

  /** C-SSRS screener: no to item 2 leads to item 6; the score is the highest level. All items are critical. */
  private static final Instrument CSSRS = read("""
      responses:
        yes-no: {options: {0: {en: no, zh-CN: 否}, 1: {en: yes, zh-CN: 是}}}
      items:
        - {ids: 1..2, topic: {en: tea, zh-CN: 茶}, responses: yes-no}
        - {ids: 3..5, topic: {en: tea, zh-CN: 茶}, responses: yes-no, visible-when: {item: 2, equal-to: 1}}
        - {id: 6, topic: {en: tea, zh-CN: 茶}, responses: yes-no}
      scales:
        level:
          name: {en: level, zh-CN: 等级}
          method: maximum
          items: 1..6
          weights: {2: 2, 3: 3, 4: 4, 5: 5, 6: 6}
          missing: {allow: 0, then: ignore, not-applicable: ignore}
          range: 0..6
      critical:
        - {item: 4, at-or-above: 1, alert: immediate, topic: {en: tea, zh-CN: 茶}, source: us,
          verification: project-rule}
      """);

  @ParameterizedTest(name = "{0} is {1}, {2}")
  @CsvSource(delimiter = '|', textBlock = """
      1 0 - - - 0 | 1    | NONE
      1 0 - - - 1 | 6    | NONE
      0 1 1 0 0 0 | 3    | NONE
      0 1 1 1 0 0 | 4    | IMMEDIATE
      0 1 1 - 0 0 | none | UNKNOWN
      # what was answered counts for an alert, though not for the score
      1 0 0 1 0 0 | 1    | IMMEDIATE
      # refused to a question that was not to be put: somebody put it
      1 0 0 r 0 0 | 1    | UNKNOWN
      # nobody knows whether it was to be put
      1 - - - - 0 | none | UNKNOWN
      """)
  void theHighestLevelOfTheColumbiaScreenerSkipsWhatWasNotAsked(
      String answers, String level, Alert alert) {
    ScoreTable scores = score(CSSRS, answers);
    assertThat(value(scores, "level")).isEqualTo(level);
    assertThat(scores.alert(0)).isEqualTo(alert);
  }

  /** Item 2 follows 1, 3 follows 2, and a section follows 3. */
  private static final Instrument CHAIN = read("""
      responses:
        yes-no: {options: {0: {en: no, zh-CN: 否}, 1: {en: yes, zh-CN: 是}}, missing: {9: not-applicable}}
        which: {options: {1: {en: a, zh-CN: a}, 2: {en: b, zh-CN: b}, 0: {en: none, zh-CN: 无}}, several: yes, none: 0}
      items:
        - {id: 1, topic: {en: tea, zh-CN: 茶}, responses: yes-no}
        - {id: 2, topic: {en: tea, zh-CN: 茶}, responses: yes-no, visible-when: {item: 1, equal-to: 1}}
        - {id: 3, topic: {en: tea, zh-CN: 茶}, responses: yes-no, visible-when: {item: 2, equal-to: 1}}
        - {id: 4, topic: {en: tea, zh-CN: 茶}, responses: which}
        - {id: 5, topic: {en: tea, zh-CN: 茶}, responses: yes-no, visible-when: {item: 4, at-or-above: 2}}
      sections:
        - {id: first, items: 1..3, per-page: 2}
        - {id: second, title: {en: More, zh-CN: 更多}, items: 4..5, visible-when: {item: 3, equal-to: 1}}
      scales:
        last:
          name: {en: last, zh-CN: 末项}
          method: sum
          items: [5]
          missing: {allow: 0, then: ignore, not-applicable: no-score}
          range: 0..1
        answered:
          name: {en: answered, zh-CN: 作答}
          method: sum
          items: 2..4
          missing: {allow: 0, then: ignore, not-applicable: ignore}
          range: 0..4
      validity:
        - {id: blanks, name: {en: blanks, zh-CN: 漏答}, when: {unanswered: 1..5, at-or-above: 2}, verdict: suspect,
          source: us, verification: project-rule}
      """);

  @ParameterizedTest(name = "{0}: last {1}, answered {2}, {3}")
  @CsvSource(delimiter = '|', textBlock = """
      1 1 1 1;2 1 | 1    | 4    | VALID
      # 2 is not reached, so that there is nothing for 3 to follow, and so on
      0 1 1 1;2 1 | none | none | VALID
      0 - - - -   | none | none | VALID
      1 0 - - -   | none | 0    | VALID
      # two were chosen, not one
      1 1 1 1 1   | none | 3    | VALID
      1 1 1 0 -   | none | 2    | VALID
      1 1 1 - -   | none | none | SUSPECT
      # not applicable by its code, and not by skip logic
      9 1 1 1;2 1 | none | none | VALID
      """)
  void aHiddenItemHidesWhatFollowsIt(
      String answers, String last, String answered, Validity validity) {
    ScoreTable scores = score(CHAIN, answers);
    assertThat(value(scores, "last")).isEqualTo(last);
    assertThat(value(scores, "answered")).isEqualTo(answered);
    assertThat(scores.validity(0)).isEqualTo(validity);
  }

  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource(delimiter = '|', textBlock = """
      # 3 + 0 + 0 without 4 to 8, and 3 + 4 + 0 + 5 x 1 with them
      3 - 0 1 1 1 1 1 0 0 | 0 | 2
      # item 1 is 0 to 4: 0, or 4 + 4 + 4 + 5 x 4 + 4 + 4
      - - - - - - - - - - | 0 | 3
      # whatever the others are, 4 to 8 do not count
      0 - - - - - - - 0 0 | 0 | 0
      3 0 0 - - - - - 0 - | 0 | 1
      # item 1 may yet leave out 2 and 3, and then also 4 to 8: 4 + 4, or 4 + 4 + 4 + 5 x 1 + 4 + 4
      - 4 4 1 1 1 1 1 4 4 | 1 | 3
      """)
  void whatMayYetBeSkippedLeavesTheLevelOpen(String answers, int lowest, int highest) {
    ResponseTable table = table(AUDIT, answers);
    assertThat(LevelBounds.of(ScoringPlan.compile(AUDIT), table, 0, "total"))
        .isEqualTo(new LevelBounds(lowest, highest));
  }

  @Test
  void theAnswersStayAsTheyWereGiven() {
    ResponseTable table = table(AUDIT, "0 4 4 4 4 4 4 4 2 4");
    ScoringPlan.compile(AUDIT).run(table);
    assertThat(table.code(0, table.column("4"))).isEqualTo(4);
  }

  @Test
  void blocksAndThreadsDoNotMix() {
    int rows = 5000;
    ResponseTable table = new ResponseTable(AUDIT, rows);
    for (int row = 0; row < rows; row++) {
      table.answers(row, row % 2 == 0 ? 0 : 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);
    }
    ScoreTable scores = ScoringPlan.compile(AUDIT).run(table, 2);
    for (int row = 0; row < rows; row++) {
      assertThat(scores.value(row, "total")).hasValue(row % 2 == 0 ? 8 : 40);
    }
  }

  private static Instrument read(String rest) {
    return Definitions.questionnaire(SourceText.of("skips.yaml", HEAD + rest)).usable();
  }

  private static ScoreTable score(Instrument instrument, String answers) {
    return ScoringPlan.compile(instrument).run(table(instrument, answers));
  }

  private static ResponseTable table(Instrument instrument, String answers) {
    ResponseTable table = new ResponseTable(instrument, 1);
    String[] words = answers.split(" ");
    for (int column = 0; column < words.length; column++) {
      switch (words[column]) {
        case "-" -> table.setMissing(0, column, Missing.SKIPPED);
        case "n" -> table.setMissing(0, column, Missing.NOT_APPLICABLE);
        case "r" -> table.setMissing(0, column, Missing.REFUSED);
        case "1;2" -> table.setChosen(0, column, List.of(1, 2));
        default -> table.set(0, column, Integer.parseInt(words[column]));
      }
    }
    return table;
  }

  private static String value(ScoreTable scores, String scale) {
    return scores.score(0, scale) instanceof ScaleScore.Scored scored
        ? Numbers.plain(scored.value())
        : "none";
  }
}
