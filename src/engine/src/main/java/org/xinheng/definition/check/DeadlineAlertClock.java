package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Due;
import org.xinheng.policy.Occasion;
import org.xinheng.policy.Step;
import org.xinheng.policy.TierPolicy;

/** An alert does not wait for the next school day: the first contact and the guardian's run on clock time. */
final class DeadlineAlertClock implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Occasion occasion : Occasion.values()) {
      for (Step step : new Step[] {Step.CONTACT, Step.GUARDIAN}) {
        policy
            .deadlines()
            .of(occasion, step)
            .filter(due -> occasion.isAlert() && !due.first().unit().isClockTime())
            .ifPresent(due -> found.add(fault(places, occasion, step, due)));
      }
    }
    return found;
  }

  private static Diagnostic fault(Places places, Occasion occasion, Step step, Due due) {
    return error(
            "policy.alert-on-school-days",
            places.of(due),
            "'%s' of alert '%s' is due after %s, which may be days away",
            step.word(),
            occasion.word(),
            due.first())
        .hint("write at once, same day, or a number of hours");
  }
}
