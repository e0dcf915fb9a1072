package org.xinheng.exchange;

import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.profile.ResultColumns;
import org.xinheng.screening.Outcome;

/** Outcomes as they stand in tables, by the names of a policy. */
final class OutcomeCells {

  private final TierPolicy policy;

  OutcomeCells(TierPolicy policy) {
    this.policy = policy;
  }

  /** The cells of {@link ResultColumns#ofOutcome}. */
  List<String> of(Outcome outcome) {
    Text reason = outcome.reason();
    return List.of(
        outcome.status().word(),
        code(outcome.tier()),
        name(outcome.tier()),
        code(outcome.atLeast()),
        outcome.alert().word(),
        outcome.rule().orElse(""),
        reason.zhCn(),
        reason.en());
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
