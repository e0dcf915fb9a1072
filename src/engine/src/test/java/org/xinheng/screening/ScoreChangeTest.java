package org.xinheng.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.instrument.Bands;
import org.xinheng.policy.Precision;
import org.xinheng.policy.ScaleReference;

/** Reliable change of single students. */
class ScoreChangeTest {

  private static final ScaleReference SCALE = new ScaleReference("das", "total");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 12);

  /** The worked example of Jacobson and Truax (1991): before 32.5, after 47.5, sd 7.5, reliability .80. */
  private static final Precision PUBLISHED =
      new Precision(7.5, 0.8, "Jacobson and Truax (1991), p. 14");

  private static Measurement measured(double value) {
    return new Measurement(
        SCALE,
        DAY,
        "1.0.0",
        "the only form",
        Optional.empty(),
        Bands.Risk.LOW,
        OptionalDouble.of(value));
  }

  @Test
  void agreesWithThePublishedExample() {
    // They print S_E = 3.35, S_diff = 4.74 and RC = 3.16; a high score of theirs is a good one.
    assertThat(PUBLISHED.standardError()).isCloseTo(3.35, within(0.005));
    assertThat(PUBLISHED.standardErrorOfDifference()).isCloseTo(4.74, within(0.005));
    ScoreChange change =
        ScoreChange.between(measured(32.5), measured(47.5), Optional.of(PUBLISHED));
    assertThat(change).isInstanceOfSatisfying(ScoreChange.Compared.class, compared -> {
      assertThat(compared.index()).isCloseTo(3.16, within(0.005));
      assertThat(compared.verdict()).isEqualTo(ScoreChange.Verdict.IMPROVED);
      // 15 ± 1.96 · 7.5 · √2 · √0.2 = 15 ± 9.2971
      assertThat(compared.lowest()).isCloseTo(5.7029, within(5e-5));
      assertThat(compared.highest()).isCloseTo(24.2971, within(5e-5));
    });
  }

  /** With sd 5 and reliability 0.5 the standard error of a difference is 5, so that 9.8 is the edge: 1.96 · 5. */
  @ParameterizedTest
  @CsvSource({
    "high, 10, 19.8, unchanged", // exactly 1.96 is not beyond it
    "high, 10, 19.81, worse",
    "high, 19.81, 10, improved",
    "high, 10, 10, unchanged",
    "low,  10, 19.81, improved",
    "low,  19.81, 10, worse",
    "low,  19.8, 10, unchanged",
  })
  void isReliableBeyondTheEdgeOnly(String risk, double before, double after, String verdict) {
    Bands.Risk of = risk.equals("high") ? Bands.Risk.HIGH : Bands.Risk.LOW;
    ScoreChange change = ScoreChange.between(
        with(measured(before), of),
        with(measured(after), of),
        Optional.of(new Precision(5, 0.5, "by hand")));
    assertThat(((ScoreChange.Compared) change).verdict().word()).isEqualTo(verdict);
    assertThat(change.isWorse()).isEqualTo(verdict.equals("worse"));
  }

  private static Measurement with(Measurement of, Bands.Risk risk) {
    return new Measurement(
        of.scale(), of.on(), of.version(), of.form(), of.norms(), risk, of.value());
  }

  @Test
  void comparesNothingAcrossVersionsFormsOrNorms() {
    Measurement one = measured(10);
    assertThat(reason(
            one,
            new Measurement(SCALE, DAY, "1.1.0", one.form(), one.norms(), one.risk(), one.value())))
        .isEqualTo(ScoreChange.Reason.VERSION);
    assertThat(reason(
            one,
            new Measurement(
                SCALE, DAY, one.version(), "another", one.norms(), one.risk(), one.value())))
        .isEqualTo(ScoreChange.Reason.FORM);
    assertThat(reason(
            one,
            new Measurement(
                SCALE,
                DAY,
                one.version(),
                one.form(),
                Optional.of("us 1.0.0"),
                one.risk(),
                one.value())))
        .isEqualTo(ScoreChange.Reason.NORMS);
    assertThat(reason(
            one,
            new Measurement(
                new ScaleReference("das", "other"),
                DAY,
                one.version(),
                one.form(),
                one.norms(),
                one.risk(),
                one.value())))
        .isEqualTo(ScoreChange.Reason.SCALE);
    assertThat(reason(
            one,
            new Measurement(
                SCALE,
                DAY,
                one.version(),
                one.form(),
                one.norms(),
                one.risk(),
                OptionalDouble.empty())))
        .isEqualTo(ScoreChange.Reason.NO_SCORE);
    ScoreChange unknown = ScoreChange.between(one, measured(90), Optional.empty());
    assertThat(unknown).isEqualTo(new ScoreChange.NotComparable(ScoreChange.Reason.NO_PRECISION));
    assertThat(unknown.isWorse()).isFalse();
  }

  private static ScoreChange.Reason reason(Measurement before, Measurement after) {
    ScoreChange change = ScoreChange.between(before, after, Optional.of(PUBLISHED));
    return ((ScoreChange.NotComparable) change).reason();
  }
}
