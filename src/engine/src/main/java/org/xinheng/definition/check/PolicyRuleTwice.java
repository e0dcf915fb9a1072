package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/** Every rule and floor of a policy has an id of its own. */
final class PolicyRuleTwice implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (TierRule rule : policy.all().toList()) {
      if (places.isSound(rule) && !seen.add(rule.id())) {
        found.add(error(
                "policy.rule-twice",
                places.of(rule, "id"),
                "two rules or floors are called '%s'",
                rule.id())
            .hint("give each its own id"));
      }
    }
    return found;
  }
}
