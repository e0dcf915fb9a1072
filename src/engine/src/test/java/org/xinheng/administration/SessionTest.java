package org.xinheng.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.xinheng.administration.Forms.START;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.WordingPack;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Tier;
import org.xinheng.scoring.ScaleScore;
import org.xinheng.scoring.ScoringPlan;

class SessionTest {

  private static final StudentContext STUDENT =
      StudentContext.self(Language.EN, 1).withGrade(7).withAge(13);

  /** Item 2 only after a yes to item 1, item 3 only after a yes to item 2; item 4 is critical, 5 a number, 6 required. */
  private static final Instrument TREE = Forms.questionnaire("tree", """
      responses:
        yes-no: {options: {0: {en: "no", zh-CN: 否}, 1: {en: "yes", zh-CN: 是}}}
        days: {number: {from: 0, to: 7}}
      items:
        - {id: 1, topic: {en: one, zh-CN: 一}, responses: yes-no}
        - {id: 2, topic: {en: two, zh-CN: 二}, responses: yes-no, visible-when: {item: 1, equal-to: 1}}
        - {id: 3, topic: {en: three, zh-CN: 三}, responses: yes-no, visible-when: {item: 2, equal-to: 1}}
        - {id: 4, topic: {en: four, zh-CN: 四}, responses: yes-no}
        - {id: 5, topic: {en: five, zh-CN: 五}, responses: days}
        - {id: 6, topic: {en: six, zh-CN: 六}, responses: yes-no, required: yes}
      scales:
        total:
          name: {en: total, zh-CN: 总分}
          method: sum
          items: [1, 2, 3, 4]
          missing: {allow: 0, then: ignore, not-applicable: zero}
          range: 0..4
        days: {name: {en: days, zh-CN: 天数}, method: sum, items: [5], missing: strict, range: 0..7}
        last: {name: {en: last, zh-CN: 末题}, method: sum, items: [6], missing: strict, range: 0..1}
      critical:
        - {item: 4, at-or-above: 1, alert: same-day, topic: {en: four, zh-CN: 四}, source: us, verification: project-rule}
      """);

  private Session session = start(TREE);
  private Instant now = START;

  private static Session start(Instrument instrument) {
    return Session.start(AdministrationPlan.of(ScoringPlan.compile(instrument)), STUDENT, START);
  }

  private static ItemReference item(String id) {
    return new ItemReference("tree", id);
  }

  private Advance happens(Event event) {
    Advance advance = session.advance(event);
    session = advance.session();
    return advance;
  }

  private Instant later() {
    now = now.plusSeconds(2);
    return now;
  }

  private Advance answers(String id, int code) {
    return happens(new Event.Answered(later(), item(id), Answer.code(code)));
  }

  private List<String> shown() {
    return session.next().map(Page::questions).orElse(List.of()).stream()
        .map(question -> question.item().item())
        .toList();
  }

  @Test
  void asksOnlyWhatTheAnswersSoFarReach() {
    answers("1", 1);
    assertThat(shown()).containsExactly("2");
    answers("2", 0);
    assertThat(shown()).containsExactly("4");
  }

  @Test
  void keepsButDoesNotScoreAnswersThatAChangeMakesUnreachable() {
    answers("1", 1);
    answers("2", 1);
    answers("3", 1);
    answers("4", 0);
    assertThat(score()).isEqualTo(new ScaleScore.Scored(3, 4, false));
    happens(new Event.Changed(later(), item("1"), Answer.code(0)));
    // By hand: items 2 and 3 are not applicable now, each counts 0; items 1 and 4 are 0.
    assertThat(score()).isEqualTo(new ScaleScore.Scored(0, 2, false));
    assertThat(session.events()).hasSize(5);
    happens(new Event.Changed(later(), item("1"), Answer.code(1)));
    assertThat(score()).isEqualTo(new ScaleScore.Scored(3, 4, false));
  }

  private ScaleScore score() {
    return session.result().forms().get(0).scores().score(0, "total");
  }

  @Test
  void asksAtOnceWhatAChangeMakesReachable() {
    answers("1", 0);
    assertThat(shown()).containsExactly("4");
    happens(new Event.Changed(later(), item("1"), Answer.code(1)));
    assertThat(shown()).containsExactly("2");
  }

  @Test
  void takesARequestToTalkAtEveryMomentAndAsksOnWhereItWas() {
    happens(new Event.HelpRequested(later()));
    assertThat(shown()).containsExactly("1");
    answers("1", 0);
    happens(new Event.Paused(later()));
    assertThat(happens(new Event.HelpRequested(later())).accepted()).isTrue();
    assertThat(session.phase()).isEqualTo(Phase.PAUSED);
    happens(new Event.Abandoned(later()));
    assertThat(happens(new Event.HelpRequested(later())).accepted()).isTrue();
    assertThat(session.phase()).isEqualTo(Phase.ABANDONED);
    // At seconds 2, 8 and 12 by hand: each thing happens two seconds after the one before.
    assertThat(session.helpRequests())
        .containsExactly(START.plusSeconds(2), START.plusSeconds(8), START.plusSeconds(12));
    assertThat(session.alerts()).isEmpty();
  }

  /** Nothing is reported, which is tier 1 (rule 10 of the default policy), and with a request tier 2 (rule 8). */
  @Test
  void aRequestToTalkCountsForTheTierWheneverItIsMade() throws IOException {
    InstrumentLibrary library = InstrumentLibrary.shipped();
    Battery battery = library.battery("pre-exam");
    AdministrationPlan plan =
        AdministrationPlan.of(battery, Forms.defaultPolicy(), library.questionnairesOf(battery));
    session = Session.start(plan, STUDENT, START);
    while (session.next().isPresent()) {
      ItemReference next = session.next().orElseThrow().questions().get(0).item();
      happens(new Event.Answered(later(), next, Answer.code(0)));
    }
    happens(new Event.Submitted(later()));
    assertThat(session.result().outcome().orElseThrow().tier()).contains(Tier.UNIVERSAL);
    happens(new Event.HelpRequested(later()));
    assertThat(session.result().outcome().orElseThrow().tier()).contains(Tier.TARGETED);
    assertThat(session.result().lowestTier()).contains(Tier.TARGETED);
    assertThat(SessionJson.read(SessionJson.write(session), plan).result().outcome())
        .isEqualTo(session.result().outcome());
  }

  @Test
  void countsTheTimeBeforeARequestToTalkForTheItemThatWasShown() {
    happens(new Event.HelpRequested(later()));
    answers("1", 0);
    // Two seconds up to the request, and two more up to the answer.
    assertThat(session.result().forms().get(0).items().get(0).seconds()).isEqualTo(4);
  }

  @Test
  void goesBackPageByPageAndThenOnWhereItWas() {
    answers("1", 1);
    answers("2", 0);
    answers("4", 0);
    happens(new Event.Back(later()));
    assertThat(shown()).containsExactly("4");
    happens(new Event.Back(later()));
    assertThat(shown()).containsExactly("2");
    assertThat(session.next().orElseThrow().questions().get(0).answer()).contains(Answer.code(0));
    answers("2", 1);
    assertThat(shown()).containsExactly("3");
    answers("3", 0);
    assertThat(shown()).containsExactly("5");
  }

  @Test
  void saysThatThereIsNothingBeforeTheFirstPage() {
    Advance back = happens(new Event.Back(later()));
    assertThat(back.accepted()).isFalse();
    assertThat(back.messages()).extracting(Message::code).containsExactly("back.first-page");
    assertThat(session.events()).isEmpty();
  }

  @Test
  void raisesAnAlertInTheStepOfTheAnswerAndNeverTakesItBack() {
    answers("1", 0);
    Advance critical = answers("4", 1);
    assertThat(critical.alerts())
        .extracting(RaisedAlert::critical, RaisedAlert::alert, RaisedAlert::at)
        .containsExactly(tuple("4", Alert.SAME_DAY, now));
    happens(new Event.Changed(later(), item("4"), Answer.code(0)));
    happens(new Event.Abandoned(later()));
    assertThat(session.result().alerts()).hasSize(1);
    assertThat(session.result().forms().get(0).scores().alert(0)).isEqualTo(Alert.NONE);
  }

  @Test
  void letsEverythingBeRefusedButNotTheRequiredBeSkipped() {
    answers("1", 0);
    happens(new Event.Refused(later(), item("4")));
    happens(new Event.Skipped(later(), item("5")));
    Advance skipped = happens(new Event.Skipped(later(), item("6")));
    assertThat(skipped.messages()).extracting(Message::code).containsExactly("answer.required");
    assertThat(happens(new Event.Refused(later(), item("6"))).accepted()).isTrue();
    assertThat(session.result().completion())
        .isEqualTo(new SessionResult.Completion(1, 1, 2, 0, 2, 0));
    assertThat(session.result().forms().get(0).scores().alert(0)).isEqualTo(Alert.UNKNOWN);
  }

  @Test
  void refusesWhatIsNoAnswerInBothLanguagesAndRecordsNothing() {
    answers("1", 0);
    answers("4", 0);
    Advance tooMuch =
        happens(new Event.Answered(later(), item("5"), Answer.number(new BigDecimal("8"))));
    assertThat(tooMuch.accepted()).isFalse();
    assertThat(tooMuch.messages().get(0).text().en())
        .isEqualTo("Please write a number from 0 to 7.");
    assertThat(tooMuch.messages().get(0).text().zhCn()).isEqualTo("请填 0 到 7 之间的数字。");
    assertThat(code(new Event.Answered(later(), item("5"), Answer.number(new BigDecimal("1.5")))))
        .isEqualTo("answer.decimals");
    assertThat(code(new Event.Answered(later(), item("5"), Answer.code(3))))
        .isEqualTo("answer.number-needed");
    assertThat(code(new Event.Answered(later(), item("6"), Answer.code(1))))
        .isEqualTo("item.not-shown");
    assertThat(code(new Event.Changed(later(), item("6"), Answer.code(1))))
        .isEqualTo("item.not-yet");
    assertThat(code(new Event.Changed(later(), item("1"), Answer.code(2))))
        .isEqualTo("answer.not-an-option");
    assertThat(code(new Event.Submitted(later()))).isEqualTo("submit.still-open");
    assertThat(session.events()).hasSize(2);
  }

  private String code(Event event) {
    Advance advance = happens(event);
    assertThat(advance.accepted()).isFalse();
    return advance.messages().get(0).code();
  }

  @Test
  void takesNothingInABreakAndNothingAfterTheEnd() {
    happens(new Event.Paused(later()));
    assertThat(session.next()).isEmpty();
    assertThat(code(new Event.Answered(later(), item("1"), Answer.code(0))))
        .isEqualTo("session.paused");
    happens(new Event.Resumed(later()));
    assertThat(shown()).containsExactly("1");
    happens(new Event.Abandoned(later()));
    assertThat(code(new Event.Resumed(later()))).isEqualTo("session.ended");
  }

  @Test
  void countsTheTimeOfAnItemButNotThatOfABreak() {
    happens(new Event.Answered(START.plusMillis(2500), item("1"), Answer.code(0)));
    happens(new Event.Paused(START.plusSeconds(4)));
    happens(new Event.Resumed(START.plus(Duration.ofDays(1))));
    happens(new Event.Answered(
        START.plus(Duration.ofDays(1)).plusSeconds(3), item("4"), Answer.code(0)));
    // By hand: 2.5 s; 1.5 s before the break and 3 s after it.
    assertThat(session.result().forms().get(0).items())
        .extracting(SessionResult.ItemResult::seconds)
        .containsExactly(2.5, 0.0, 0.0, 4.5, 0.0, 0.0);
  }

  @Test
  void countsRevisionsButNotTheSameAnswerAgain() {
    answers("1", 0);
    happens(new Event.Changed(later(), item("1"), Answer.code(1)));
    happens(new Event.Changed(later(), item("1"), Answer.code(1)));
    assertThat(session.result().forms().get(0).items().get(0).revisions()).isEqualTo(1);
  }

  @Test
  void showsTheWordingOfAPackAndTheNumberAloneWithoutOne() {
    assertThat(session.next().orElseThrow().isAnswerSheet()).isTrue();
    WordingPack pack = new WordingPack(
        "tree",
        "1.0.0",
        Language.EN,
        "the only form",
        "us",
        "ours",
        "Say what is so.",
        Map.of("1", "I am tired."),
        Map.of("yes-no", Map.of("0", "not so", "1", "so")));
    Session worded = Session.start(session.plan().withWording(List.of(pack)), STUDENT, START);
    Page page = worded.next().orElseThrow();
    assertThat(page.instruction()).contains("Say what is so.");
    assertThat(page.questions().get(0).wording()).contains("I am tired.");
    assertThat(page.questions().get(0).choices())
        .containsExactly(new Question.Choice(0, "not so"), new Question.Choice(1, "so"));
  }

  @Test
  void saysHowMuchIsLeft() {
    // By hand: item 2 hangs on item 1 and may come, item 3 on item 2; 6 of 6 items are 4 minutes.
    assertThat(session.next().orElseThrow().progress()).isEqualTo(new Progress(0, 6, 4));
    answers("1", 0);
    // By hand: 3 of 6 items are left, 2 minutes.
    assertThat(session.next().orElseThrow().progress()).isEqualTo(new Progress(1, 3, 2));
  }

  @Test
  void drawsTheOrderOfASectionFromTheSeedAndTheOccasion() {
    Instrument shuffled = Forms.questionnaire("shuffled", """
        responses:
          yes-no: {options: {0: {en: "no", zh-CN: 否}, 1: {en: "yes", zh-CN: 是}}}
        items:
          - {ids: 1..8, topic: {en: one, zh-CN: 一}, responses: yes-no}
          - {ids: 9..10, topic: {en: two, zh-CN: 二}, responses: yes-no}
        sections:
          - {id: all, items: 1..8, per-page: 4, order: random}
          - {id: rest, items: 9..10}
        scales:
          total: {name: {en: total, zh-CN: 总分}, method: sum, items: 1..10, missing: strict, range: 0..10}
        """);
    List<String> first = firstPage(shuffled, STUDENT);
    assertThat(first).hasSize(4).isEqualTo(firstPage(shuffled, STUDENT));
    assertThat(IntStream.range(2, 12)
            .mapToObj(occasion -> firstPage(shuffled, STUDENT.withOccasion(occasion)))
            .distinct())
        .hasSizeGreaterThan(5);
  }

  private static List<String> firstPage(Instrument instrument, StudentContext student) {
    return Session.start(AdministrationPlan.of(ScoringPlan.compile(instrument)), student, START)
        .next()
        .orElseThrow()
        .questions()
        .stream()
        .map(question -> question.item().item())
        .toList();
  }

  @Test
  void endsAPageBeforeAnItemThatHangsOnIt() {
    Instrument paged = Forms.questionnaire("paged", """
        responses:
          yes-no: {options: {0: {en: "no", zh-CN: 否}, 1: {en: "yes", zh-CN: 是}}}
        items:
          - {ids: 1..2, topic: {en: one, zh-CN: 一}, responses: yes-no}
          - {id: 3, topic: {en: three, zh-CN: 三}, responses: yes-no, visible-when: {item: 2, equal-to: 1}}
          - {id: 4, topic: {en: four, zh-CN: 四}, responses: yes-no}
        sections: [{id: all, items: 1..4}]
        scales:
          total: {name: {en: t, zh-CN: 总}, method: sum, items: 1..4, missing: {allow: 0, then: ignore, not-applicable: zero}, range: 0..4}
        """);
    assertThat(firstPage(paged, STUDENT)).containsExactly("1", "2");
  }

  @Test
  void isOnlyForThoseWhomTheQuestionnaireWasMadeFor() {
    AdministrationPlan plan = session.plan();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Session.start(plan, STUDENT.withGrade(2), START))
        .withMessage("the student may not be asked: Invented is for grades 3..12, not 2 (grade)");
    Admission allowed = plan.admit(STUDENT.withGrade(2), Circumstances.FREE, START)
        .allow(Obstacle.Kind.GRADE, "asked for by the county");
    assertThat(Session.start(plan, allowed).result().outsideRange()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> plan.admit(STUDENT, Circumstances.FREE, START).allow(Obstacle.Kind.GRADE, " "));
  }

  @Test
  void asksNobodyWithoutTheConsentThatTheRuleNeeds() {
    AdministrationPlan plan = session.plan();
    Consent given = new Consent(Consent.Mode.OPT_IN, 14, Consent.State.OPEN, Consent.State.GIVEN);
    assertThat(kinds(plan, Circumstances.FREE.withConsent(given)))
        .containsExactly(Obstacle.Kind.CONSENT);
    Consent both = new Consent(Consent.Mode.OPT_IN, 14, Consent.State.GIVEN, Consent.State.GIVEN);
    assertThat(kinds(plan, Circumstances.FREE.withConsent(both))).isEmpty();
    assertThat(given.permits(Optional.of(14))).isTrue();
    assertThat(given.permits(Optional.empty())).isFalse();
    Consent withdrawn =
        new Consent(Consent.Mode.OPT_OUT, 14, Consent.State.WITHDRAWN, Consent.State.OPEN);
    assertThat(withdrawn.permits(Optional.of(17))).isFalse();
  }

  @Test
  void keepsTheGapAndTheWindow() {
    AdministrationPlan plan = session.plan();
    Circumstances soon = Circumstances.FREE.withLastScreen(START.minus(Duration.ofDays(35)));
    assertThat(kinds(plan, soon)).containsExactly(Obstacle.Kind.GAP);
    assertThat(kinds(plan, soon.withLastScreen(START.minus(Duration.ofDays(56)))))
        .isEmpty();
    Circumstances window = Circumstances.FREE.withWindow(START, START.plusSeconds(60));
    assertThat(kinds(plan, window)).isEmpty();
    session = Session.start(plan, plan.admit(STUDENT, window, START));
    assertThat(code(new Event.Resumed(START.plusSeconds(60)))).isEqualTo("session.window-over");
  }

  private static List<Obstacle.Kind> kinds(AdministrationPlan plan, Circumstances circumstances) {
    return plan.admit(STUDENT, circumstances, START).refusals().stream()
        .map(Obstacle::kind)
        .toList();
  }

  @Test
  void boundsAScoreAtAnyMoment() {
    answers("1", 1);
    answers("2", 1);
    // By hand: 1 + 1, and items 3 and 4 may add 0 to 2.
    assertThat(session.result().forms().get(0).bounds().get("total"))
        .matches(bounds -> bounds.lowest().getAsDouble() == 2)
        .matches(bounds -> bounds.highest().getAsDouble() == 4);
  }
}
