package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Input;
import org.xinheng.policy.TierPolicy;

/** A policy that lists its inputs lists every one that a rule or floor asks. */
final class InputUndeclared implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    if (policy.inputs().isEmpty() || !places.isSound(policy)) {
      return List.of();
    }
    // One fault an input, at the first that asks it.
    Map<Input, Diagnostic> found = new LinkedHashMap<>();
    policy
        .all()
        .forEach(rule -> rule.when()
            .comparisons()
            .map(comparison -> comparison.input())
            .filter(input -> !policy.inputs().containsKey(input))
            .forEach(input -> found.putIfAbsent(
                input,
                error(
                        "policy.undeclared-input",
                        places.of(rule, "when"),
                        "'%s' asks '%s', which does not stand under 'inputs'",
                        rule.id(),
                        input.word())
                    .hint(
                        "add '%s: always' there, or how long it counts, such as '%s: 6 months'",
                        input.word(), input.word()))));
    return List.copyOf(found.values());
  }
}
