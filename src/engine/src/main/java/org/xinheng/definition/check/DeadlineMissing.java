package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Deadlines;
import org.xinheng.policy.Occasion;
import org.xinheng.policy.Step;
import org.xinheng.policy.TierPolicy;

/** A policy with deadlines has one for the first contact of each alert and of tier 3; and only an alert is cleared. */
final class DeadlineMissing implements Rule<TierPolicy> {

  private static final List<Occasion> NEVER_WITHOUT =
      List.of(Occasion.IMMEDIATE, Occasion.SAME_DAY, Occasion.TIER_3);

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    Deadlines deadlines = policy.deadlines();
    List<Diagnostic> found = new ArrayList<>();
    if (places.isSound(deadlines)) {
      for (Occasion occasion : NEVER_WITHOUT) {
        if (deadlines.of(occasion, Step.CONTACT).isEmpty()) {
          found.add(error(
                  "policy.deadline-missing",
                  places.of(deadlines, occasion.word()),
                  "nothing says when the first contact for '%s' is due",
                  occasion.word())
              .hint("write 'contact: …' under '%s'", occasion.word()));
        }
      }
    }
    deadlines
        .due()
        .forEach((occasion, steps) -> steps.forEach((step, due) -> {
          if (due.afterClearing() && !occasion.isAlert()) {
            found.add(error(
                    "policy.after-clearing",
                    places.of(due),
                    "'%s' of '%s' waits for a clearing, and only an alert is cleared",
                    step.word(),
                    occasion.word())
                .hint("take 'after-clearing' out"));
          }
        }));
    return found;
  }
}
