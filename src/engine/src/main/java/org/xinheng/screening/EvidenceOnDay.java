package org.xinheng.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.instrument.Alert;
import org.xinheng.policy.Input;
import org.xinheng.policy.Period;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.State;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;

/**
 * What counts of a student's evidence on a day, by the validity that a policy gives to each input.
 *
 * <p>A newer fact of one source takes the place of an older one about the same thing. Of several sources the worst
 * counts: they are united, never averaged. An alert that was reported and is not cleared counts whenever it was reported;
 * one that was cleared counts as cleared from then on.
 */
public final class EvidenceOnDay {

  private final Evidence evidence;
  private final TierPolicy policy;
  private final LocalDate day;
  private final SchoolCalendar calendar;
  private final Map<Input, List<Fact>> counting = new EnumMap<>(Input.class);
  private final List<Fact> expired = new ArrayList<>();

  public EvidenceOnDay(
      Evidence evidence, TierPolicy policy, LocalDate day, SchoolCalendar calendar) {
    this.evidence = evidence;
    this.policy = policy;
    this.day = day;
    this.calendar = calendar;
    evidence.facts().forEach(this::sort);
    evidence
        .concerns()
        .forEach(concern -> concern
            .cleared()
            .ifPresent(
                on -> sort(Fact.of(Input.CLEARED, 1, on, EvidenceSource.PSYCHOLOGY_TEACHER))));
  }

  private void sort(Fact fact) {
    if (countsThrough(fact).filter(last -> last.isBefore(day)).isPresent()) {
      expired.add(fact);
      return;
    }
    List<Fact> facts = counting.computeIfAbsent(fact.input(), input -> new ArrayList<>());
    if (facts.stream().noneMatch(other -> supersedes(other, fact))) {
      facts.removeIf(other -> supersedes(fact, other));
      facts.add(fact);
    }
  }

  private static boolean supersedes(Fact newer, Fact older) {
    return newer.source() == older.source()
        && newer.on().isPresent()
        && older.on().isPresent()
        && newer.on().get().isAfter(older.on().get());
  }

  public LocalDate day() {
    return day;
  }

  public SchoolCalendar calendar() {
    return calendar;
  }

  public Evidence evidence() {
    return evidence;
  }

  /** The last day on which a fact counts; empty if it does not expire. */
  public Optional<LocalDate> countsThrough(Fact fact) {
    Optional<Period> validity = policy.validity(fact.input());
    return fact.countsThrough(validity, calendar);
  }

  /** What counts about an input, the worst first. */
  public List<Fact> facts(Input input) {
    return counting.getOrDefault(input, List.of()).stream()
        .sorted(Comparator.comparingInt(Fact::value).reversed())
        .toList();
  }

  /** What no longer counts because it is too old. */
  public List<Fact> expired() {
    return List.copyOf(expired);
  }

  /** The risk factors in force. */
  public List<RiskFactor> riskFactors() {
    return evidence.riskFactors().stream()
        .filter(factor -> factor.isInForce(day))
        .toList();
  }

  /** The acute ones of them that began not long ago. */
  public List<RiskFactor> acuteRiskFactors() {
    return evidence.riskFactors().stream()
        .filter(factor -> factor.isRecentlyAcute(day, policy.acuteMonths()))
        .toList();
  }

  /** The memberships in force. */
  public List<Membership> memberships() {
    return evidence.memberships().stream().filter(group -> group.isInForce(day)).toList();
  }

  /** The concerns that nobody has cleared, the most urgent first. */
  public List<Concern> openConcerns() {
    return evidence.concerns().stream()
        .filter(concern -> concern.alert(policy).isRaised())
        .sorted(Comparator.comparing((Concern concern) -> concern.alert(policy)).reversed())
        .toList();
  }

  /** The alert that was reported and is not cleared. */
  public Alert alert() {
    return openConcerns().stream()
        .findFirst()
        .map(concern -> concern.alert(policy))
        .orElse(Alert.NONE);
  }

  /** The inputs that are not of the answers. A tier 3 case, and a return without an assessment, are a hold. */
  State state() {
    State state = State.UNKNOWN;
    for (Input input : counting.keySet()) {
      state = state.with(input, value(input));
    }
    boolean isHeld = value(Input.OPEN_CASE) == Tier.INTENSIVE.number()
        || value(Input.RE_ENTRY) == Input.RE_ENTRY.highest();
    return state
        .with(Input.HOLD, isHeld ? 1 : value(Input.HOLD))
        .with(Input.RISK_FACTORS, riskFactors().size())
        .with(Input.ACUTE_RISK_FACTORS, acuteRiskFactors().size());
  }

  private int value(Input input) {
    List<Fact> facts = counting.getOrDefault(input, List.of());
    return facts.stream().mapToInt(Fact::value).max().orElse(0);
  }
}
