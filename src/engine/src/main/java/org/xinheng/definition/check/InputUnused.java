package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;
import static org.xinheng.diagnostic.Diagnostic.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.TierPolicy;

/** An input that is listed is asked by somebody; and what follows from answers has no validity of its own. */
final class InputUnused implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    new TreeMap<>(policy.inputs()).forEach((input, validity) -> {
      if (input.isComputed() && validity.period().isPresent()) {
        found.add(error(
                "policy.input-computed",
                places.of(validity),
                "'%s' follows from answers or from dates of its own and has no validity",
                input.word())
            .hint("write '%s: always'", input.word()));
      } else if (places.isSound(policy) && !policy.asks(input)) {
        found.add(warning(
                "policy.unused-input",
                places.of(validity),
                "no rule and no floor asks '%s'",
                input.word())
            .hint("take it out, or write a rule that asks it"));
      }
    });
    return found;
  }
}
