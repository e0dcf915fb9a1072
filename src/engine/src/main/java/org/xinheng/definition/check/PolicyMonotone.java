package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Input;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/**
 * A worse input never gives a milder tier. A missing primary band is not compared with a band that is there, nor are
 * numbers of questionnaires with scores with each other: not knowing is neither better nor worse.
 */
final class PolicyMonotone implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    return PolicyDiagram.ofRules(policy, places)
        .map(decisions -> check(policy, decisions, places))
        .orElse(List.of());
  }

  private static List<Diagnostic> check(TierPolicy policy, PolicyDiagram decisions, Places places) {
    // One counter-example a milder rule is enough to act on.
    Map<String, Diagnostic> found = new LinkedHashMap<>();
    for (PolicyDiagram.Worsening falls : falls(decisions)) {
      TierRule rule = policy.firstRule(falls.state()).orElseThrow();
      TierRule milder = policy.firstRule(falls.worse()).orElseThrow();
      found.putIfAbsent(milder.id(), counterExample(falls, rule, milder, places));
    }
    return List.copyOf(found.values());
  }

  /** For each input and milder rule the first state that falls to it, in the order of states. */
  private static List<PolicyDiagram.Worsening> falls(PolicyDiagram decisions) {
    int rules = decisions.rules();
    List<PolicyDiagram.Worsening> falls = new ArrayList<>();
    for (Input input : Input.values()) {
      DiagramSearch.Step step = decisions.worsening(input);
      DiagramSearch search = DiagramSearch.ofStep(
          decisions.diagram(),
          step,
          (before, after) -> after != DecisionDiagram.NONE
                  && decisions.severity(after) < decisions.severity(before)
              ? OptionalInt.of(after)
              : OptionalInt.empty());
      search.shown(rules, rules).stream()
          .forEach(milder -> falls.add(decisions.first(search, rules, step, milder)));
    }
    falls.sort(PolicyDiagram.Worsening.ORDER);
    return falls;
  }

  private static Diagnostic counterExample(
      PolicyDiagram.Worsening falls, TierRule rule, TierRule milder, Places places) {
    return error(
            "policy.not-monotone",
            places.of(milder),
            "rule '%s' gives %s where a better state gets more: '%s' gives %s for %s, but '%s'"
                + " holds once %s is %s",
            milder.id(),
            tier(milder),
            rule.id(),
            tier(rule),
            falls.state(),
            milder.id(),
            falls.input().word(),
            falls.worse().shown(falls.input()))
        .hint("a worse input must never give a milder tier; compare with '+', or move the rule");
  }

  private static String tier(TierRule rule) {
    return rule.tier().map(tier -> "tier " + tier.number()).orElse("no tier");
  }
}
