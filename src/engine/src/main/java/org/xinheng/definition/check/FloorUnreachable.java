package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Input;
import org.xinheng.policy.State;
import org.xinheng.policy.StateSpace;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/** Every floor raises somebody: some past that it is the highest floor for, with answers that alone give less. */
final class FloorUnreachable implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    if (policy.floors().isEmpty() || PolicyStates.of(policy, places).isEmpty()) {
      return List.of();
    }
    Set<TierRule> raising = new HashSet<>();
    StateSpace.ofFloors(policy)
        .forEach(past -> policy
            .highestFloor(past)
            .filter(floor -> !raising.contains(floor) && raises(policy, past, floor))
            .ifPresent(raising::add));
    List<Diagnostic> found = new ArrayList<>();
    for (TierRule floor : policy.floors()) {
      if (places.isSound(floor) && !raising.contains(floor)) {
        found.add(error(
                "policy.floor-unreachable",
                places.of(floor),
                "floor '%s' never raises a tier",
                floor.id())
            .hint("a rule or another floor gives as much whenever it holds; remove it"));
      }
    }
    return found;
  }

  private static boolean raises(TierPolicy policy, State past, TierRule floor) {
    // The past is given; everything else is as it may be. Looking stops at the first who is raised.
    boolean[] raised = {false};
    new StateSpace(policy).forEach(state -> {
      if (!raised[0]) {
        State both = state;
        for (Input input : Input.values()) {
          both = input.isHistory() ? both.with(input, past.value(input)) : both;
        }
        raised[0] = policy.firstRule(both).map(TierRule::severity).orElse(0) < floor.severity();
      }
    });
    return raised[0];
  }
}
