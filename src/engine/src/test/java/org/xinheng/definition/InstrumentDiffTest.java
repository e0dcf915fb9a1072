package org.xinheng.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;

class InstrumentDiffTest {

  private static final String CALM = """
      questionnaire: calm-4
      version: 1.0.0
      form: the only form
      name: {en: Calm-4, zh-CN: 平静四项}
      measures: {en: calmness, zh-CN: 平静}
      informants: [self]
      languages: [en]
      ages: 8..18
      grades: 3..12
      recall: {en: the last week, zh-CN: 最近一周}
      minutes: 1
      licence: {paper: free, electronic: free, wording: redistributable, note: ours}
      sources:
        us: {citation: an invented example, link: ""}
      verification: {key: project-rule, bands: project-rule, norms: none, licence: project-rule}
      responses:
        often:
          options:
            0: {en: never, zh-CN: 从不}
            1: {en: sometimes, zh-CN: 有时}
            2: {en: often, zh-CN: 经常}
          missing: {9: refused}
      items:
        - {id: 1, topic: {en: tense, zh-CN: 紧张}, responses: often}
        - {id: 2, topic: {en: at ease, zh-CN: 轻松}, responses: often}
        - {id: 3, topic: {en: restless, zh-CN: 不安}, responses: often}
        - {id: 4, topic: {en: hurried, zh-CN: 匆忙}, responses: often}
      scales:
        half:
          name: {en: half, zh-CN: 一半}
          method: sum
          items: 1..2
          missing: strict
          range: 0..4
        total:
          name: {en: total, zh-CN: 总分}
          method: sum
          items: 1..4
          reverse: [2]
          missing: {allow: 1, then: prorate}
          round: {to: 0, mode: half-up}
          range: 0..8
          bands:
            risk: high
            source: us
            verification: project-rule
            edges:
              - {from: 0, id: calm, level: 0, label: {en: calm, zh-CN: 平静}}
              - {from: 5, id: tense, level: 2, label: {en: tense, zh-CN: 紧张}}
      critical:
        - item: 4
          at-or-above: 2
          alert: same-day
          topic: {en: hurried, zh-CN: 匆忙}
          source: us
          verification: project-rule
      validity:
        - id: blanks
          name: {en: blank answers, zh-CN: 漏答}
          when: {unanswered: 1..4, at-or-above: 3}
          verdict: invalid
          source: us
          verification: single-source
      """;

  private static final String SUM = "    method: sum\n    items: 1..2\n    missing: strict";

  private static final String MODEL = """
      method: irt
      irt:
        model: graded
        estimator: eap
        prior: {mean: 0, sd: 1}
        parameters:
          1: {a: 2.1, b: [-0.5, 1.2]}
          2: {a: 1.3, b: [0.2, 1]}
        source: us
        verification: project-rule
      missing: strict
      """.indent(4).stripTrailing();

  @Test
  void theSameDefinitionHasNoChange() {
    assertThat(changes("version: 1.0.0", "version: 1.0.1")).isEmpty();
  }

  @Test
  void reversal() {
    assertThat(scoreChanges("reverse: [2]", "reverse: [2, 3]"))
        .containsExactly("scale 'total': item '3' is now reversed");
    assertThat(scoreChanges("    reverse: [2]\n", ""))
        .containsExactly("scale 'total': item '2' is no longer reversed");
  }

  @Test
  void weight() {
    assertThat(scoreChanges("reverse: [2]", "reverse: [2]\n    weights: {3: 1.5}"))
        .containsExactly("scale 'total': item '3' now has weight 1.5, was 1");
  }

  @Test
  void anItemThatMovesToAnotherScaleIsSaidOfBoth() {
    assertThat(scoreChanges("items: 1..2", "items: [1, 3]"))
        .containsExactly(
            "scale 'half': item '3' is now counted", "scale 'half': item '2' no longer counts");
  }

  @Test
  void methodMissingRuleRoundingMultiplicationAndRange() {
    assertThat(scoreChanges("""
                missing: {allow: 1, then: prorate}
                round: {to: 0, mode: half-up}
                range: 0..8
            """, """
                missing: {allow: 2, then: prorate}
                multiply: 2
                round: {to: 1, mode: half-even}
                range: 0..16
            """))
        .containsExactly(
            "scale 'total': missing rule is now: up to 2 of 4 items may be missing; what is missing counts as the"
                + " person's mean; was: up to 1 of 4 items may be missing; what is missing counts as the person's mean",
            "scale 'total': multiplication is now: by 2; was: by 1",
            "scale 'total': rounding is now: to 1 decimals, half-even; was: to 0 decimals, half-up",
            "scale 'total': range is now: 0..16; was: 0..8");
    assertThat(scoreChanges("method: sum\n    items: 1..2", "method: mean\n    items: 1..2"))
        .contains("scale 'half': method is now: mean; was: sum");
  }

  @Test
  void aMissingRuleThatReadsTheSameIsStillAChange() {
    assertThat(scoreChanges("{allow: 1, then: prorate}", "{allow-share: 0.25, then: prorate}"))
        .singleElement()
        .asString()
        .startsWith("scale 'total': missing rule is now: ");
  }

  @Test
  void bands() {
    assertThat(scoreChanges("from: 5, id: tense, level: 2", "from: 6, id: tense, level: 3"))
        .containsExactly(
            "scale 'total': band 'tense' now starts at 6, was 5",
            "scale 'total': band 'tense' has another level: is now: 3; was: 2");
    assertThat(scoreChanges("id: tense, level: 2", "id: high, level: 2"))
        .containsExactly(
            "scale 'total': band 'high' is new (from 5, level 2)",
            "scale 'total': band 'tense' is gone (from 5, level 2)");
  }

  @Test
  void systemStageAndVerificationOfBands() {
    assertThat(scoreChanges(
            "      risk: high", "      system: china\n      on: sten\n      risk: high"))
        .containsExactly(
            "scale 'total': system of the bands is now: china; was: default",
            "scale 'total': stage of the bands is now: sten; was: value");
    List<Change> verified =
        changes("from: 5, id: tense", "from: 5, verification: unverified, id: tense");
    assertThat(Change.ofScores(verified)).isEmpty();
    assertThat(texts(verified))
        .containsExactly(
            "scale 'total': verification of band 'tense' is now: unverified; was: nothing");
  }

  @Test
  void recodingAndCounting() {
    assertThat(scoreChanges(
            "reverse: [2]", "reverse: [2]\n    recode: [{items: [3], values: {2: 4}}]"))
        .containsExactly("scale 'total': item '3' recoding is now: 2 as 4; was: none");
    assertThat(scoreChanges(
            "method: sum\n    items: 1..2",
            "method: count\n    count: {at-or-above: 2}\n    items: 1..2"))
        .containsExactly(
            "scale 'half': method is now: count; was: sum",
            "scale 'half': count is now: answers at or above 2; was: nothing");
  }

  @Test
  void transformsInTheirOrder() {
    assertThat(
            scoreChanges(
                "range: 0..4",
                "divide: 3\n    add: -1\n    clamp: 0..1\n    convert: {table: {0: 5, 1: 6}}\n    range: 0..4"))
        .containsExactly(
            "scale 'half': division is now: by 3; was: by 1",
            "scale 'half': addition is now: of -1; was: of 0",
            "scale 'half': clamp is now: 0..1; was: none",
            "scale 'half': conversion is now: 0 as 5, 1 as 6; was: none");
  }

  @Test
  void weightsAndOrderOfParts() {
    String ratio = CALM.replace("critical:", """
          ratio:
            name: {en: ratio, zh-CN: 比}
            method: ratio
            scales: [half, total]
            missing: strict
            round: {to: 1, mode: half-up}
            range: 0..4
        critical:""");
    Instrument before = read(ratio);
    assertThat(texts(
            InstrumentDiff.between(before, read(ratio.replace("[half, total]", "[total, half]")))))
        .containsExactly("scale 'ratio': its two scales have changed places");
    assertThat(texts(InstrumentDiff.between(
            before, read(ratio.replace("[half, total]", "[half, total]\n    weights: {half: 2}")))))
        .containsExactly("scale 'ratio': scale 'half' now has weight 2, was 1");
  }

  @Test
  void setsOfBandsForSomeStudents() {
    String edges = CALM.substring(CALM.indexOf("      risk: high"), CALM.indexOf("critical:"));
    String girlsAndBoys = "      - id: girls\n        for: {sex: female}\n" + edges.indent(2)
        + "      - id: boys\n        for: {sex: male}\n" + edges.indent(2);
    Instrument two = read(CALM.replace(edges, girlsAndBoys));
    assertThat(texts(InstrumentDiff.between(read(CALM), two)))
        .containsExactly(
            "scale 'total', bands 'girls': bands are new",
            "scale 'total', bands 'boys': bands are new",
            "scale 'total', bands 'default': bands are gone");
    Instrument other = read(CALM.replace(
        edges,
        girlsAndBoys
            .replace("{sex: male}", "{sex: male, grades: 7..9}")
            .replaceFirst("from: 5", "from: 4")));
    assertThat(texts(InstrumentDiff.between(two, other)))
        .containsExactly(
            "scale 'total', bands 'girls': band 'tense' now starts at 4, was 5",
            "scale 'total', bands 'boys': audience of the bands is now: sex male, grades 7..9; was: sex male");
  }

  @Test
  void responseCodesAreSaidOfTheItemsThatHaveThem() {
    assertThat(scoreChanges("missing: {9: refused}", "missing: {8: refused, 9: unknown}"))
        .containsExactly(
            "responses of items 1..4: code 8 is now: missing (refused); was: not declared",
            "responses of items 1..4: code 9 is now: missing (unknown); was: missing (refused)");
  }

  @Test
  void anotherNameOfAResponseSetIsNoChange() {
    assertThat(InstrumentDiff.between(read(CALM), read(CALM.replaceAll("often(?=[:}])", "freq"))))
        .isEmpty();
  }

  @Test
  void itemsThatAreNewGoneOrMoved() {
    String fifth =
        "  - {id: 5, topic: {en: idle, zh-CN: 空闲}, responses: often}\nscales:\n  idle:\n    name: {en: idle, zh-CN:"
            + " 空闲}\n    method: sum\n    items: [5]\n    missing: strict\n    range: 0..2";
    String now = CALM.replace("scales:", fifth);
    assertThat(texts(InstrumentDiff.between(read(CALM), read(now))))
        .containsExactly("item '5' is new", "scale 'idle' is new");
    assertThat(texts(InstrumentDiff.between(read(now), read(CALM))))
        .containsExactly("item '5' is gone", "scale 'idle' is gone");
  }

  @Test
  void criticalItemsAndValidity() {
    assertThat(scoreChanges(
            "at-or-above: 2\n    alert: same-day", "at-or-above: 1\n    alert: immediate"))
        .containsExactly(
            "critical item '4' condition is now: item 4 at 1 or above; was: item 4 at 2 or above",
            "critical item '4' now raises alert immediate, was same-day");
    assertThat(scoreChanges("at-or-above: 3}", "at-or-above: 2}"))
        .containsExactly(
            "validity index 'blanks' is now met by 2 or more unanswered of items 1..4, was 3 or more unanswered of"
                + " items 1..4");
    assertThat(scoreChanges("verdict: invalid", "verdict: suspect"))
        .containsExactly("validity index 'blanks' now says suspect, was invalid");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          {scale: total, at-or-above: 7}                    | scale 'total' at 7 or above
          {unanswered: 1..4, share-at-or-above: 0.5}        | 50 % or more unanswered of items 1..4
          {same-answer: 1..4}                               | the same answer to all of items 1..4
          {long-string: 1..4, at-or-above: 3}               | the same answer 3 times or more in a row in items 1..4
          {variability: 1..4, at-or-below: 0.3}             | a standard deviation of 0.3 or less over items 1..4
          {pairs: {alike: [[1, 2], [2, 3]]}, apart: 2, at-or-above: 2} | 2 or more pairs at least 2 apart of like items 1 and 2, 2 and 3
          {pairs: {alike: [[1, 2]], opposite: [[3, 4]]}, apart: 1, at-or-above: 1} | 1 or more pairs at least 1 apart of like items 1 and 2; opposite items 3 and 4
          {even-odd: [total, a, b], below: 0.3}             | an even-odd consistency below 0.3 over scales total, a, b
          {mahalanobis: 1..2, means: [1, 0.5], covariance: [[1, 0], [0, 1]], quantile: 0.99} | a Mahalanobis distance above the 0.99 quantile over items 1 (mean 1), 2 (mean 0.5)
          {seconds-below: 60}                               | less than 60 seconds
          {seconds-per-item-below: 1.5}                     | less than 1.5 seconds for each item answered
          """)
  void signs(String when, String words) {
    assertThat(scoreChanges("{unanswered: 1..4, at-or-above: 3}", when))
        .containsExactly("validity index 'blanks' is now met by " + words
            + ", was 3 or more unanswered of items 1..4");
  }

  @Test
  void numbersThatAreTooManyForASentence() {
    String distance =
        "{mahalanobis: 1..2, means: [1, 1], covariance: [[1, %s], [0.2, 1]], quantile: 0.99}";
    String when = "{unanswered: 1..4, at-or-above: 3}";
    Instrument old = read(CALM.replace(when, distance.formatted("0.2")));
    Instrument now = read(CALM.replace(when, distance.formatted("0.1")));
    assertThat(texts(InstrumentDiff.between(old, now)))
        .singleElement()
        .asString()
        .startsWith("validity index 'blanks' has other numbers: is now: {")
        .contains("[[1,0.1],[0.2,1]]", "[[1,0.2],[0.2,1]]");
  }

  @Test
  void conditionsAndClassifications() {
    String rule = """
        conditions:
          core: {items: 1..3, at-or-above: 2, at-least: 2}
        classifications:
          rule:
            name: {en: rule, zh-CN: 规则}
            source: us
            verification: project-rule
            outcomes:
              - {id: full, level: 3, label: {en: full, zh-CN: 符合}, when: core}
              - {id: part, level: 1, label: {en: part, zh-CN: 部分}, when: {scale: total, at-or-above: 4}}
              - {id: none, level: 0, label: {en: none, zh-CN: 无}, when: {}}
        """;
    Instrument old = read(CALM + rule);
    assertThat(texts(InstrumentDiff.between(read(CALM), old)))
        .containsExactly(
            "condition 'core' is new (at least 2 of items 1..3 at 2 or above)",
            "classification 'rule': is new");
    Instrument now = read(CALM
        + rule.replace("at-least: 2", "at-least: 3")
            .replace("id: part, level: 1", "id: part, level: 2")
            .replace("{scale: total, at-or-above: 4}", "{not: {item: 4, one-of: [0, 1]}}")
            .replace("en: rule", "en: the rule"));
    assertThat(texts(InstrumentDiff.between(old, now)))
        .containsExactly(
            "condition 'core' is now: all of items 1..3 at 2 or above; was: at least 2 of items 1..3"
                + " at 2 or above",
            "classification 'rule': outcome 'part' is now: not (item 4 at 0 or 1); was: scale 'total'"
                + " at 4 or above",
            "classification 'rule': outcome 'part' has another level: is now: 2; was: 1",
            "classification 'rule': name is now: the rule / 规则; was: rule / 规则");
  }

  @Test
  void topicsLabelsNamesAndSourcesAreTextsOnly() {
    String now = CALM.replace(
            "{en: tense, zh-CN: 紧张}, responses", "{en: tenseness, zh-CN: 紧张}, responses")
        .replace("{en: often, zh-CN: 经常}", "{en: very often, zh-CN: 经常}")
        .replace("level: 2, label: {en: tense,", "level: 2, label: {en: strained,")
        .replace("grades: 3..12", "grades: 4..12");
    List<Change> changes = InstrumentDiff.between(read(CALM), read(now));
    assertThat(changes).noneMatch(Change::changesScores);
    assertThat(texts(changes))
        .containsExactly(
            "grades is now: 4..12; was: 3..12",
            "item '1': topic is now: tenseness / 紧张; was: tense / 紧张",
            "responses 'often': label of 2 is now: very often / 经常; was: often / 经常",
            "scale 'total': label of band 'tense' is now: strained / 紧张; was: tense / 紧张");
  }

  @Test
  void twoQuestionnairesAreNotCompared() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InstrumentDiff.between(
            read(CALM), read(CALM.replace("questionnaire: calm-4", "questionnaire: calm-5"))))
        .withMessage("'calm-4' and 'calm-5' are two questionnaires");
  }

  /** Item 4 with each kind of responses in turn. */
  @Test
  void anotherKindOfResponsesIsAChangeForScores() {
    String often = "zh-CN: 匆忙}, responses: often}";
    String days = "  days: {number: {from: 0, to: 7}, missing: {99: refused}}\nitems:\n";
    String changed =
        CALM.replace("items:\n  -", days + "  -").replace(often, often.replace("often", "days"));
    assertThat(texts(Change.ofScores(InstrumentDiff.between(read(CALM), read(changed)))))
        .containsExactly(
            "responses of item 4: what is taken is now: a number, 0 to 7; was: one option",
            "responses of item 4: code 0 is now: not declared; was: an answer",
            "responses of item 4: code 1 is now: not declared; was: an answer",
            "responses of item 4: code 2 is now: not declared; was: an answer",
            "responses of item 4: code 9 is now: not declared; was: missing (refused)",
            "responses of item 4: code 99 is now: missing (refused); was: not declared");
    String text = "  days: {text: {longest: 50}}\nitems:\n";
    assertThat(texts(InstrumentDiff.between(read(changed), read(changed.replace(days, text)))))
        .containsExactly(
            "responses of item 4: what is taken is now: a text; was: a number, 0 to 7",
            "responses of item 4: code 99 is now: not declared; was: missing (refused)");
    String unit = days.replace("7}", "7, unit: {en: days, zh-CN: 天}}");
    assertThat(InstrumentDiff.between(read(changed), read(changed.replace(days, unit))))
        .containsExactly(
            new Change.OfText("responses", "'days': unit is now: days / 天; was: nothing"));
  }

  @Test
  void whatIsShownOnAConditionIsAChangeForScores() {
    String item = "{id: 3, topic: {en: restless, zh-CN: 不安}, responses: often";
    String shown = item + ", visible-when: {item: 1, at-or-above: 1}";
    assertThat(scoreChanges(item, shown))
        .containsExactly("item 3: shown when is now: item 1 at 1 or above; was: always");
    String other = CALM.replace(item, shown);
    assertThat(InstrumentDiff.between(
            read(other),
            read(other.replace("{item: 1, at-or-above: 1}", "{item: 1, equal-to: 2}"))))
        .containsExactly(new Change.OfItems(
            "item 3: shown when is now: item 1 at 2; was: item 1 at 1 or above"));
  }

  @Test
  void howAFormIsGivenChangesNoScore() {
    String sections = """
        sections:
          - {id: first, items: 1..2}
          - {id: second, items: 3..4}
        scales:
        """;
    assertThat(changes("scales:\n", sections))
        .containsExactly(
            new Change.OfAdministration("section 'first' is new"),
            new Change.OfAdministration("section 'second' is new"));
    String divided = CALM.replace("scales:\n", sections);
    String changed = divided
        .replace("items: 1..2}\n  -", "items: 1..3, per-page: 2, order: random}\n  -")
        .replace(
            "{id: second, items: 3..4}",
            "{id: second, items: [4], title: {en: more, zh-CN: 更多},"
                + " visible-when: {item: 1, equal-to: 2}}")
        .replace("{id: 1, ", "{id: 1, required: yes, ");
    assertThat(InstrumentDiff.between(read(divided), read(changed)))
        .containsExactly(
            new Change.OfAdministration("an answer to item 1 is now required"),
            new Change.OfAdministration("section 'first': items is now: 1..3; was: 1, 2"),
            new Change.OfAdministration("section 'first': 'per-page' is now: 2; was: nothing"),
            new Change.OfAdministration("section 'first': 'order' is now: random; was: fixed"),
            new Change.OfItems("section 'second': shown when is now: item 1 at 2; was: always"),
            new Change.OfItems("section 'second': items is now: 4; was: 3, 4"),
            new Change.OfText("section 'second': title", "is now: more / 更多; was: nothing"));
  }

  @Test
  void modelEstimatorAndParameters() {
    assertThat(modelChanges("b: [0.2, 1]", "b: [0.2, 1.5]"))
        .containsExactly(
            "scale 'half': parameters of item '2' is now: a 1.3, b 0.2, 1.5; was: a 1.3, b 0.2, 1");
    assertThat(modelChanges("prior: {mean: 0, sd: 1}", "prior: {mean: 0, sd: 2}"))
        .containsExactly(
            "scale 'half': estimator is now: eap, prior mean 0, sd 2; was: eap, prior mean 0, sd 1");
    assertThat(modelChanges("        2: {a: 1.3, b: [0.2, 1]}\n", ""))
        .containsExactly("scale 'half': item '2' no longer counts");
    assertThat(modelChanges("    missing: strict", "    reverse: [2]\n    missing: strict"))
        .containsExactly("scale 'half': item '2' is now reversed");
    assertThat(modelChanges(
            "source: us\n      verification: project-rule", "source: us\n      verification: none"))
        .containsExactly(
            "scale 'half': verification of the parameters is now: none; was: project-rule");
    assertThat(scoreChanges(SUM, MODEL))
        .contains("scale 'half': method is now: irt; was: sum")
        .anyMatch(change -> change.startsWith("scale 'half': key is now: "));
  }

  private static List<String> modelChanges(String old, String now) {
    String before = CALM.replace(SUM, MODEL);
    assertThat(before).contains(old);
    return texts(
        InstrumentDiff.between(read(before), read(before.replaceFirst(Pattern.quote(old), now))));
  }

  private static List<String> scoreChanges(String old, String now) {
    return texts(Change.ofScores(changes(old, now)));
  }

  private static List<Change> changes(String old, String now) {
    assertThat(CALM).contains(old);
    return InstrumentDiff.between(read(CALM), read(CALM.replace(old, now)));
  }

  private static List<String> texts(List<Change> changes) {
    return changes.stream().map(Change::text).toList();
  }

  /** Read without the rules, so that one thing can be changed at a time. */
  private static Instrument read(String yaml) {
    Read<Instrument> read = QuestionnaireReader.read(SourceText.of("calm-4.yaml", yaml));
    assertThat(read.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
    return read.value().orElseThrow();
  }
}
