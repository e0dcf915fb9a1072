package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.StateSpace;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/** Every rule decides some state. */
final class PolicyRuleUnreachable implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    Optional<StateSpace> space = PolicyStates.of(policy, places);
    if (space.isEmpty()) {
      return List.of();
    }
    Set<TierRule> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    space.get().forEach(state -> policy.firstRule(state).ifPresent(reached::add));
    return policy.rules().stream()
        .filter(rule -> !reached.contains(rule))
        .map(rule -> error(
                "policy.rule-unreachable", places.of(rule), "rule '%s' never decides", rule.id())
            .hint("the rules before it cover all that it asks; move it up or remove it"))
        .toList();
  }
}
