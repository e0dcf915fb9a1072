package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/** Every floor raises somebody: some past that it is the highest floor for, with answers that alone give less. */
final class FloorUnreachable implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    if (policy.floors().isEmpty() || !places.isSound(policy) || PolicyDiagram.isTooLarge(policy)) {
      return List.of();
    }
    PolicyDiagram decisions = PolicyDiagram.ofAll(policy);
    BitSet raising = DiagramSearch.ofOneState(
            decisions.diagram(),
            (floor, rule) -> decisions.severity(floor) > decisions.severity(rule)
                ? OptionalInt.of(floor)
                : OptionalInt.empty())
        .shown(decisions.floors(), decisions.rules());
    List<Diagnostic> found = new ArrayList<>();
    for (int place = 0; place < policy.floors().size(); place++) {
      TierRule floor = policy.floors().get(place);
      if (places.isSound(floor) && !raising.get(decisions.leafOfFloor(place))) {
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
}
