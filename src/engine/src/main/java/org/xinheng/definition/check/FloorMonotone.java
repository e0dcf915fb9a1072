package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Input;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/** A worse past never asks for less. */
final class FloorMonotone implements Rule<TierPolicy> {

  private static final int FALLS = 0;

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    if (!places.isSound(policy)) {
      return List.of();
    }
    return falls(PolicyDiagram.ofFloors(policy)).stream()
        .min(PolicyDiagram.Worsening.ORDER)
        .map(first -> fault(first, policy.highestFloor(first.state()).orElseThrow(), places))
        .stream()
        .toList();
  }

  private static List<PolicyDiagram.Worsening> falls(PolicyDiagram decisions) {
    int floors = decisions.floors();
    List<PolicyDiagram.Worsening> falls = new ArrayList<>();
    for (Input input : Input.values()) {
      DiagramSearch.Step step = decisions.worsening(input);
      DiagramSearch search = DiagramSearch.ofStep(
          decisions.diagram(),
          step,
          (before, after) -> decisions.severity(after) < decisions.severity(before)
              ? OptionalInt.of(FALLS)
              : OptionalInt.empty());
      if (search.shown(floors, floors).get(FALLS)) {
        falls.add(decisions.first(search, floors, step, FALLS));
      }
    }
    return falls;
  }

  private static Diagnostic fault(PolicyDiagram.Worsening falls, TierRule floor, Places places) {
    return error(
            "policy.floor-not-monotone",
            places.of(floor),
            "floor '%s' no longer holds once %s is %s, and nothing holds as much",
            floor.id(),
            falls.input().word(),
            falls.worse().shown(falls.input()))
        .hint("compare with '+'; a worse past must never ask for less");
  }
}
