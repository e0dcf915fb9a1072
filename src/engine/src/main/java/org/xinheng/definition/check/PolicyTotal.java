package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.State;
import org.xinheng.policy.TierPolicy;

/** Every state gets an outcome. */
final class PolicyTotal implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    List<State> without = new ArrayList<>();
    PolicyStates.of(policy, places)
        .ifPresent(space -> space.forEach(state -> {
          if (without.isEmpty() && policy.firstRule(state).isEmpty()) {
            without.add(state);
          }
        }));
    return without.stream()
        .map(state -> error(
                "policy.not-total", places.of(policy, "rules"), "no rule holds for: %s", state)
            .hint("end with a rule whose 'when' is {}"))
        .toList();
  }
}
