package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Input;
import org.xinheng.policy.State;
import org.xinheng.policy.StateSpace;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/**
 * A worse input never gives a milder tier. A missing primary band is not compared with a band that is there, nor are
 * numbers of questionnaires with scores with each other: not knowing is neither better nor worse.
 */
final class PolicyMonotone implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    return PolicyStates.of(policy, places)
        .map(space -> check(policy, space, places))
        .orElse(List.of());
  }

  private static List<Diagnostic> check(TierPolicy policy, StateSpace space, Places places) {
    // One counter-example a milder rule is enough to act on.
    Map<String, Diagnostic> found = new LinkedHashMap<>();
    space.forEach(state -> policy.firstRule(state).ifPresent(rule -> {
      for (Input input : Input.values()) {
        worse(space, state, input).flatMap(policy::firstRule).ifPresent(milder -> {
          if (milder.severity() < rule.severity() && !found.containsKey(milder.id())) {
            found.put(
                milder.id(),
                counterExample(
                    state, input, worse(space, state, input).orElseThrow(), rule, milder, places));
          }
        });
      }
    }));
    return List.copyOf(found.values());
  }

  static Optional<State> worse(StateSpace space, State state, Input input) {
    int value = state.value(input);
    List<Integer> values = space.values(input);
    // Most inputs have one value or are at their last: this is asked of every state.
    if (values.get(values.size() - 1) <= value || value == State.MISSING || !input.isOrdered()) {
      return Optional.empty();
    }
    return Optional.of(state.with(input, values.get(values.indexOf(value) + 1)));
  }

  private static Diagnostic counterExample(
      State state, Input input, State worse, TierRule rule, TierRule milder, Places places) {
    return error(
            "policy.not-monotone",
            places.of(milder),
            "rule '%s' gives %s where a better state gets more: '%s' gives %s for %s, but '%s'"
                + " holds once %s is %s",
            milder.id(),
            tier(milder),
            rule.id(),
            tier(rule),
            state,
            milder.id(),
            input.word(),
            worse.shown(input))
        .hint("a worse input must never give a milder tier; compare with '+', or move the rule");
  }

  private static String tier(TierRule rule) {
    return rule.tier().map(tier -> "tier " + tier.number()).orElse("no tier");
  }
}
