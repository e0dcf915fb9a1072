package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.Trigger;
import org.xinheng.policy.Workflow;

/** Codes that stand in reports and records mean one thing. */
final class PolicyCodeTwice implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Set<String> triggers = new HashSet<>();
    for (Trigger trigger : policy.triggers()) {
      if (places.isSound(trigger) && !triggers.add(trigger.id())) {
        found.add(twice(places, trigger, "triggers", trigger.id()));
      }
    }
    Set<String> reasons = new HashSet<>();
    for (Workflow.LoweringReason reason : policy.workflow().lowering()) {
      if (places.isSound(reason) && !reasons.add(reason.id())) {
        found.add(twice(places, reason, "reasons for lowering", reason.id()));
      }
    }
    return found;
  }

  private static Diagnostic twice(Places places, Object part, String what, String id) {
    return error("policy.code-twice", places.of(part, "id"), "two %s are called '%s'", what, id)
        .hint("give each its own code");
  }
}
