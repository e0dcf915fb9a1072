package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.SourceText;
import org.xinheng.definition.WorkedCase;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.ValidityIndex;

/** Signs on six items coded 0 to 3, by hand; and what they say together (requirement R25). */
class ValiditySignTest {

  private static final int BLANK = -1;

  private static final String SCALES = """
      scales:
        s: {name: {en: s, zh-CN: s}, method: sum, items: 1..6, missing: strict, range: 0..18}
        a: {name: {en: a, zh-CN: a}, method: sum, items: 1..2, reverse: [2], missing: strict, range: 0..6}
        b: {name: {en: b, zh-CN: b}, method: sum, items: 3..4, missing: strict, range: 0..6}
        c: {name: {en: c, zh-CN: c}, method: sum, items: 5..6, missing: strict, range: 0..6}
      validity:
      """;

  private static final String MIDDLE =
      "{mahalanobis: 1..2, means: [1, 1], covariance: [[1, 0], [0, 1]]";

  private static String suspect(String when) {
    return index(when, "suspect, source: us, verification: project-rule");
  }

  private static String index(String when, String verdict) {
    String key = when.substring(1, when.indexOf(':'));
    return "  - {id: %s, name: {en: i, zh-CN: i}, when: %s, verdict: %s}\n"
        .formatted(key, when, verdict);
  }

  private static Validity of(String when, int... codes) {
    return Example.score(Example.with(SCALES + suspect(when)), codes).validity(0);
  }

  @ParameterizedTest
  @CsvSource({
    "2 of 6 blank are less than a half, 2, VALID",
    "3 of 6 blank are a half, 3, SUSPECT",
    "6 of 6 blank, 6, SUSPECT"
  })
  void shareOfBlanksIncludesItsEdge(String fact, int blanks, Validity expected) {
    int[] codes = IntStream.range(0, 6).map(i -> i < blanks ? BLANK : i % 4).toArray();
    assertThat(of("{unanswered: 1..6, share-at-or-above: 0.5}", codes))
        .as(fact)
        .isEqualTo(expected);
  }

  @Test
  void shareOfBlanksIsOfTheItemsThatApply() {
    Instrument half = Example.with(SCALES + suspect("{unanswered: 1..6, share-at-or-above: 0.5}"));
    ResponseTable table = Example.row(half, 1, 2, BLANK, BLANK, BLANK, BLANK);
    IntStream.range(4, 6).forEach(item -> table.setMissing(0, item, Missing.NOT_APPLICABLE));
    // Two of the four that apply.
    assertThat(ScoringPlan.compile(half).run(table).validity(0)).isEqualTo(Validity.SUSPECT);
    IntStream.range(0, 6).forEach(item -> table.setMissing(0, item, Missing.NOT_APPLICABLE));
    assertThat(ScoringPlan.compile(half).run(table).validity(0)).isEqualTo(Validity.VALID);
  }

  @Test
  void longStringIsTheLongestRunInTheOrderOfTheForm() {
    String when = "{long-string: [6, 1..5], at-or-above: 4}";
    assertThat(of(when, 0, 2, 2, 2, 2, 1)).isEqualTo(Validity.SUSPECT);
    assertThat(of(when, 2, 2, 2, 1, 2, 2)).isEqualTo(Validity.VALID);
    assertThat(of(when, 2, 2, BLANK, 2, 2, 2)).as("a blank ends it").isEqualTo(Validity.VALID);
  }

  @Test
  void longStringGoesOnOverAnItemThatDoesNotApply() {
    Instrument four = Example.with(SCALES + suspect("{long-string: 1..6, at-or-above: 4}"));
    ResponseTable table = Example.row(four, 2, 2, BLANK, 2, 2, 1);
    table.setMissing(0, 2, Missing.NOT_APPLICABLE);
    assertThat(ScoringPlan.compile(four).run(table).validity(0)).isEqualTo(Validity.SUSPECT);
  }

  /** 0 0 1 1 1 1: the sum of squares is 4 - 16/6 = 4/3, and its fifth 4/15 is the square of 0.51639…. */
  @Test
  void variabilityIsTheStandardDeviationOfTheAnswers() {
    assertThat(of("{variability: 1..6, at-or-below: 0.516397779}", 0, 0, 1, 1, 1, 1))
        .isEqualTo(Validity.VALID);
    assertThat(of("{variability: 1..6, at-or-below: 0.51639778}", 0, 0, 1, 1, 1, 1))
        .isEqualTo(Validity.SUSPECT);
    // 1 2 3: the standard deviation is exactly 1.
    assertThat(of("{variability: 1..6, at-or-below: 1}", 1, 2, 3, BLANK, BLANK, BLANK))
        .isEqualTo(Validity.SUSPECT);
    assertThat(of("{variability: 1..6, at-or-below: 1}", 1, BLANK, BLANK, BLANK, BLANK, BLANK))
        .isEqualTo(Validity.UNKNOWN);
  }

  @Test
  void pairsThatAreFarApartAreCounted() {
    String when = "{pairs: {alike: [[1, 2]], opposite: [[3, 4]]}, apart: 2, at-or-above: 2}";
    assertThat(of(when, 0, 2, 3, 2, 0, 0)).as("|3 - (3 - 2)| = 2").isEqualTo(Validity.SUSPECT);
    assertThat(of(when, 0, 2, 3, 1, 0, 0)).as("|3 - (3 - 1)| = 1").isEqualTo(Validity.VALID);
    assertThat(of(when, 0, 1, 3, BLANK, 0, 0)).as("one at most").isEqualTo(Validity.VALID);
    assertThat(of(when, 0, 2, 3, BLANK, 0, 0)).as("perhaps two").isEqualTo(Validity.UNKNOWN);
  }

  /**
   * Item 2 is reversed. Odd answers 0 1 3 and even ones 1 0 3 have the correlation 11/14, stepped up 22/25 = 0.88; odd
   * ones 0 1 3 and even ones 3 1 0 have -13/14, which is below -1 when stepped up.
   */
  @Test
  void evenOddConsistencyIsSteppedUp() {
    assertThat(of("{even-odd: [a, b, c], below: 0.88}", 0, 2, 1, 0, 3, 3))
        .isEqualTo(Validity.VALID);
    assertThat(of("{even-odd: [a, b, c], below: 0.881}", 0, 2, 1, 0, 3, 3))
        .isEqualTo(Validity.SUSPECT);
    assertThat(of("{even-odd: [a, b, c], below: -0.999}", 0, 0, 1, 1, 3, 0))
        .isEqualTo(Validity.SUSPECT);
  }

  @Test
  void evenOddConsistencyOnTheEdgeIsNotBelowIt() {
    // Odd 0 1 2, even 1 0 1: the correlation is 0.
    assertThat(of("{even-odd: [a, b, c], below: 0}", 0, 2, 1, 0, 2, 1)).isEqualTo(Validity.VALID);
    assertThat(of("{even-odd: [a, b, c], below: 0.000000001}", 0, 2, 1, 0, 2, 1))
        .isEqualTo(Validity.SUSPECT);
    // Odd 0 1 2, even 0 1 2: the correlation is 1.
    assertThat(of("{even-odd: [a, b, c], below: 1}", 0, 3, 1, 1, 2, 2)).isEqualTo(Validity.VALID);
  }

  @Test
  void evenOddConsistencyOfEvenAnswersContradictsNothing() {
    assertThat(of("{even-odd: [a, b, c], below: 1}", 1, 2, 1, 1, 1, 1)).isEqualTo(Validity.VALID);
    assertThat(of("{even-odd: [a, b, c], below: 1}", 1, 2, 1, 1, 1, BLANK))
        .as("two scales are too few")
        .isEqualTo(Validity.UNKNOWN);
  }

  /** With two degrees of freedom the quantile of p is -2 ln (1 - p): 4.605 for 0.9 and 5.991 for 0.95. */
  @Test
  void mahalanobisDistanceIsFromTheDeclaredSample() {
    assertThat(of(MIDDLE + ", quantile: 0.9}", 3, 2, 0, 0, 0, 0)).isEqualTo(Validity.SUSPECT);
    assertThat(of(MIDDLE + ", quantile: 0.95}", 3, 2, 0, 0, 0, 0)).isEqualTo(Validity.VALID);
    assertThat(of(MIDDLE + ", quantile: 0.9}", 3, BLANK, 0, 0, 0, 0)).isEqualTo(Validity.UNKNOWN);
  }

  private static Validity after(double seconds, String when, int... codes) {
    Instrument instrument = Example.with(SCALES + suspect(when));
    ResponseTable table = Example.row(instrument, codes).seconds(0, seconds);
    return ScoringPlan.compile(instrument).run(table).validity(0);
  }

  @Test
  void tooFastIsLessThanTheEdge() {
    assertThat(after(11.9, "{seconds-below: 12}", 0, 1, 2, 3, 0, 1)).isEqualTo(Validity.SUSPECT);
    assertThat(after(12, "{seconds-below: 12}", 0, 1, 2, 3, 0, 1)).isEqualTo(Validity.VALID);
  }

  /** 0.7 seconds for each of three answers are 2.1, which is 2.0999999999999996 in floating point. */
  @Test
  void tooFastForAnItemIsOfTheItemsAnswered() {
    String when = "{seconds-per-item-below: 0.7}";
    assertThat(after(2.1, when, 0, 1, 2, BLANK, BLANK, BLANK)).isEqualTo(Validity.VALID);
    assertThat(after(2.1, when, 0, 1, 2, 3, BLANK, BLANK)).isEqualTo(Validity.SUSPECT);
    assertThat(after(0, when)).as("nothing answered").isEqualTo(Validity.VALID);
  }

  @Test
  void timeThatNobodyMeasuredSaysNothing() {
    assertThat(of("{seconds-below: 60}", 0, 1, 2, 3, 0, 1)).isEqualTo(Validity.VALID);
    assertThat(of("{seconds-per-item-below: 2}", 0, 1, 2, 3, 0, 1)).isEqualTo(Validity.VALID);
  }

  @Test
  void workedCaseSaysHowLongTheFormTook() {
    Instrument instrument = Example.with(SCALES + suspect("{seconds-below: 10}"));
    String cases = """
        cases: example
        list:
          - {name: fast, origin: o, answers: 1*6, seconds: 9.5, expect: {validity: suspect}}
          - {name: slow, origin: o, answers: 1*6, seconds: 10, expect: {validity: valid}}
        """;
    List<WorkedCase> read =
        Definitions.workedCases(SourceText.of("cases.yaml", cases)).usable().list();
    assertThat(CaseRun.run(instrument, read)).isEmpty();
  }

  @Test
  void timeIsNotNegative() {
    ResponseTable table =
        new ResponseTable(Example.with(SCALES + suspect("{seconds-below: 10}")), 1);
    assertThatThrownBy(() -> table.seconds(0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seconds must be at least 0: NaN");
  }

  /** The truth table of R25, over a published rule (blanks) and indicators of three families. */
  @ParameterizedTest
  @CsvSource({
    "nothing,                          0 1 2 3 0 1, 60, VALID",
    "a run,                            2 2 2 2 2 1, 60, SUSPECT",
    "a run and little spread: one kind, 2 2 2 2 2 2, 60, SUSPECT",
    "a run and too fast: two kinds,    2 2 2 2 2 1, 5,  INVALID",
    "a contradiction,                  0 3 2 3 0 1, 60, SUSPECT",
    "a contradiction and too fast,     0 3 2 3 0 1, 5,  INVALID",
    "too fast,                         0 1 2 3 0 1, 5,  SUSPECT",
    "too fast by both rules: one kind, 0 1 2 3 0 1, 1,  SUSPECT",
    "the published rule alone,         0 1 2 - - -, 60, INVALID",
    "a pair that cannot be told,       0 - 2 3 0 1, 60, UNKNOWN",
    "too fast although not all can be told, 0 - 2 3 0 1, 5, SUSPECT"
  })
  void twoKindsOfSignsOrAPublishedRuleMakeAFormInvalid(
      String fact, String answers, double seconds, Validity expected) {
    Instrument instrument = Example.with(SCALES
        + suspect("{long-string: 1..6, at-or-above: 5}")
        + suspect("{variability: 1..6, at-or-below: 0.4}")
        + suspect("{pairs: {alike: [[1, 2]]}, apart: 3, at-or-above: 1}")
        + suspect("{seconds-below: 10}")
        + suspect("{seconds-per-item-below: 0.5}")
        + index(
            "{unanswered: 1..6, at-or-above: 3}",
            "invalid, source: us, verification: two-sources"));
    int[] codes = List.of(answers.split(" ")).stream()
        .mapToInt(answer -> answer.equals("-") ? BLANK : Integer.parseInt(answer))
        .toArray();
    ResponseTable table = Example.row(instrument, codes).seconds(0, seconds);
    assertThat(ScoringPlan.compile(instrument).run(table).validity(0)).as(fact).isEqualTo(expected);
  }

  @Test
  void saysWhichIndicesAreMet() {
    Instrument instrument = Example.with(SCALES
        + suspect("{long-string: 1..6, at-or-above: 5}")
        + suspect("{unanswered: 1..6, at-or-above: 5}"));
    assertThat(Example.score(instrument, 2, 2, 2, 2, 2, 2).validityMet(0))
        .extracting(ValidityIndex::id)
        .containsExactly("long-string");
  }

  @Test
  void moreIndicesThanAResultHasRoomForAreRefused() {
    Instrument one = Example.with(SCALES + suspect("{long-string: 1..6, at-or-above: 5}"));
    List<ValidityIndex> many =
        IntStream.range(0, 32).mapToObj(i -> one.validity().get(0)).toList();
    Instrument tooMany = new Instrument(
        one.id(),
        one.version(),
        one.form(),
        one.hash(),
        one.about(),
        one.responseSets(),
        one.items(),
        one.sections(),
        one.scales(),
        one.conditions(),
        one.classifications(),
        one.critical(),
        many);
    assertThatThrownBy(() -> ScoringPlan.compile(tooMany))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("more than 31 validity indices: 32");
  }
}
