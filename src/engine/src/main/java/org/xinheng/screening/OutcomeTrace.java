package org.xinheng.screening;

import java.util.Map;
import org.xinheng.policy.Battery;
import org.xinheng.policy.State;
import org.xinheng.policy.TierPolicy;

/**
 * An outcome with all that led to it.
 *
 * @param outcome what came out
 * @param state the inputs that were decided by: the mildest that missing answers leave possible
 * @param worst the inputs if every missing answer were the worst
 * @param battery the battery of the student
 * @param policy the policy that decided
 * @param forms by questionnaire id
 * @param evidence what counted beside the answers
 */
public record OutcomeTrace(
    Outcome outcome,
    State state,
    State worst,
    Battery battery,
    TierPolicy policy,
    Map<String, Form> forms,
    EvidenceOnDay evidence) {

  public OutcomeTrace {
    forms = Map.copyOf(forms);
  }
}
