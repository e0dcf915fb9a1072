package org.xinheng.screening;

import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;

/**
 * What screening says of a student: status × tier × alert, and why.
 *
 * @param status how far the student could be classified
 * @param tier the tier; empty if none can be given
 * @param atLeast a tier that is certain even so; equal to {@code tier} where that is given
 * @param alert how fast a person must act
 * @param rule id of the rule of the policy that decided; empty if the answers decide nothing
 * @param reasons the rule in words first, or why none decides; then each input that it met with its value, cut-off
 *     and source
 */
public record Outcome(
    Status status,
    Optional<Tier> tier,
    Optional<Tier> atLeast,
    Alert alert,
    Optional<String> rule,
    List<Text> reasons) {

  public Outcome {
    reasons = List.copyOf(reasons);
  }

  /** The rule and the input that weighs most, in one sentence. */
  public Text reason() {
    if (reasons.size() == 1) {
      return reasons.get(0);
    }
    return new Text(
        reasons.get(0).en() + ": " + reasons.get(1).en(),
        reasons.get(0).zhCn() + "：" + reasons.get(1).zhCn());
  }

  /** An alert, or tier 2 or 3 for certain: somebody is to be in touch with the student. */
  public boolean needsSupport() {
    return alert.isRaised()
        || atLeast.filter(certain -> certain != Tier.UNIVERSAL).isPresent();
  }
}
