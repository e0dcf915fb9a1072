package org.xinheng.record;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Gate;
import org.xinheng.policy.Tier;
import org.xinheng.policy.Workflow;

/**
 * The gates of a case, as a machine: which event is possible in which state, and what becomes of it.
 *
 * <p>Each gate is passed by one of its owners, and none by leaving one out, save that an alert leads straight to gate 3.
 * Whoever was at tier 3, or has an open alert, is talked to before the final tier is set. An alert holds tier 3 until it is
 * cleared. Lowering tier 3 and clearing an alert need a reason of the policy and a second person who owns gate 4. A case
 * of tier 2 or 3 is closed after as many progress checks below the cut-off as the policy says, two or more, and an
 * interview that is not older than the first of them.
 */
public final class CaseWorkflow {

  private final Workflow workflow;

  public CaseWorkflow(Workflow workflow) {
    this.workflow = workflow;
  }

  /** What becomes of an event in a state. */
  public CaseTransition apply(CaseState state, CaseEvent event) {
    return check(state, event)
        .<CaseTransition>map(refused -> refused)
        .orElseGet(() -> new CaseTransition.Accepted(event.accept(new CaseNext(state))));
  }

  /**
   * The state after events that were all accepted.
   *
   * @throws IllegalArgumentException if one of them is not possible
   */
  public CaseState stateAfter(List<CaseEvent> events) {
    CaseState state = CaseState.NONE;
    for (CaseEvent event : events) {
      CaseTransition transition = apply(state, event);
      if (transition instanceof CaseTransition.Refused refused) {
        throw new IllegalArgumentException(
            refused.code() + ": " + refused.reason().en());
      }
      state = ((CaseTransition.Accepted) transition).state();
    }
    return state;
  }

  private Optional<CaseTransition.Refused> check(CaseState state, CaseEvent event) {
    if (state.last().filter(last -> event.at().isBefore(last)).isPresent()) {
      return refused("case.time", "the event lies before the last one", "该事件早于上一事件");
    }
    return event.accept(new Checks(state));
  }

  private static Optional<CaseTransition.Refused> refused(String code, String en, String zhCn) {
    return Optional.of(new CaseTransition.Refused(code, new Text(en, zhCn)));
  }

  @SafeVarargs
  private static Optional<CaseTransition.Refused> first(
      Supplier<Optional<CaseTransition.Refused>>... checks) {
    for (Supplier<Optional<CaseTransition.Refused>> check : checks) {
      Optional<CaseTransition.Refused> refused = check.get();
      if (refused.isPresent()) {
        return refused;
      }
    }
    return Optional.empty();
  }

  /** Why an event is not possible; empty if it is. */
  private final class Checks implements CaseEvent.Visitor<Optional<CaseTransition.Refused>> {

    private final CaseState state;

    Checks(CaseState state) {
      this.state = state;
    }

    @Override
    public Optional<CaseTransition.Refused> screened(CaseEvent.Screened event) {
      return owner(event, 1);
    }

    @Override
    public Optional<CaseTransition.Refused> raised(CaseEvent.Raised event) {
      return event.alert().isRaised()
          ? Optional.empty()
          : refused("case.alert", "an alert is same-day or immediate", "预警须为当日或立即");
    }

    @Override
    public Optional<CaseTransition.Refused> checked(CaseEvent.Checked event) {
      return first(
          this::open,
          () -> owner(event, 2),
          () -> passed(1),
          () -> lowering(event, event.provisional(), event.consent()));
    }

    @Override
    public Optional<CaseTransition.Refused> talked(CaseEvent.Talked event) {
      boolean isBypassed = state.alert().isRaised();
      return first(
          this::open,
          () -> owner(event, Gate.TALK),
          () -> isBypassed ? Optional.empty() : passed(1));
    }

    @Override
    public Optional<CaseTransition.Refused> conferred(CaseEvent.Conferred event) {
      boolean isLow = event.tier() != Tier.INTENSIVE;
      return first(
          this::open,
          () -> owner(event, Gate.CONFER),
          () -> state.needsTalk() ? talkFirst(state.alertAt()) : passed(2),
          () -> isLow && state.alert().isRaised() ? alertIsOpen() : Optional.empty(),
          () -> lowering(event, event.tier(), event.consent()));
    }

    @Override
    public Optional<CaseTransition.Refused> cleared(CaseEvent.Cleared event) {
      return first(
          () -> state.alert().isRaised()
              ? Optional.empty()
              : refused("case.alert", "no alert is open", "没有未解除的预警"),
          () -> owner(event, Gate.TALK),
          () -> talkFirst(state.alertAt()),
          () -> consent(event, event.consent()));
    }

    @Override
    public Optional<CaseTransition.Refused> progress(CaseEvent.Progress event) {
      return first(this::open, () -> owner(event, Gate.TALK));
    }

    @Override
    public Optional<CaseTransition.Refused> closed(CaseEvent.Closed event) {
      return first(
          this::open,
          () -> owner(event, Gate.CONFER),
          () -> state.alert().isRaised() ? alertIsOpen() : Optional.empty(),
          () -> state.finalTier().isPresent()
              ? Optional.empty()
              : refused("case.gate", "no final tier was set at gate 4", "尚未经第 4 关确定最终级别"),
          () -> state.finalTier().equals(Optional.of(Tier.UNIVERSAL)) ? Optional.empty() : exit());
    }

    @Override
    public Optional<CaseTransition.Refused> reopened(CaseEvent.Reopened event) {
      return first(
          () -> state.phase() == CaseState.Phase.CLOSED
              ? Optional.empty()
              : refused("case.open", "the case is not closed", "个案未结"),
          () -> event.reason().isBlank()
              ? refused("case.reason", "say why the case is taken up again", "须说明重新开启的原因")
              : Optional.empty());
    }

    private Optional<CaseTransition.Refused> open() {
      return switch (state.phase()) {
        case OPEN -> Optional.empty();
        case NONE ->
          refused("case.gate", "the student was not screened and has no alert", "该生未筛查，也无预警");
        case CLOSED -> refused("case.closed", "the case is closed; reopen it first", "个案已结，须先重新开启");
      };
    }

    private Optional<CaseTransition.Refused> owner(CaseEvent event, int number) {
      boolean owns = workflow
          .gate(number)
          .filter(gate -> gate.owners().contains(event.by().role()))
          .isPresent();
      return owns
          ? Optional.empty()
          : refused(
              "case.owner",
              "gate " + number + " is not for the role '" + event.by().role().word() + "'",
              "第 " + number + " 关不由“" + event.by().role().text().zhCn() + "”负责");
    }

    private Optional<CaseTransition.Refused> passed(int gate) {
      return state.gate() >= gate
          ? Optional.empty()
          : refused("case.gate", "gate " + gate + " comes first", "须先经过第 " + gate + " 关");
    }

    private Optional<CaseTransition.Refused> talkFirst(Optional<LocalDateTime> since) {
      boolean hasTalked = state.gate() >= Gate.TALK && state.hasTalkedSince(since);
      return hasTalked
          ? Optional.empty()
          : refused("case.gate", "somebody talks to the student first (gate 3)", "须先访谈该生（第 3 关）");
    }

    private Optional<CaseTransition.Refused> alertIsOpen() {
      return refused("case.alert-open", "the alert is not cleared", "预警尚未解除");
    }

    private Optional<CaseTransition.Refused> lowering(
        CaseEvent event, Tier to, Optional<Consent> consent) {
      boolean isLowered = state.needsTalk() && to != Tier.INTENSIVE;
      return isLowered ? consent(event, consent) : Optional.empty();
    }

    private Optional<CaseTransition.Refused> consent(CaseEvent event, Optional<Consent> consent) {
      if (consent.isEmpty() || !workflow.hasReason(consent.get().reason())) {
        return refused("case.reason", "lowering needs a reason of the policy", "降级或解除须说明方案所列的原因");
      }
      Person second = consent.get().second();
      boolean isOwner = workflow
          .gate(Gate.CONFER)
          .filter(gate -> gate.owners().contains(second.role()))
          .isPresent();
      return isOwner && !second.id().equals(event.by().id())
          ? Optional.empty()
          : refused(
              "case.second-person",
              "lowering needs a second person who owns gate 4",
              "降级或解除须由第 4 关的另一人同意");
    }

    private Optional<CaseTransition.Refused> exit() {
      return first(
          () -> state.checksBelow() >= workflow.checksToClose()
              ? Optional.empty()
              : refused(
                  "case.checks",
                  "closing needs " + workflow.checksToClose()
                      + " progress checks below the cut-off in a row, not "
                      + state.checksBelow(),
                  "结案须连续 " + workflow.checksToClose() + " 次复核低于界值，现为 " + state.checksBelow()
                      + " 次"),
          () -> talkFirst(state.firstOfThem()));
    }
  }

  /** The state after an event that is possible. */
  private record CaseNext(CaseState state) implements CaseEvent.Visitor<CaseState> {

    @Override
    public CaseState screened(CaseEvent.Screened event) {
      boolean isRaised = event.alert().isRaised();
      return new CaseState(
          CaseState.Phase.OPEN,
          1,
          event.computed(),
          Optional.empty(),
          Optional.empty(),
          state.phase() == CaseState.Phase.OPEN ? state.finalTier() : Optional.empty(),
          state.alert().orWorse(isRaised ? event.alert() : Alert.NONE),
          state.talkedAt(),
          isRaised ? Optional.of(event.at()) : state.alertAt(),
          0,
          Optional.empty(),
          Optional.of(event.at()));
    }

    @Override
    public CaseState raised(CaseEvent.Raised event) {
      return new CaseState(
          CaseState.Phase.OPEN,
          Math.min(state.gate(), 2),
          state.computed(),
          state.provisional(),
          state.proposed(),
          state.finalTier(),
          state.alert().orWorse(event.alert()),
          state.talkedAt(),
          Optional.of(event.at()),
          0,
          Optional.empty(),
          Optional.of(event.at()));
    }

    @Override
    public CaseState checked(CaseEvent.Checked event) {
      return with(
          event,
          Math.max(state.gate(), 2),
          Optional.of(event.provisional()),
          state.proposed(),
          state.finalTier());
    }

    @Override
    public CaseState talked(CaseEvent.Talked event) {
      CaseState next = with(
          event, Gate.TALK, state.provisional(), Optional.of(event.proposed()), state.finalTier());
      return new CaseState(
          next.phase(),
          next.gate(),
          next.computed(),
          next.provisional(),
          next.proposed(),
          next.finalTier(),
          next.alert(),
          Optional.of(event.at()),
          next.alertAt(),
          next.checksBelow(),
          next.firstOfThem(),
          next.last());
    }

    @Override
    public CaseState conferred(CaseEvent.Conferred event) {
      return with(
          event, Gate.CONFER, state.provisional(), state.proposed(), Optional.of(event.tier()));
    }

    @Override
    public CaseState cleared(CaseEvent.Cleared event) {
      return new CaseState(
          state.phase(),
          state.gate(),
          state.computed(),
          state.provisional(),
          state.proposed(),
          state.finalTier(),
          Alert.NONE,
          state.talkedAt(),
          Optional.empty(),
          state.checksBelow(),
          state.firstOfThem(),
          Optional.of(event.at()));
    }

    @Override
    public CaseState progress(CaseEvent.Progress event) {
      boolean isBelow = event.result() == CaseEvent.Progress.Result.BELOW_CUT_OFF;
      return new CaseState(
          state.phase(),
          state.gate(),
          state.computed(),
          state.provisional(),
          state.proposed(),
          state.finalTier(),
          state.alert(),
          state.talkedAt(),
          state.alertAt(),
          isBelow ? state.checksBelow() + 1 : 0,
          isBelow ? state.firstOfThem().or(() -> Optional.of(event.at())) : Optional.empty(),
          Optional.of(event.at()));
    }

    @Override
    public CaseState closed(CaseEvent.Closed event) {
      return inPhase(CaseState.Phase.CLOSED, event);
    }

    @Override
    public CaseState reopened(CaseEvent.Reopened event) {
      return inPhase(CaseState.Phase.OPEN, event);
    }

    private CaseState inPhase(CaseState.Phase phase, CaseEvent event) {
      return new CaseState(
          phase,
          state.gate(),
          state.computed(),
          state.provisional(),
          state.proposed(),
          state.finalTier(),
          state.alert(),
          state.talkedAt(),
          state.alertAt(),
          0,
          Optional.empty(),
          Optional.of(event.at()));
    }

    private CaseState with(
        CaseEvent event,
        int gate,
        Optional<Tier> provisional,
        Optional<Tier> proposed,
        Optional<Tier> finalTier) {
      return new CaseState(
          state.phase(),
          gate,
          state.computed(),
          provisional,
          proposed,
          finalTier,
          state.alert(),
          state.talkedAt(),
          state.alertAt(),
          state.checksBelow(),
          state.firstOfThem(),
          Optional.of(event.at()));
    }
  }
}
