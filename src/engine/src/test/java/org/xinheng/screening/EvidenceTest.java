package org.xinheng.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Input;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;

/**
 * What counts of a student's evidence, by the validities of the default policy: ratings and requests six months, the last
 * tier to the end of the next school year, a cleared alert twelve months, a return to school two terms.
 */
class EvidenceTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 30);

  private static InstrumentLibrary library;
  private static TierPolicy policy;

  @BeforeAll
  static void load() throws IOException {
    library = InstrumentLibrary.shipped();
    policy = library.policy("default");
  }

  /** Without a calendar terms end on 31 January and 31 August. */
  @ParameterizedTest
  @CsvSource({
    "teacher,        2, 2026-04-30, 2", // six months to the day
    "teacher,        2, 2026-04-29, 0",
    "help,           1, 2026-04-30, 1",
    "help,           1, 2026-04-29, 0",
    "worsening,      1, 2026-04-30, 1",
    "worsening,      1, 2026-04-29, 0",
    "repeat-invalid, 1, 2026-04-29, 0",
    "cleared,        1, 2025-10-30, 1", // twelve months to the day
    "cleared,        1, 2025-10-29, 0",
    "last-tier,      2, 2025-10-12, 2", // this school year is the next one
    "last-tier,      2, 2024-10-12, 0",
    "re-entry,       1, 2025-02-12, 0", // two whole terms: to 31 January and 31 August 2026
    "re-entry,       1, 2025-10-12, 1", // February to August 2026, September to January
    "open-case,      2, 2020-01-01, 2", // until it is closed
  })
  void countsUntilItExpires(String input, int value, LocalDate on, int counted) {
    Input of = Input.of(input).orElseThrow();
    Evidence evidence = Evidence.NONE.with(Fact.of(of, value, on, EvidenceSource.CASE_FILE));
    EvidenceOnDay onDay = onDay(evidence);
    assertThat(onDay.state().value(of)).isEqualTo(counted);
    assertThat(onDay.expired()).hasSize(counted == 0 ? 1 : 0);
  }

  @Test
  void whatHasADateOfItsOwnEndsThen() {
    Fact fact = new Fact(
        Input.TEACHER,
        3,
        Optional.of(DAY.minusDays(5)),
        EvidenceSource.CLASS_TEACHER,
        Optional.of(DAY.minusDays(1)));
    assertThat(onDay(Evidence.NONE.with(fact)).state().value(Input.TEACHER)).isZero();
  }

  @Test
  void newerRatingOfOneTeacherTakesThePlaceOfTheOlder() {
    Evidence evidence = Evidence.NONE
        .with(Fact.of(Input.TEACHER, 1, DAY.minusDays(2), EvidenceSource.CLASS_TEACHER))
        .with(Fact.of(Input.TEACHER, 3, DAY.minusDays(20), EvidenceSource.CLASS_TEACHER));
    assertThat(onDay(evidence).state().value(Input.TEACHER)).isEqualTo(1);
  }

  @Test
  void ofSeveralInformantsTheWorstCounts() {
    Evidence evidence = Evidence.NONE
        .with(Fact.of(Input.TEACHER, 0, DAY.minusDays(2), EvidenceSource.CLASS_TEACHER))
        .with(Fact.of(Input.TEACHER, 2, DAY.minusDays(20), EvidenceSource.SUBJECT_TEACHER));
    assertThat(onDay(evidence).state().value(Input.TEACHER)).isEqualTo(2);
  }

  @Test
  void openTierThreeCaseAndReturnWithoutAssessmentAreAHold() {
    assertThat(onDay(Evidence.NONE.with(Input.OPEN_CASE, 3)).state().value(Input.HOLD))
        .isOne();
    assertThat(onDay(Evidence.NONE.with(Input.RE_ENTRY, 2)).state().value(Input.HOLD))
        .isOne();
    assertThat(onDay(Evidence.NONE.with(Input.OPEN_CASE, 2)).state().value(Input.HOLD))
        .isZero();
    assertThat(onDay(Evidence.NONE.with(Input.RE_ENTRY, 1)).state().value(Input.HOLD))
        .isZero();
  }

  /** Every trigger of the default policy (requirement R32). */
  @ParameterizedTest
  @CsvSource({
    "plan,             immediate",
    "recent-attempt,   immediate",
    "intent-to-harm,   immediate",
    "disclosed-abuse,  immediate",
    "thoughts-of-death, same-day",
    "self-harm,        same-day",
    "no-such-code,     same-day", // nothing that is reported is lost
  })
  void reportRaisesAnAlertWithoutAnyScore(String trigger, String alert) throws IOException {
    Evidence evidence = Evidence.NONE.with(
        new Concern(trigger, DAY.minusDays(400), EvidenceSource.PEER, Optional.empty()));
    Outcome outcome = screen(evidence);
    assertThat(outcome.alert()).isEqualTo(Alert.of(alert).orElseThrow());
    assertThat(outcome.tier()).hasValue(Tier.INTENSIVE);
    assertThat(outcome.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(outcome.reasons()).extracting(Text::en).anyMatch(text -> text.contains("reported:"));
  }

  @Test
  void clearedReportRaisesNoAlertAndCountsAsClearedForTwelveMonths() throws IOException {
    Concern cleared =
        new Concern("plan", DAY.minusDays(40), EvidenceSource.PEER, Optional.of(DAY.minusDays(30)));
    Outcome outcome = screen(Evidence.NONE.with(cleared));
    assertThat(outcome.alert()).isEqualTo(Alert.NONE);
    assertThat(outcome.tier()).hasValue(Tier.TARGETED);
    Concern longAgo = new Concern(
        "plan",
        DAY.minusYears(2),
        EvidenceSource.PEER,
        Optional.of(DAY.minusYears(1).minusDays(1)));
    assertThat(screen(Evidence.NONE.with(longAgo)).tier()).isEmpty();
  }

  @Test
  void floorSaysWhatTheCampaignAloneGives() throws IOException {
    Outcome outcome = screen(Evidence.NONE.with(
        Fact.of(Input.RE_ENTRY, 1, LocalDate.of(2026, 3, 12), EvidenceSource.CASE_FILE)));
    assertThat(outcome.rule()).hasValue("back-at-school");
    assertThat(outcome.tier()).hasValue(Tier.TARGETED);
    assertThat(outcome.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(outcome.reasons())
        .extracting(Text::en)
        .contains(
            "back at school, assessed (case file, 2026-03-12, counts through 2027-08-31)",
            "this campaign alone: no tier, no usable answers to the primary scale");
  }

  @Test
  void membershipGivesNoTier() throws IOException {
    Evidence evidence = Evidence.NONE.with(new Membership(
        "left-behind", Membership.Kind.FAMILY, LocalDate.of(2024, 9, 1), Optional.empty()));
    assertThat(screen(evidence).status()).isEqualTo(Status.NOT_SCREENED);
    assertThat(onDay(evidence).memberships()).hasSize(1);
  }

  @Test
  void nearestRuleSaysWhichInputWouldHaveToBeDifferent() throws IOException {
    OutcomeTrace trace = new Screener(library.battery("junior-high"), policy, DAY)
        .trace(Map.of(), Evidence.NONE.with(Input.TEACHER, 1));
    OutcomeExplanation explanation = OutcomeExplanation.of(trace);
    assertThat(explanation.holding().get(0).id()).isEqualTo("no-answers");
    // Of the rules for which one input has to change, the teacher's rating is one step away, as
    // hold and help are.
    assertThat(explanation.nearest())
        .extracting(line -> line.role().en())
        .contains("class teacher's rating 2 or more, not 1; then T2");
  }

  private static EvidenceOnDay onDay(Evidence evidence) {
    return new EvidenceOnDay(evidence, policy, DAY, SchoolCalendar.WEEKDAYS);
  }

  /** Of a student without answers. */
  private static Outcome screen(Evidence evidence) throws IOException {
    return new Screener(library.battery("junior-high"), policy, DAY).screen(Map.of(), evidence);
  }
}
