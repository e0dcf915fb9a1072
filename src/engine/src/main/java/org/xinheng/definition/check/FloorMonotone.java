package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Input;
import org.xinheng.policy.State;
import org.xinheng.policy.StateSpace;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/** A worse past never asks for less. */
final class FloorMonotone implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    if (places.isSound(policy)) {
      StateSpace space = StateSpace.ofFloors(policy);
      space.forEach(state -> policy
          .highestFloor(state)
          .filter(floor -> found.isEmpty())
          .ifPresent(floor -> check(policy, places, space, state, floor, found)));
    }
    return found;
  }

  private static void check(
      TierPolicy policy,
      Places places,
      StateSpace space,
      State state,
      TierRule floor,
      List<Diagnostic> found) {
    for (Input input : Input.values()) {
      Optional<State> worse = PolicyMonotone.worse(space, state, input);
      int then = worse.flatMap(policy::highestFloor).map(TierRule::severity).orElse(0);
      if (found.isEmpty() && worse.isPresent() && then < floor.severity()) {
        found.add(error(
                "policy.floor-not-monotone",
                places.of(floor),
                "floor '%s' no longer holds once %s is %s, and nothing holds as much",
                floor.id(),
                input.word(),
                worse.get().shown(input))
            .hint("compare with '+'; a worse past must never ask for less"));
      }
    }
  }
}
