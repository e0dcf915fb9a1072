package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Truth;

/** Conditions on answers alone; those on scores are in {@link ClassificationTest}. */
class ConditionsTest {

  private static final String SCALES =
      "scales:\n  s: {name: {en: s, zh-CN: s}, method: sum, items: 1..6, missing: strict, range: 0..18}\n";

  private static final Map<String, Missing> KINDS = Map.of(
      "-", Missing.SKIPPED,
      "r", Missing.REFUSED,
      "u", Missing.UNKNOWN,
      "e", Missing.NOT_REACHED,
      "x", Missing.UNDECLARED,
      "n", Missing.NOT_APPLICABLE);

  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource(delimiter = ';', textBlock = """
          {item: 1, at-or-above: 2}                         ; 2 0 0 0 0 0 ; yes
          {item: 1, at-or-above: 2}                         ; 1 3 3 3 3 3 ; no
          {item: 1, at-or-below: 1}                         ; 1 0 0 0 0 0 ; yes
          {item: 1, at-or-below: 1}                         ; 2 0 0 0 0 0 ; no
          {item: 1, equal-to: 3}                            ; 3 0 0 0 0 0 ; yes
          {item: 1, equal-to: 3}                            ; 2 0 0 0 0 0 ; no
          {item: 1, one-of: [0, 3]}                         ; 3 0 0 0 0 0 ; yes
          {item: 1, one-of: [0, 3]}                         ; 2 0 0 0 0 0 ; no
          {item: 1, at-or-above: 2}                         ; - 3 3 3 3 3 ; unknown
          {item: 1, at-or-above: 2}                         ; r 3 3 3 3 3 ; unknown
          {item: 1, at-or-above: 2}                         ; u 3 3 3 3 3 ; unknown
          {item: 1, at-or-above: 2}                         ; e 3 3 3 3 3 ; unknown
          {item: 1, at-or-above: 2}                         ; x 3 3 3 3 3 ; unknown
          {item: 1, at-or-above: 2}                         ; n 3 3 3 3 3 ; no
          {item: 1, at-or-below: 2}                         ; n 3 3 3 3 3 ; no
          {not: {item: 1, at-or-above: 2}}                  ; 1 0 0 0 0 0 ; yes
          {not: {item: 1, at-or-above: 2}}                  ; - 0 0 0 0 0 ; unknown
          {not: {item: 1, at-or-above: 2}}                  ; n 0 0 0 0 0 ; yes
          {all: [{item: 1, equal-to: 1}, {item: 2, equal-to: 1}]} ; 1 1 0 0 0 0 ; yes
          {all: [{item: 1, equal-to: 1}, {item: 2, equal-to: 1}]} ; - 1 0 0 0 0 ; unknown
          {all: [{item: 1, equal-to: 1}, {item: 2, equal-to: 1}]} ; - 0 0 0 0 0 ; no
          {any: [{item: 1, equal-to: 1}, {item: 2, equal-to: 1}]} ; - 1 0 0 0 0 ; yes
          {any: [{item: 1, equal-to: 1}, {item: 2, equal-to: 1}]} ; - 0 0 0 0 0 ; unknown
          {any: [{item: 1, equal-to: 1}, {item: 2, equal-to: 1}]} ; 0 0 0 0 0 0 ; no
          {items: 1..4, at-or-above: 2, at-least: 3}        ; 2 2 2 0 0 0 ; yes
          {items: 1..4, at-or-above: 2, at-least: 3}        ; 2 - 2 2 0 0 ; yes
          {items: 1..4, at-or-above: 2, at-least: 3}        ; 2 - 2 0 0 0 ; unknown
          {items: 1..4, at-or-above: 2, at-least: 3}        ; 0 - 2 0 0 0 ; no
          {items: 1..4, at-or-above: 2, at-least: 3}        ; 2 n 2 0 0 0 ; no
          {at-least: 3, of: [{items: 1..4, at-or-above: 2}, {item: 6, at-or-above: 1}]} ; 2 2 0 0 3 1 ; yes
          {at-least: 3, of: [{items: 1..4, at-or-above: 2}, {item: 6, at-or-above: 1}]} ; 2 2 0 0 3 0 ; no
          {any: [{items: [1, 3], at-or-above: 3}]}          ; 0 3 3 0 0 0 ; yes
          {all: [{items: [1, 3], at-or-above: 3}]}          ; 0 3 3 0 0 0 ; no
          # the shape of PCL-5: so many symptoms of each cluster
          {all: [{items: 1..2, at-or-above: 2, at-least: 1}, {items: 3..5, at-or-above: 2, at-least: 2}]} ; 0 2 2 0 3 0 ; yes
          {all: [{items: 1..2, at-or-above: 2, at-least: 1}, {items: 3..5, at-or-above: 2, at-least: 2}]} ; 1 2 2 0 1 3 ; no
          {all: [{items: 1..2, at-or-above: 2, at-least: 1}, {items: 3..5, at-or-above: 2, at-least: 2}]} ; 2 - 2 - 1 0 ; unknown
          # the shape of Vanderbilt, second edition: symptoms, and two impairments or a grave one
          {all: [{items: 1..3, at-or-above: 2, at-least: 2}, {any: [{items: 4..6, at-or-above: 2, at-least: 2}, {items: 4..6, equal-to: 3, at-least: 1}]}]} ; 2 2 0 2 2 0 ; yes
          {all: [{items: 1..3, at-or-above: 2, at-least: 2}, {any: [{items: 4..6, at-or-above: 2, at-least: 2}, {items: 4..6, equal-to: 3, at-least: 1}]}]} ; 2 2 0 0 3 0 ; yes
          {all: [{items: 1..3, at-or-above: 2, at-least: 2}, {any: [{items: 4..6, at-or-above: 2, at-least: 2}, {items: 4..6, equal-to: 3, at-least: 1}]}]} ; 2 2 0 2 0 0 ; no
          {}                                                ; - - - - - - ; yes
          first                                             ; 1 0 0 0 0 0 ; yes
          {not: both}                                       ; 1 0 0 0 0 0 ; yes
          {not: both}                                       ; 1 - 0 0 0 0 ; unknown
          {all: [first, both]}                              ; 1 1 0 0 0 0 ; yes
          """)
  void isTrueByKleene(String condition, String answers, String truth) {
    assertThat(truth(condition, answers).word()).isEqualTo(truth);
  }

  @Test
  void refusesAConditionThatAsksItself() {
    Instrument instrument = Example.read(
            SCALES + "conditions: {a: {any: [b, {item: 1, equal-to: 1}]}, b: {not: a}}\n")
        .value()
        .orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Conditions(instrument, Map.of()).compile(new Condition.Named("a")))
        .withMessage("condition 'a' asks itself");
  }

  private static Truth truth(String condition, String answers) {
    Instrument instrument = Example.with(SCALES + "conditions:\n"
        + "  both: {all: [first, {item: 2, at-or-above: 1}]}\n"
        + "  first: {item: 1, at-or-above: 1}\n  asked: " + condition + "\n");
    ResponseTable table = new ResponseTable(instrument, 3);
    String[] words = answers.split(" ");
    for (int column = 0; column < words.length; column++) {
      if (KINDS.containsKey(words[column])) {
        table.setMissing(1, column, KINDS.get(words[column]));
      } else {
        table.set(1, column, Integer.parseInt(words[column]));
      }
    }
    Conditions conditions = new Conditions(instrument, new HashMap<>());
    CompiledCondition compiled = conditions.compile(new Condition.Named("asked"));
    Block block = new Block(0, conditions.named(), 2);
    block.moveTo(1, 2);
    ScoreTable scores = ScoringPlan.compile(instrument).run(table);
    conditions.run(block, table, scores);
    return Truth.values()[compiled.truths(block, table, scores)[0]];
  }
}
