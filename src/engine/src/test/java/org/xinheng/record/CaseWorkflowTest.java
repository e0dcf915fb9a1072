package org.xinheng.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.instrument.Alert;
import org.xinheng.policy.Role;
import org.xinheng.policy.Tier;
import org.xinheng.policy.Workflow;

/**
 * Which event is possible in which case. Expectations follow the gates of the requirements (section 5) and R38, R39 and
 * R54: no path to closed without gate 3 for tier 3, two persons for lowering, no closing on one score.
 */
class CaseWorkflowTest {

  private static final Person TEACHER = new Person("class-1", Role.CLASS_TEACHER);
  private static final Person COUNSELLOR = new Person("psy-1", Role.PSYCHOLOGY_TEACHER);
  private static final Person OTHER_COUNSELLOR = new Person("psy-2", Role.PSYCHOLOGY_TEACHER);
  private static final Person PRINCIPAL = new Person("head-1", Role.PRINCIPAL);
  private static final Person MONITOR = new Person("monitor-1", Role.PSYCHOLOGY_MONITOR);

  private static final CaseWorkflow WORKFLOW = new CaseWorkflow(Workflow.USUAL);
  private static final LocalDateTime START = LocalDateTime.parse("2026-10-12T09:00");

  private static final Optional<Consent> AGREED =
      Optional.of(new Consent("interview-no-concern", PRINCIPAL));

  private static LocalDateTime day(int day) {
    return START.plusDays(day);
  }

  private static CaseEvent screened(int day, Tier tier, Alert alert) {
    return new CaseEvent.Screened(day(day), COUNSELLOR, Optional.of(tier), alert);
  }

  private static CaseEvent checked(int day, Tier tier, Optional<Consent> consent) {
    return new CaseEvent.Checked(day(day), COUNSELLOR, tier, consent);
  }

  private static CaseEvent talked(int day, Tier proposed) {
    return new CaseEvent.Talked(day(day), COUNSELLOR, CaseEvent.Finding.CONFIRM, proposed);
  }

  private static CaseEvent conferred(int day, Tier tier, Optional<Consent> consent) {
    return new CaseEvent.Conferred(day(day), COUNSELLOR, tier, consent);
  }

  private static CaseEvent raised(int day) {
    return new CaseEvent.Raised(day(day), MONITOR, Alert.SAME_DAY);
  }

  private static CaseEvent cleared(int day, Optional<Consent> consent) {
    return new CaseEvent.Cleared(day(day), COUNSELLOR, consent);
  }

  private static CaseEvent better(int day) {
    return new CaseEvent.Progress(day(day), COUNSELLOR, CaseEvent.Progress.Result.BELOW_CUT_OFF);
  }

  private static CaseEvent notBetter(int day) {
    return new CaseEvent.Progress(
        day(day), COUNSELLOR, CaseEvent.Progress.Result.AT_OR_ABOVE_CUT_OFF);
  }

  private static CaseEvent closed(int day) {
    return new CaseEvent.Closed(day(day), PRINCIPAL);
  }

  private static final List<CaseEvent> T3 = List.of(screened(0, Tier.INTENSIVE, Alert.NONE));
  private static final List<CaseEvent> T3_TALKED = then(T3, talked(1, Tier.INTENSIVE));
  private static final List<CaseEvent> T3_FINAL =
      then(T3_TALKED, conferred(2, Tier.INTENSIVE, Optional.empty()));
  private static final List<CaseEvent> T2_FINAL = List.of(
      screened(0, Tier.TARGETED, Alert.NONE),
      checked(1, Tier.TARGETED, Optional.empty()),
      conferred(2, Tier.TARGETED, Optional.empty()));
  private static final List<CaseEvent> ALERT = List.of(screened(0, Tier.INTENSIVE, Alert.SAME_DAY));
  private static final List<CaseEvent> CLOSED =
      then(T3_FINAL, better(40), better(80), talked(81, Tier.TARGETED), closed(82));

  static Stream<Arguments> refusals() {
    return Stream.of(
        // Gates in their order.
        refused(
            "nothing before gate 1",
            List.of(),
            checked(0, Tier.TARGETED, Optional.empty()),
            "case.gate"),
        refused("no interview out of nothing", List.of(), talked(0, Tier.TARGETED), "case.gate"),
        refused(
            "tier 3 is talked to before it is final",
            T3,
            conferred(1, Tier.INTENSIVE, Optional.empty()),
            "case.gate"),
        refused("also with consent", T3, conferred(1, Tier.TARGETED, AGREED), "case.gate"),
        refused(
            "also when gate 2 says less",
            then(T3, checked(1, Tier.TARGETED, AGREED)),
            conferred(2, Tier.TARGETED, AGREED),
            "case.gate"),
        refused(
            "tier 2 is checked before it is final",
            List.of(screened(0, Tier.TARGETED, Alert.NONE)),
            conferred(1, Tier.TARGETED, Optional.empty()),
            "case.gate"),
        refused(
            "time runs forward",
            T3_TALKED,
            conferred(0, Tier.INTENSIVE, Optional.empty()),
            "case.time"),
        // Owners.
        refused(
            "gate 1 is not for a monitor",
            List.of(),
            new CaseEvent.Screened(day(0), MONITOR, Optional.empty(), Alert.NONE),
            "case.owner"),
        refused(
            "gate 2 is not for a class teacher",
            T3,
            new CaseEvent.Checked(day(1), TEACHER, Tier.INTENSIVE, Optional.empty()),
            "case.owner"),
        refused(
            "gate 3 is not for a principal",
            T3,
            new CaseEvent.Talked(day(1), PRINCIPAL, CaseEvent.Finding.CONFIRM, Tier.INTENSIVE),
            "case.owner"),
        refused(
            "gate 4 is not for a class teacher",
            T3_TALKED,
            new CaseEvent.Conferred(day(2), TEACHER, Tier.INTENSIVE, Optional.empty()),
            "case.owner"),
        refused("nor closing", T2_FINAL, new CaseEvent.Closed(day(3), TEACHER), "case.owner"),
        refused(
            "nor progress checks",
            T2_FINAL,
            new CaseEvent.Progress(day(3), TEACHER, CaseEvent.Progress.Result.BELOW_CUT_OFF),
            "case.owner"),
        // Lowering.
        refused(
            "tier 3 is not lowered without a reason",
            T3_TALKED,
            conferred(2, Tier.TARGETED, Optional.empty()),
            "case.reason"),
        refused(
            "nor for any reason",
            T3_TALKED,
            conferred(2, Tier.TARGETED, consent("too-much-work", PRINCIPAL)),
            "case.reason"),
        refused(
            "nor by one person",
            T3_TALKED,
            conferred(2, Tier.TARGETED, consent("improved", COUNSELLOR)),
            "case.second-person"),
        refused(
            "nor with somebody who does not own gate 4",
            T3_TALKED,
            conferred(2, Tier.TARGETED, consent("improved", TEACHER)),
            "case.second-person"),
        refused("nor at gate 2", T3, checked(1, Tier.TARGETED, Optional.empty()), "case.reason"),
        refused(
            "nor when only the interview proposed it",
            then(
                List.of(
                    screened(0, Tier.TARGETED, Alert.NONE),
                    checked(1, Tier.TARGETED, Optional.empty())),
                talked(2, Tier.INTENSIVE)),
            conferred(3, Tier.TARGETED, Optional.empty()),
            "case.reason"),
        // Alerts.
        refused(
            "an alert holds tier 3",
            then(ALERT, talked(0, Tier.TARGETED)),
            conferred(1, Tier.TARGETED, AGREED),
            "case.alert-open"),
        refused("it is not cleared without an interview", ALERT, cleared(1, AGREED), "case.gate"),
        refused(
            "nor by one of before it", then(T3_FINAL, raised(5)), cleared(6, AGREED), "case.gate"),
        refused(
            "nor without a reason",
            then(ALERT, talked(0, Tier.TARGETED)),
            cleared(1, Optional.empty()),
            "case.reason"),
        refused(
            "nor by one person",
            then(ALERT, talked(0, Tier.TARGETED)),
            cleared(1, consent("improved", COUNSELLOR)),
            "case.second-person"),
        refused(
            "nor by a principal alone",
            then(ALERT, talked(0, Tier.TARGETED)),
            new CaseEvent.Cleared(day(1), PRINCIPAL, AGREED),
            "case.owner"),
        refused("none is cleared that is not there", T3_TALKED, cleared(2, AGREED), "case.alert"),
        refused(
            "no alert is none",
            T3,
            new CaseEvent.Raised(day(1), MONITOR, Alert.NONE),
            "case.alert"),
        refused(
            "no case is closed with one",
            then(T3_FINAL, better(40), better(80), raised(81), talked(82, Tier.INTENSIVE)),
            closed(83),
            "case.alert-open"),
        // Closing.
        refused("not without a final tier", T3_TALKED, closed(2), "case.gate"),
        refused("not without checks", T3_FINAL, closed(3), "case.checks"),
        refused(
            "not on one score",
            then(T3_FINAL, better(40), talked(41, Tier.TARGETED)),
            closed(42),
            "case.checks"),
        refused(
            "not when the last was not better",
            then(T3_FINAL, better(40), better(60), notBetter(80), talked(81, Tier.TARGETED)),
            closed(82),
            "case.checks"),
        refused(
            "not on two with one between",
            then(T3_FINAL, better(40), notBetter(60), better(80), talked(81, Tier.TARGETED)),
            closed(82),
            "case.checks"),
        refused(
            "not without an interview",
            then(T3_FINAL, better(40), better(80)),
            closed(82),
            "case.gate"),
        refused("nor for tier 2", then(T2_FINAL, better(40), better(80)), closed(82), "case.gate"),
        refused("nothing more in a closed case", CLOSED, talked(90, Tier.TARGETED), "case.closed"),
        refused("no progress check either", CLOSED, better(90), "case.closed"),
        refused(
            "reopening needs a reason",
            CLOSED,
            new CaseEvent.Reopened(day(90), COUNSELLOR, " "),
            "case.reason"),
        refused(
            "and a closed case",
            T3_FINAL,
            new CaseEvent.Reopened(day(90), COUNSELLOR, "again"),
            "case.open"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void refuses(String name, List<CaseEvent> before, CaseEvent event, String code) {
    CaseTransition transition = WORKFLOW.apply(WORKFLOW.stateAfter(before), event);
    assertThat(transition)
        .isInstanceOfSatisfying(
            CaseTransition.Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void keepsTheComputedTheProvisionalAndTheFinalTier() {
    CaseState state = WORKFLOW.stateAfter(List.of(
        screened(0, Tier.INTENSIVE, Alert.NONE),
        checked(1, Tier.INTENSIVE, Optional.empty()),
        talked(2, Tier.TARGETED),
        conferred(3, Tier.TARGETED, AGREED)));
    assertThat(state.computed()).hasValue(Tier.INTENSIVE);
    assertThat(state.provisional()).hasValue(Tier.INTENSIVE);
    assertThat(state.proposed()).hasValue(Tier.TARGETED);
    assertThat(state.finalTier()).hasValue(Tier.TARGETED);
    assertThat(state.tier()).hasValue(Tier.TARGETED);
  }

  @Test
  void secondCounsellorMayAgree() {
    CaseState state = WORKFLOW.stateAfter(
        then(T3_TALKED, conferred(2, Tier.TARGETED, consent("improved", OTHER_COUNSELLOR))));
    assertThat(state.finalTier()).hasValue(Tier.TARGETED);
  }

  @Test
  void anybodysAlertLeadsStraightToGateThree() {
    CaseState state = WORKFLOW.stateAfter(List.of(raised(0), talked(0, Tier.INTENSIVE)));
    assertThat(state.alert()).isEqualTo(Alert.SAME_DAY);
    assertThat(state.gate()).isEqualTo(3);
    assertThat(WORKFLOW.apply(state, cleared(1, AGREED)))
        .isInstanceOf(CaseTransition.Accepted.class);
  }

  @Test
  void closesAfterTwoChecksAndAnInterviewAndOpensAgain() {
    CaseState state = WORKFLOW.stateAfter(CLOSED);
    assertThat(state.phase()).isEqualTo(CaseState.Phase.CLOSED);
    CaseState again = WORKFLOW.stateAfter(
        then(CLOSED, new CaseEvent.Reopened(day(100), COUNSELLOR, "the guardian called")));
    assertThat(again.phase()).isEqualTo(CaseState.Phase.OPEN);
    assertThat(again.checksBelow()).isZero();
    // An alert opens a closed case by itself.
    assertThat(WORKFLOW.stateAfter(then(CLOSED, raised(90))).phase())
        .isEqualTo(CaseState.Phase.OPEN);
  }

  /** All sequences of so many events: none closes a case that was at tier 3 without an interview. */
  @Test
  void noPathToClosedWithoutGateThreeForTierThree() {
    int closed = search(CaseState.NONE, new ArrayList<>(), 0, 6);
    assertThat(closed).isPositive();
  }

  private static int search(CaseState state, List<CaseEvent> path, int depth, int deepest) {
    if (state.phase() == CaseState.Phase.CLOSED) {
      boolean wasIntensive = path.stream()
          .anyMatch(event -> event instanceof CaseEvent.Screened screened
              && screened.computed().equals(Optional.of(Tier.INTENSIVE)));
      boolean talked = path.stream().anyMatch(CaseEvent.Talked.class::isInstance);
      assertThat(!wasIntensive || talked).as(path.toString()).isTrue();
      return 1;
    }
    if (depth == deepest) {
      return 0;
    }
    int closed = 0;
    for (CaseEvent event : List.of(
        screened(depth, Tier.INTENSIVE, Alert.NONE),
        checked(depth, Tier.TARGETED, AGREED),
        talked(depth, Tier.TARGETED),
        conferred(depth, Tier.UNIVERSAL, AGREED),
        conferred(depth, Tier.INTENSIVE, AGREED),
        better(depth),
        closed(depth))) {
      if (WORKFLOW.apply(state, event) instanceof CaseTransition.Accepted accepted) {
        List<CaseEvent> longer = then(path, event);
        closed += search(accepted.state(), longer, depth + 1, deepest);
      }
    }
    return closed;
  }

  private static Arguments refused(
      String name, List<CaseEvent> before, CaseEvent event, String code) {
    return Arguments.of(name, before, event, code);
  }

  private static Optional<Consent> consent(String reason, Person second) {
    return Optional.of(new Consent(reason, second));
  }

  private static List<CaseEvent> then(List<CaseEvent> before, CaseEvent... events) {
    List<CaseEvent> all = new ArrayList<>(before);
    all.addAll(List.of(events));
    return all;
  }
}
