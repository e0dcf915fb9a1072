package org.xinheng.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Input;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoringPlan;

/** Status, tier and alert of single students; expected outcomes follow the default tier model, rule by rule. */
class ScreenerTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 30);
  private static final int[] BLANK_PHQ = {-1, -1, -1, -1, -1, -1, -1, -1, -1};

  private static InstrumentLibrary library;
  private static TierPolicy policy;

  @BeforeAll
  static void load() throws IOException {
    library = InstrumentLibrary.shipped();
    policy = library.policy("default");
  }

  @Test
  void completeLowAnswersAreTierOne() throws IOException {
    Outcome outcome = junior(phq(0, 0, 0, 0, 0, 0, 0, 0, 0), gad(0), psc(0), Evidence.NONE);
    assertThat(outcome.status()).isEqualTo(Status.CLASSIFIED);
    assertThat(outcome.tier()).hasValue(Tier.UNIVERSAL);
    assertThat(outcome.alert()).isEqualTo(Alert.NONE);
  }

  @Test
  void absentStudentHasNoTier() throws IOException {
    Outcome outcome = screener("junior-high").screen(Map.of(), Evidence.NONE);
    assertThat(outcome.status()).isEqualTo(Status.NOT_SCREENED);
    assertThat(outcome.tier()).isEmpty();
  }

  @Test
  void absentStudentWithATeachersConcernIsProvisionallyTierTwo() throws IOException {
    Outcome outcome =
        screener("junior-high").screen(Map.of(), Evidence.NONE.with(Input.TEACHER, 2));
    assertThat(outcome.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(outcome.tier()).hasValue(Tier.TARGETED);
  }

  @Test
  void formAbandonedAfterACriticalAnswerIsHeldAtTierThree() throws IOException {
    int[] abandoned = BLANK_PHQ.clone();
    abandoned[8] = 1;
    Outcome outcome = junior(abandoned, null, null, Evidence.NONE);
    assertThat(outcome.alert()).isEqualTo(Alert.SAME_DAY);
    assertThat(outcome.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(outcome.tier()).hasValue(Tier.INTENSIVE);
    assertThat(outcome.needsSupport()).isTrue();
  }

  @Test
  void incompletePrimaryThatMayBeAnythingHasNoTier() throws IOException {
    int[] halfway = {0, 0, 0, 0, -1, -1, -1, -1, 0};
    Outcome outcome = junior(halfway, gad(0), psc(0), Evidence.NONE);
    assertThat(outcome.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(outcome.tier()).isEmpty();
    assertThat(outcome.atLeast()).isEmpty();
  }

  @Test
  void incompletePrimaryThatIsHighAlreadyIsAtLeastTierTwo() throws IOException {
    // 3+3+3+3 = 12 is band 2 whatever the rest; with it, up to 24 is band 3.
    int[] halfway = {3, 3, 3, 3, -1, -1, -1, -1, 0};
    Outcome outcome = junior(halfway, gad(0), psc(0), Evidence.NONE);
    assertThat(outcome.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(outcome.tier()).hasValue(Tier.TARGETED);
    assertThat(outcome.atLeast()).hasValue(Tier.TARGETED);
  }

  @Test
  void incompletePrimaryWhoseBandIsCertainIsClassified() throws IOException {
    // 3·5 = 15 is band 3 whatever the rest.
    int[] halfway = {3, 3, 3, 3, 3, -1, -1, -1, 0};
    Outcome outcome = junior(halfway, gad(0), psc(0), Evidence.NONE);
    assertThat(outcome.status()).isEqualTo(Status.CLASSIFIED);
    assertThat(outcome.tier()).hasValue(Tier.INTENSIVE);
  }

  @Test
  void incompletePrimaryIsNeverTierOneEvenWhenNothingElseIsPossible() throws IOException {
    // One answer missing, 0 so far: at most 3, band 0. Tier 1 would be certain, but is not printed.
    int[] oneMissing = {0, 0, 0, 0, 0, 0, 0, -1, 0};
    Outcome outcome = junior(oneMissing, gad(0), psc(0), Evidence.NONE);
    assertThat(outcome.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(outcome.tier()).isEmpty();
  }

  @Test
  void missingSupportingScaleThatCouldRaiseTheTierLeavesItOpen() throws IOException {
    Outcome without = junior(phq(0, 0, 0, 0, 0, 0, 0, 0, 0), null, psc(0), Evidence.NONE);
    assertThat(without.status()).isEqualTo(Status.INCOMPLETE);
    // One blank of seven, six zeros: at most 3, far from band 3.
    Outcome oneBlank = junior(
        phq(0, 0, 0, 0, 0, 0, 0, 0, 0), new int[] {0, 0, 0, 0, 0, 0, -1}, psc(0), Evidence.NONE);
    assertThat(oneBlank.status()).isEqualTo(Status.CLASSIFIED);
    assertThat(oneBlank.tier()).hasValue(Tier.UNIVERSAL);
  }

  @Test
  void skippedCriticalItemIsUnknownAndLeavesTheTierOpen() throws IOException {
    Outcome outcome = junior(phq(0, 0, 0, 0, 0, 0, 0, 0, -1), gad(0), psc(0), Evidence.NONE);
    assertThat(outcome.alert()).isEqualTo(Alert.UNKNOWN);
    assertThat(outcome.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(outcome.reasons())
        .extracting(Text::en)
        .anyMatch(reason -> reason.contains("within 2 school days"));
  }

  @Test
  void invalidFormKeepsItsAlertAndHasNoTier() throws IOException {
    Outcome outcome = upper(mht(true, 85), Evidence.NONE);
    assertThat(outcome.status()).isEqualTo(Status.INVALID);
    assertThat(outcome.alert()).isEqualTo(Alert.SAME_DAY);
    assertThat(outcome.tier()).isEmpty();
    assertThat(outcome.atLeast()).hasValue(Tier.INTENSIVE);
  }

  @Test
  void secondInvalidFormIsTierTwo() throws IOException {
    Outcome outcome = upper(mht(true), Evidence.NONE.with(Input.REPEAT_INVALID, 1));
    assertThat(outcome.status()).isEqualTo(Status.INVALID);
    assertThat(outcome.tier()).hasValue(Tier.TARGETED);
  }

  @Test
  void firstInvalidFormIsNotTierOne() throws IOException {
    Outcome outcome = upper(mht(true), Evidence.NONE);
    assertThat(outcome.status()).isEqualTo(Status.INVALID);
    assertThat(outcome.tier()).isEmpty();
    assertThat(outcome.atLeast()).isEmpty();
  }

  @Test
  void teacherRaisesARaisedScaleAndTheReasonSaysBoth() throws IOException {
    Outcome outcome = junior(
        phq(1, 1, 1, 1, 1, 0, 0, 0, 0), gad(0), psc(0), Evidence.NONE.with(Input.TEACHER, 2));
    assertThat(outcome.tier()).hasValue(Tier.TARGETED);
    assertThat(outcome.rule()).hasValue("primary-raised-with-context");
    assertThat(outcome.reasons().get(1).en())
        .contains("total 5")
        .contains("mild, from 5")
        .contains("Kroenke");
    assertThat(outcome.reasons().get(1).zhCn()).contains("总分 5").contains("轻度，自 5 起");
    assertThat(outcome.reasons()).extracting(Text::en).contains("class teacher's rating 2 of 3");
  }

  @Test
  void expiredAcuteFactorStopsCounting() throws IOException {
    RiskFactor current =
        new RiskFactor("bereavement", true, LocalDate.of(2026, 9, 1), Optional.empty());
    RiskFactor expired = new RiskFactor(
        "bereavement", true, LocalDate.of(2026, 9, 1), Optional.of(LocalDate.of(2026, 10, 1)));
    RiskFactor old =
        new RiskFactor("bereavement", true, LocalDate.of(2026, 1, 5), Optional.empty());
    int[] mild = phq(1, 1, 1, 1, 1, 0, 0, 0, 0);
    assertThat(junior(mild, gad(0), psc(0), factors(current)).tier()).hasValue(Tier.TARGETED);
    assertThat(junior(mild, gad(0), psc(0), factors(expired)).tier()).hasValue(Tier.UNIVERSAL);
    assertThat(junior(mild, gad(0), psc(0), factors(old)).tier()).hasValue(Tier.UNIVERSAL);
    assertThat(junior(mild, gad(0), psc(0), factors(old, current)).tier()).hasValue(Tier.TARGETED);
  }

  @Test
  void membershipOfAGroupAloneStaysTierOne() throws IOException {
    RiskFactor orphan = new RiskFactor("orphan", false, LocalDate.of(2020, 1, 1), Optional.empty());
    RiskFactor poor =
        new RiskFactor("economic-hardship", false, LocalDate.of(2020, 1, 1), Optional.empty());
    Outcome outcome = junior(phq(0, 0, 0, 0, 0, 0, 0, 0, 0), gad(0), psc(0), factors(orphan, poor));
    assertThat(outcome.tier()).hasValue(Tier.UNIVERSAL);
  }

  private static Evidence factors(RiskFactor... factors) {
    return Evidence.NONE.withRiskFactors(List.of(factors));
  }

  private static int[] phq(int... codes) {
    return codes;
  }

  private static int[] gad(int each) {
    return filled(7, each);
  }

  @Test
  void classificationLeadsLikeAScale() throws IOException {
    Battery battery = ledByTheAlgorithm();
    // Five symptoms, among them items 1 and 2: level 3.
    assertThat(led(battery, phq(2, 2, 2, 2, 2, 0, 0, 0, 0)).tier()).hasValue(Tier.INTENSIVE);
    // Two symptoms: level 2.
    assertThat(led(battery, phq(2, 2, 0, 0, 0, 0, 0, 0, 0)).tier()).hasValue(Tier.TARGETED);
    // Eight answers of 1 are no symptom: level 0, though the sum is 8.
    Outcome none = led(battery, phq(1, 1, 1, 1, 1, 1, 1, 1, 0));
    assertThat(none.tier()).hasValue(Tier.UNIVERSAL);
    assertThat(none.status()).isEqualTo(Status.CLASSIFIED);
  }

  @Test
  void classificationWithAnswersMissingIsBoundedByTheOutcomesLeft() throws IOException {
    Battery battery = ledByTheAlgorithm();
    // Four symptoms and one unknown: at least other, level 2, perhaps major, level 3.
    Outcome open = led(battery, new int[] {2, 2, 2, 2, -1, 0, 0, 0, 0});
    assertThat(open.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(open.atLeast()).hasValue(Tier.TARGETED);
    assertThat(open.reasons())
        .extracting(Text::en)
        .contains(
            "Patient Health Questionnaire-9 depressive syndrome: not classified, an answer that"
                + " decides is missing");
    // Without items 1 and 2 there is no syndrome, whatever the rest.
    Outcome certain = led(battery, new int[] {0, 0, -1, -1, -1, -1, -1, -1, 0});
    assertThat(certain.tier()).hasValue(Tier.UNIVERSAL);
    assertThat(certain.status()).isEqualTo(Status.CLASSIFIED);
  }

  @Test
  void policyThatIgnoresMissingScoresClassifiesByThoseThatAreThere() throws IOException {
    // Of gad-7 nothing was answered; its highest level would be tier 3, so tier 1 is not certain.
    Outcome low = ignoring(phq(0, 0, 0, 0, 0, 0, 0, 0, 0), null, psc(0));
    assertThat(low.tier()).hasValue(Tier.UNIVERSAL);
    assertThat(low.status()).isEqualTo(Status.PROVISIONAL);
    // Five blanks of phq-9 are too many for a score; gad-7 is 2 · 7 = 14, moderate.
    Outcome high = ignoring(new int[] {3, 3, 3, -1, -1, -1, -1, -1, 0}, gad(2), psc(0));
    assertThat(high.tier()).hasValue(Tier.TARGETED);
    assertThat(high.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(high.reasons())
        .extracting(Text::en)
        .anyMatch(reason -> reason.contains("total 14"))
        .contains("answers that could raise the tier are missing");
    // Nothing that is missing could be worse than tier 3.
    Outcome worst = ignoring(phq(3, 3, 3, 3, 3, 3, 3, 3, 0), null, null);
    assertThat(worst.tier()).hasValue(Tier.INTENSIVE);
    assertThat(worst.status()).isEqualTo(Status.CLASSIFIED);
  }

  @Test
  void policyThatIgnoresMissingScoresSaysItselfWhoGetsNoTier() throws IOException {
    // Eight blanks of nine are too many for a score.
    int[] blank = BLANK_PHQ.clone();
    blank[0] = 0;
    Outcome outcome = ignoring(blank, null, null);
    assertThat(outcome.tier()).isEmpty();
    assertThat(outcome.status()).isEqualTo(Status.INCOMPLETE);
    assertThat(outcome.reasons())
        .extracting(Text::en)
        .contains("questionnaires with all scores: 0 of 3");
    assertThat(ignoring(blank, gad(0), null).tier()).hasValue(Tier.UNIVERSAL);
    assertThat(ignoring(null, null, null).status()).isEqualTo(Status.NOT_SCREENED);
  }

  @Test
  void scaleOfAnInvalidQuestionnaireNeitherCountsNorStandsInTheReasons() throws IOException {
    Battery battery = Definitions.battery(SourceText.of("battery.yaml", """
        battery: three
        version: 1.0.0
        name: {en: Three, zh-CN: 三份}
        grades: 7..9
        questionnaires: [phq-9, gad-7, mht]
        primary: phq-9.total
        supporting: [gad-7.total, mht.total]
        """)).usable();
    Map<String, Form> forms = new LinkedHashMap<>();
    put(forms, "gad-7", gad(2));
    put(forms, "mht", filled(100, 1));
    Outcome outcome = new Screener(battery, ignoringMissing(), DAY).screen(forms, Evidence.NONE);
    assertThat(outcome.tier()).hasValue(Tier.TARGETED);
    assertThat(outcome.reasons())
        .extracting(Text::en)
        .anyMatch(reason -> reason.contains("total 14"))
        .noneMatch(reason -> reason.contains("Mental Health"));
  }

  private static Outcome ignoring(int[] phq, int[] gad, int[] psc) throws IOException {
    Map<String, Form> forms = new LinkedHashMap<>();
    put(forms, "phq-9", phq);
    put(forms, "gad-7", gad);
    put(forms, "psc-17", psc);
    return new Screener(library.battery("junior-high"), ignoringMissing(), DAY)
        .screen(forms, Evidence.NONE);
  }

  /** The names of the default policy, and rules that take what is there. */
  private static TierPolicy ignoringMissing() throws IOException {
    String names = library
        .source(Kind.POLICY, "default")
        .text()
        .replaceAll("(?ms)^(inputs|conditions|rules):.*", "");
    return Definitions.policy(SourceText.of("policy.yaml", names + """
        missing: ignored
        rules:
          - {id: very-high, when: {any: [{primary: 3}, {severe-scales: 1+}]}, tier: 3, reason: {en: a, zh-CN: a}}
          - {id: high, when: {any: [{primary: 2}, {high-scales: 1+}]}, tier: 2, reason: {en: b, zh-CN: b}}
          - {id: nothing, when: {scored-questionnaires: 0}, tier: none, reason: {en: c, zh-CN: c}}
          - {id: rest, when: {}, tier: 1, reason: {en: d, zh-CN: d}}
        """)).usable();
  }

  private static Battery ledByTheAlgorithm() throws IOException {
    return Definitions.battery(SourceText.of("battery.yaml", """
        battery: algorithm
        version: 1.0.0
        name: {en: Algorithm, zh-CN: 算法}
        grades: 7..9
        questionnaires: [phq-9]
        primary: phq-9.algorithm
        """)).usable();
  }

  private static Outcome led(Battery battery, int[] phq) throws IOException {
    Map<String, Form> forms = new LinkedHashMap<>();
    put(forms, "phq-9", phq);
    return new Screener(battery, policy, DAY).screen(forms, Evidence.NONE);
  }

  private static int[] psc(int each) {
    return filled(17, each);
  }

  /** All content items no; the validity items yes if {@code lies}; and some single items yes. */
  private static int[] mht(boolean lies, int... yes) {
    int[] codes = new int[100];
    for (int item = 82; lies && item <= 100; item += 2) {
      codes[item - 1] = 1;
    }
    for (int item : yes) {
      codes[item - 1] = 1;
    }
    return codes;
  }

  private static int[] filled(int length, int each) {
    int[] codes = new int[length];
    Arrays.fill(codes, each);
    return codes;
  }

  private static Outcome junior(int[] phq, int[] gad, int[] psc, Evidence evidence)
      throws IOException {
    Map<String, Form> forms = new LinkedHashMap<>();
    put(forms, "phq-9", phq);
    put(forms, "gad-7", gad);
    put(forms, "psc-17", psc);
    return screener("junior-high").screen(forms, evidence);
  }

  private static Outcome upper(int[] mht, Evidence evidence) throws IOException {
    Map<String, Form> forms = new LinkedHashMap<>();
    put(forms, "mht", mht);
    return screener("upper-primary").screen(forms, evidence);
  }

  /** {@code -1} is a blank answer, {@code null} a form that was not handed in. */
  private static void put(Map<String, Form> forms, String id, int[] codes) throws IOException {
    if (codes == null) {
      return;
    }
    Instrument instrument = library.questionnaire(id);
    ResponseTable table = new ResponseTable(instrument, 1);
    for (int column = 0; column < codes.length; column++) {
      if (codes[column] >= 0) {
        table.set(0, column, codes[column]);
      }
    }
    forms.put(id, new Form(table, ScoringPlan.compile(instrument).run(table), 0));
  }

  private static Screener screener(String battery) throws IOException {
    Battery given = library.battery(battery);
    return new Screener(given, policy, DAY);
  }
}
