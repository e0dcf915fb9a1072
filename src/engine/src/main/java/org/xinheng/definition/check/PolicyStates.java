package org.xinheng.definition.check;

import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.policy.StateSpace;
import org.xinheng.policy.TierPolicy;

/** The states of a policy, for rules that look at all of them. */
final class PolicyStates {

  /** More comparisons than this, over all states, would take many seconds; the default policy has two millions. */
  private static final long MOST_COMPARISONS = 50_000_000;

  private PolicyStates() {}

  /** Empty for a policy that was not read soundly, or has too many states to look at. */
  static Optional<StateSpace> of(TierPolicy policy, Places places) {
    return places.isSound(policy) && !areTooMany(policy)
        ? Optional.of(new StateSpace(policy))
        : Optional.empty();
  }

  static boolean areTooMany(TierPolicy policy) {
    long rules = policy.rules().size()
        + policy.rules().stream()
            .mapToLong(rule -> rule.when().comparisons().count())
            .sum();
    return new StateSpace(policy).size() > MOST_COMPARISONS / Math.max(1, rules);
  }
}
