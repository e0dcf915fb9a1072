package org.xinheng.definition.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;

/**
 * Lowest and highest scores by hand. Items 1 to 4 have the codes 0 to 2, items 5 to 8 the codes 1 to 4, items 9 to 12 the codes 0
 * and 1.
 */
class PossibleScoresTest {

  private static final String HEAD = """
      questionnaire: ranges
      responses:
        from-0: {options: {0: {}, 1: {}, 2: {}}}
        from-1: {options: {1: {}, 2: {}, 3: {}, 4: {}}}
        two: {options: {0: {}, 1: {}}}
      items:
        - {ids: 1..4, responses: from-0}
        - {ids: 5..8, responses: from-1}
        - {ids: 9..12, responses: two}
      scales:
      """;

  @Test
  void sumsTheEndsOfTheCodes() {
    assertThat(range("method: sum, items: 1..4")).isEqualTo("0..8"); // 4 x 0, 4 x 2
    assertThat(range("method: sum, items: 5..8")).isEqualTo("4..16"); // 4 x 1, 4 x 4
    assertThat(range("method: sum, items: 1..8")).isEqualTo("4..24"); // 0 + 4, 8 + 16
  }

  @Test
  void reversingSwapsTheAnswersButNotTheEnds() {
    assertThat(range("method: sum, items: 5..8, reverse: [6, 7]")).isEqualTo("4..16");
  }

  @Test
  void weighsItems() {
    // 3 x 1 + 1 + 1 + 1, 3 x 4 + 4 + 4 + 4
    assertThat(range("method: sum, items: 5..8, weights: {5: 3}")).isEqualTo("6..24");
    // a negative weight turns the ends: -4 + 3 x 1, -1 + 3 x 4
    assertThat(range("method: sum, items: 5..8, weights: {5: -1}")).isEqualTo("-1..11");
    // 0.5 x 1 + 3 x 1, 0.5 x 4 + 3 x 4
    assertThat(range("method: sum, items: 5..8, weights: {5: 0.5}")).isEqualTo("3.5..14");
  }

  @Test
  void aBlankLowersASumOfCodesFromOne() {
    // one of four blank: 3 x 1; blanks never raise the highest
    String ignored = "method: sum, items: 5..8, missing: {allow: 1, then: ignore}";
    assertThat(range(ignored)).isEqualTo("3..16");
    assertThat(range(ignored.replace("ignore", "zero"))).isEqualTo("3..16");
    // with all four allowed at least one is answered: 1 x 1
    assertThat(range(ignored.replace("allow: 1", "allow: 4"))).isEqualTo("1..16");
    // a fifth of four is none
    assertThat(range(ignored.replace("allow: 1", "allow-share: 0.2"))).isEqualTo("4..16");
  }

  @Test
  void aBlankRaisesASumOfNegativeWeights() {
    // -4 x 4; one blank: -3 x 1
    assertThat(range("method: sum, items: 5..8, weights: {5: -1, 6: -1, 7: -1, 8: -1},"
            + " missing: {allow: 1, then: ignore}"))
        .isEqualTo("-16..-3");
  }

  @Test
  void proratingLeavesTheEndsOfLikeItems() {
    // 3 x 1 x 4/3, 3 x 4 x 4/3
    assertThat(range("method: sum, items: 5..8, missing: {allow: 1, then: prorate}"))
        .isEqualTo("4..16");
  }

  @Test
  void proratingWidensTheRangeOfUnlikeItems() {
    // all: 0 + 1, 2 + 4; only the first of two: 0 x 2/1; only the second: 4 x 2/1
    assertThat(range("method: sum, items: [1, 5], missing: {allow: 1, then: prorate}"))
        .isEqualTo("0..8");
  }

  @Test
  void averages() {
    assertThat(range("method: mean, items: 5..8")).isEqualTo("1..4"); // 4/4, 16/4
    // all: 1/2, 6/2; one blank: 0/1, 4/1
    assertThat(range("method: mean, items: [1, 5], missing: {allow: 1, then: ignore}"))
        .isEqualTo("0..4");
    // a blank counts 0 of 4: 3 x 1 / 4
    assertThat(range("method: mean, items: 5..8, missing: {allow: 1, then: zero}"))
        .isEqualTo("0.75..4");
  }

  @Test
  void countsWhatSkipLogicLeftOutAsZero() {
    // any or all of them may give 0
    assertThat(range(
            "method: sum, items: 5..8, missing: {allow: 0, then: ignore, not-applicable: zero}"))
        .isEqualTo("0..16");
  }

  @Test
  void leavesOutWhatSkipLogicLeftOut() {
    // one answered is enough: 1 x 1
    assertThat(range(
            "method: sum, items: 5..8, missing: {allow: 0, then: ignore, not-applicable: ignore}"))
        .isEqualTo("1..16");
    // mean of [1, 5]: item 1 alone 0/1, item 5 alone 4/1
    assertThat(range(
            "method: mean, items: [1, 5], missing: {allow: 0, then: zero, not-applicable: ignore}"))
        .isEqualTo("0..4");
    // one of four answered, one of the others blank, two left out: 4 x 2/1 is below 4 x 4
    assertThat(range(
            "method: sum, items: 5..8, missing: {allow: 1, then: prorate, not-applicable: ignore}"))
        .isEqualTo("1..16");
  }

  @Test
  void multipliesAndRoundsAtTheEnd() {
    assertThat(range("method: sum, items: 5..8, multiply: 2.5")).isEqualTo("10..40");
    assertThat(range("method: sum, items: 5..8, multiply: -1")).isEqualTo("-16..-4");
    // 3 x 1 / 4 = 0.75, 4 to one place: halves go away from zero
    String mean = "method: mean, items: 5..8, missing: {allow: 1, then: zero}, ";
    assertThat(range(mean + "round: {to: 1, mode: half-up}")).isEqualTo("0.8..4");
    assertThat(range(mean + "round: {to: 0, mode: floor}")).isEqualTo("0..4");
  }

  @Test
  void rawIsBeforeTheMultiplier() {
    Instrument instrument = instrument("method: sum, items: 5..8, multiply: 2");
    PossibleScores possible = new PossibleScores(instrument, part -> true);

    assertThat(possible.at(Bands.Stage.RAW, instrument.scales().get(0)))
        .hasToString("Optional[4..16]");
    assertThat(possible.at(Bands.Stage.VALUE, instrument.scales().get(0)))
        .hasToString("Optional[8..32]");
    assertThat(possible.at(Bands.Stage.T, instrument.scales().get(0))).isEmpty();
  }

  @Test
  void composesScales() {
    // 0..8 and 4..16 times 2
    assertThat(range(
            "method: sum, scales: [low, high]",
            "low: {method: sum, items: 1..4}",
            "high: {method: sum, items: 5..8, multiply: 2}"))
        .isEqualTo("8..40");
    // the high part alone: 32 / 1; the low one alone: 0 / 1
    assertThat(range(
            "method: mean, scales: [low, high], missing: {allow: 1, then: ignore}",
            "low: {method: sum, items: 1..4}",
            "high: {method: sum, items: 5..8, multiply: 2}"))
        .isEqualTo("0..32");
  }

  /** Four equal Rasch items: the weighted likelihood of 4 of 4 is log 9 = 2.197, that of 0 of 4 the same below 0. */
  @Test
  void estimatesTheEndsOfAModel() {
    assertThat(range(rasch("9..12", "strict"))).isEqualTo("-2.197..2.197");
    // On points, and turned
    assertThat(range(rasch("9..12", "strict") + ", multiply: -10")).isEqualTo("-21.972..21.972");
    // Codes 0 to 2 have two thresholds, not one
    assertThat(range(rasch("1..4", "strict"))).isEqualTo("none");
  }

  /** Fewer items can have levels further out: the range is an outer one, in which any declared one must lie. */
  @Test
  void boundsTheEndsOfAModelFromOutside() {
    Instrument instrument = instrument(rasch("9..12", "{allow: 3, then: ignore}"));
    PossibleScores.Range range = new PossibleScores(instrument, part -> true)
        .values(instrument.scales().get(0))
        .orElseThrow();
    assertThat(range.agreesWith(new BigDecimal("-2.197"), new BigDecimal("2.197")))
        .isTrue();
    assertThat(range.agreesWith(new BigDecimal("-2.197"), new BigDecimal("4"))).isFalse();
  }

  private static String rasch(String items, String missing) {
    List<Integer> ids = items.equals("1..4") ? List.of(1, 2, 3, 4) : List.of(9, 10, 11, 12);
    return "method: irt, irt: {model: rasch, estimator: wle, parameters: {"
        + ids.stream().map(id -> id + ": {b: 0}").collect(Collectors.joining(", "))
        + "}}, round: {to: 3, mode: half-up}, missing: " + missing;
  }

  @Test
  void acceptsANarrowerRangeWherePartsShareItems() {
    // x - x is always 0, though each part alone runs from 0 to 2 or from -2 to 0
    Instrument instrument = instrument(
        "method: sum, scales: [plus, minus]",
        "plus: {method: sum, items: [1]}",
        "minus: {method: sum, items: [1], multiply: -1}");
    PossibleScores.Range range = new PossibleScores(instrument, part -> true)
        .values(instrument.scales().get(0))
        .orElseThrow();

    assertThat(range.toString()).isEqualTo("-2..2");
    assertThat(range.agreesWith(BigDecimal.ZERO, BigDecimal.ZERO)).isTrue();
    assertThat(range.agreesWith(BigDecimal.ZERO, BigDecimal.TEN)).isFalse();
  }

  @Test
  void takesTheCornersOfTwoScales() {
    String parts = "low: {method: sum, items: 1..4, add: -3}"; // -3..5
    String high = "high: {method: sum, items: 5..8}"; // 4..16
    // -3 - 16, 5 - 4
    assertThat(range("method: difference, scales: [low, high]", parts, high)).isEqualTo("-19..1");
    // -3 * 16, 5 * 16
    assertThat(range("method: product, scales: [low, high]", parts, high)).isEqualTo("-48..80");
    // -3 / 4, 5 / 4
    assertThat(range("method: ratio, scales: [low, high]", parts, high)).isEqualTo("-0.75..1.25");
    // 4 / 5, 16 / -1 and 16 / 1: of -3..5 the values next to 0 count
    assertThat(range("method: ratio, scales: [high, low]", parts, high)).isEqualTo("-16..16");
    // of 0, 2, 4 ... 16 the least that can be divided by is 2
    assertThat(range(
            "method: ratio, scales: [high, even]",
            "even: {method: sum, items: 1..4, multiply: 2}",
            high))
        .isEqualTo("0.25..8");
  }

  @Test
  void weighsParts() {
    String low = "low: {method: sum, items: 1..4}";
    String high = "high: {method: sum, items: 5..8}";
    // 0 + 0.5 * 4, 2 * 8 + 0.5 * 16; a negative weight turns the ends
    assertThat(range("method: sum, scales: [low, high], weights: {low: 2, high: 0.5}", low, high))
        .isEqualTo("2..24");
    assertThat(range("method: sum, scales: [low, high], weights: {high: -1}", low, high))
        .isEqualTo("-16..4");
    // (0 + 4) / 2, (16 + 16) / 2
    assertThat(range("method: mean, scales: [low, high], weights: {low: 2}", low, high))
        .isEqualTo("2..16");
  }

  @Test
  void standardDeviationsEndWithHalfOfTheAnswersAtEachEnd() {
    String round = ", round: {to: 4, mode: half-up}";
    // 0, 0, 2, 2: (1 + 1 + 1 + 1) / 3 = 1.3333, its root
    assertThat(range("method: standard-deviation, items: 1..4" + round)).isEqualTo("0..1.1547");
    // 1 and 4 alone: (1.5² + 1.5²) / 1 = 4.5
    assertThat(range("method: standard-deviation, items: 5..8,"
            + " missing: {allow: 2, then: ignore}" + round))
        .isEqualTo("0..2.1213");
    // 0 to 2 and 3 to 12: at least 2 and 3, 0.5; at most 0 and 12, 72
    assertThat(range("method: standard-deviation, items: [1, 5], weights: {5: 3}" + round))
        .isEqualTo("0.7071..8.4853");
  }

  @Test
  void clampsAndConvertsTheEnds() {
    assertThat(range("method: sum, items: 5..8, clamp: 5..20")).isEqualTo("5..16");
    assertThat(range("method: sum, items: 1..2, convert: {table: {0: 9, 1: 3, 2: 5, 3: 4, 4: 8}}"))
        .isEqualTo("3..9");
    assertThat(
            range(
                "method: sum, items: 1..2, divide: 4, round: {mode: none},"
                    + " convert: {table: {-1: 10, 3: 30}, between: interpolate, round: {to: 1, mode: floor}}"))
        .isEqualTo("15..20"); // 10 + 1 / 4 * 20, 10 + 2 / 4 * 20
  }

  @Test
  void fillsBlanksInByTheDeclaredRounding() {
    // items of 0..2 and 1..4: lowest 0 + 1; 0 alone and 0 for the other
    String filled = "method: sum, items: [1, 5], missing: {allow: 1, then: rounded-mean, fill: up}";
    assertThat(range(filled)).isEqualTo("0..8");
    // 0.5 alone, filled in with 1, or with 0 by floor
    assertThat(
            range("method: sum, items: [1, 2], weights: {1: 0.5, 2: 0.5}, recode: [{items: [1, 2],"
                + " values: {0: 1}}], missing: {allow: 1, then: median, fill: up}"))
        .isEqualTo("1..2");
    assertThat(
            range("method: sum, items: [1, 2], weights: {1: 0.5, 2: 0.5}, recode: [{items: [1, 2],"
                + " values: {0: 1}}], missing: {allow: 1, then: median, fill: floor}"))
        .isEqualTo("0.5..2");
    // the mean of 1 and 1, 4 and 4
    assertThat(range("method: mean, items: 5..6, missing: {allow: 1, then: median, fill: up}"))
        .isEqualTo("1..4");
  }

  @Test
  void knowsNoRangeWhereAPartIsUnknown() {
    assertThat(range("method: sum, items: [1, 99]")).isEqualTo("none");
    assertThat(range("method: sum, scales: [low]")).isEqualTo("none");
    assertThat(range("method: sum, scales: [scale]")).isEqualTo("none");
  }

  /** The range of the first of some scales. */
  private static String range(String scale, String... others) {
    Instrument instrument = instrument(scale, others);
    Optional<PossibleScores.Range> range =
        new PossibleScores(instrument, part -> true).values(instrument.scales().get(0));
    return range.map(PossibleScores.Range::toString).orElse("none");
  }

  private static Instrument instrument(String scale, String... others) {
    StringBuilder text =
        new StringBuilder(HEAD).append("  scale: {").append(scale).append("}\n");
    for (String other : others) {
      text.append("  ").append(other).append('\n');
    }
    return Definitions.questionnaire(SourceText.of("ranges.yaml", text.toString()))
        .value()
        .orElseThrow();
  }
}
