package org.xinheng.exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.profile.ResultColumns;
import org.xinheng.screening.Outcome;
import org.xinheng.screening.OutcomeLookup;

/** Outcomes as they stand in tables, by the names of a policy. */
final class OutcomeCells {

  /** How many cells are of a decision. */
  static final int OF_DECISION = 6;

  /** How many cells are of the reason, behind those of the decision. */
  static final int OF_REASON = 2;

  private final TierPolicy policy;

  OutcomeCells(TierPolicy policy) {
    this.policy = policy;
  }

  /** The cells of {@link ResultColumns#ofOutcome}. */
  List<String> of(Outcome outcome) {
    Text reason = outcome.reason();
    return Stream.concat(
            of(OutcomeLookup.Decision.of(outcome)).stream(), Stream.of(reason.zhCn(), reason.en()))
        .toList();
  }

  /** The same without the reason, which is last. */
  List<String> of(OutcomeLookup.Decision decision) {
    return List.of(
        decision.status().word(),
        code(decision.tier()),
        name(decision.tier()),
        code(decision.atLeast()),
        decision.alert().word(),
        decision.rule().orElse(""));
  }

  static String code(Optional<Tier> tier) {
    return tier.map(Tier::code).orElse("");
  }

  /** What the policy calls the tier, in both languages. */
  String name(Optional<Tier> tier) {
    return tier.flatMap(of -> Optional.ofNullable(policy.tiers().get(of)))
        .map(look -> both(look.name()))
        .orElse("");
  }

  /** What the policy calls the alert, in both languages. */
  String alert(Outcome outcome) {
    return Optional.ofNullable(policy.alerts().get(outcome.alert()))
        .map(OutcomeCells::both)
        .orElse("");
  }

  private static String both(Text text) {
    return text.zhCn() + " " + text.en();
  }
}
