package org.xinheng.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Text;

/**
 * Whether a campaign may be launched: gate 0.
 *
 * <p>Every step that the policy asks for is done by the first day of the window, and afterwards an owner of the gate signs.
 * Where a questionnaire has a critical item, somebody whose name is known is on duty on every day of the window, also on
 * those without school: alerts run on the clock.
 *
 * @param lacks what is missing; nothing if the launch is allowed
 */
public record Launch(List<Lack> lacks) {

  private static final String CODES = "launch.";

  public Launch {
    lacks = List.copyOf(lacks);
  }

  /** Why a launch is refused. */
  public enum Cause {
    NOT_DONE,
    /** Done when the window had begun. */
    TOO_LATE,
    /** There is a critical item, and a day without anybody on duty. */
    NO_RESPONDER,
    NOT_SIGNED,
    /** Signed by somebody who does not own the gate. */
    NOT_BY_AN_OWNER,
    /** Signed before all was done. */
    SIGNED_BEFORE
  }

  /**
   * Something that a launch lacks.
   *
   * @param step what it is about; none if it is about the signature
   * @param text a noun with what belongs to it; no name of a person
   */
  public record Lack(Cause cause, Optional<PreparationStep> step, Text text) {}

  /** Whether a fault of a campaign file is about its launch, and not about what can be screened. */
  public static boolean isAbout(Diagnostic fault) {
    return fault.code().startsWith(CODES);
  }

  public boolean isAllowed() {
    return lacks.isEmpty();
  }

  /**
   * Whether a campaign may be launched.
   *
   * @param campaign one that says nothing of its preparation lacks all
   * @param workflow of its policy
   * @param questionnaires of all its batteries
   */
  public static Launch of(
      Campaign campaign, Workflow workflow, Collection<Instrument> questionnaires) {
    Preparation preparation = campaign.preparation().orElse(Preparation.NONE);
    List<Lack> lacks = new ArrayList<>();
    Optional<Lack> responder = questionnaires.stream()
            .anyMatch(questionnaire -> !questionnaire.critical().isEmpty())
        ? responder(campaign, preparation)
        : Optional.empty();
    for (PreparationStep step : PreparationStep.values()) {
      if (step == PreparationStep.RESPONDERS && responder.isPresent()) {
        lacks.add(responder.get());
      } else if (workflow.preparation().contains(step)) {
        step(step, campaign, preparation).ifPresent(lacks::add);
      }
    }
    signature(campaign, preparation, workflow).ifPresent(lacks::add);
    return new Launch(lacks);
  }

  private static Optional<Lack> step(
      PreparationStep step, Campaign campaign, Preparation preparation) {
    Optional<Preparation.Entry> done = Optional.ofNullable(preparation.steps().get(step));
    if (done.isEmpty()) {
      return Optional.of(new Lack(Cause.NOT_DONE, Optional.of(step), step.text()));
    }
    return done.filter(entry -> entry.date().isAfter(campaign.from()))
        .map(entry -> new Lack(
            Cause.TOO_LATE,
            Optional.of(step),
            new Text(
                step.text().en() + " by the first day of the window (done on " + entry.date() + ")",
                step.text().zhCn() + "（完成于 " + entry.date() + "，晚于筛查首日）")));
  }

  private static Optional<Lack> responder(Campaign campaign, Preparation preparation) {
    List<LocalDate> days = campaign.to().isBefore(campaign.from())
        ? List.of()
        : campaign
            .from()
            .datesUntil(campaign.to().plusDays(1))
            .filter(day -> !preparation.hasResponder(day))
            .toList();
    return days.stream()
        .findFirst()
        .map(first -> new Lack(
            Cause.NO_RESPONDER,
            Optional.of(PreparationStep.RESPONDERS),
            new Text(
                "a named responder on duty on " + days.size() + " days, the first of them " + first
                    + ", for a battery with a critical item",
                days.size() + " 天的具名值守人员（最早 " + first + "），而所用问卷含关键题")));
  }

  private static Optional<Lack> signature(
      Campaign campaign, Preparation preparation, Workflow workflow) {
    if (preparation.signed().isEmpty()) {
      return signature(Cause.NOT_SIGNED, "a signature", "签字");
    }
    Preparation.Entry signed = preparation.signed().get();
    Optional<Gate> gate = workflow.gate(Gate.PREPARE);
    if (gate.isPresent() && !gate.get().owners().contains(signed.by())) {
      return signature(Cause.NOT_BY_AN_OWNER, "a signature by an owner of gate 0", "第 0 关负责人的签字");
    }
    if (signed.date().isAfter(campaign.from())) {
      return signature(
          Cause.TOO_LATE,
          "a signature by the first day of the window (signed on " + signed.date() + ")",
          "筛查首日前的签字（签于 " + signed.date() + "）");
    }
    boolean isEarly = workflow.preparation().stream()
        .flatMap(step -> Optional.ofNullable(preparation.steps().get(step)).stream())
        .anyMatch(entry -> entry.date().isAfter(signed.date()));
    return isEarly
        ? signature(
            Cause.SIGNED_BEFORE,
            "a signature after the last step (signed on " + signed.date() + ")",
            "各步骤完成之后的签字（签于 " + signed.date() + "）")
        : Optional.empty();
  }

  private static Optional<Lack> signature(Cause cause, String en, String zhCn) {
    return Optional.of(new Lack(cause, Optional.empty(), new Text(en, zhCn)));
  }
}
