package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Input;
import org.xinheng.policy.TierPolicy;

/** Floors ask what became of a student before, nothing of this campaign: that is for the rules. */
final class FloorAsksNow implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    return policy.floors().stream()
        .filter(places::isSound)
        .flatMap(floor -> floor
            .when()
            .comparisons()
            .map(comparison -> comparison.input())
            .filter(input -> !input.isHistory())
            .distinct()
            .map(input -> fault(places, floor.id(), input, floor)))
        .toList();
  }

  private static Diagnostic fault(Places places, String id, Input input, Object floor) {
    return error(
            "policy.floor-input",
            places.of(floor, "when"),
            "floor '%s' asks '%s', which is not of the past",
            id,
            input.word())
        .hint("write a rule for it; floors ask hold, open-case, re-entry, cleared and last-tier");
  }
}
