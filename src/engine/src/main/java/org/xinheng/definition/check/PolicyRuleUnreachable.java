package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.TierPolicy;

/** Every rule decides some state. */
final class PolicyRuleUnreachable implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    return PolicyDiagram.ofRules(policy, places)
        .map(decisions -> check(policy, decisions, places))
        .orElse(List.of());
  }

  private static List<Diagnostic> check(TierPolicy policy, PolicyDiagram decisions, Places places) {
    int rules = decisions.rules();
    BitSet reached = DiagramSearch.ofOneState(
            decisions.diagram(), (decision, same) -> OptionalInt.of(decision))
        .shown(rules, rules);
    return IntStream.range(0, policy.rules().size())
        .filter(rule -> !reached.get(PolicyDiagram.leafOfRule(rule)))
        .mapToObj(policy.rules()::get)
        .map(rule -> error(
                "policy.rule-unreachable", places.of(rule), "rule '%s' never decides", rule.id())
            .hint("the rules before it cover all that it asks; move it up or remove it"))
        .toList();
  }
}
