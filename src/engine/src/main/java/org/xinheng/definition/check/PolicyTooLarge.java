package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.StateSpace;
import org.xinheng.policy.TierPolicy;

/** The rules tell no more states apart than can be looked at one by one. */
final class PolicyTooLarge implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    if (!places.isSound(policy) || !PolicyDiagram.isTooLarge(policy)) {
      return List.of();
    }
    return List.of(error(
            "policy.too-large",
            places.of(policy, "rules"),
            "the rules tell %d states apart, too many to check that each has a tier",
            new StateSpace(policy).size())
        .hint("ask for fewer inputs, or compare them with fewer different values"));
  }
}
