package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import java.util.OptionalInt;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.TierPolicy;

/** Every state gets an outcome. */
final class PolicyTotal implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    return PolicyDiagram.ofRules(policy, places)
        .map(decisions -> check(policy, decisions, places))
        .orElse(List.of());
  }

  private static List<Diagnostic> check(TierPolicy policy, PolicyDiagram decisions, Places places) {
    int rules = decisions.rules();
    DiagramSearch search =
        DiagramSearch.ofOneState(decisions.diagram(), (decision, same) -> OptionalInt.of(decision));
    if (!search.shown(rules, rules).get(DecisionDiagram.NONE)) {
      return List.of();
    }
    return List.of(error(
            "policy.not-total",
            places.of(policy, "rules"),
            "no rule holds for: %s",
            search.first(rules, rules, DecisionDiagram.NONE))
        .hint("end with a rule whose 'when' is {}"));
  }
}
