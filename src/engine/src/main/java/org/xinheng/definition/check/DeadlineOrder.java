package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Due;
import org.xinheng.policy.Occasion;
import org.xinheng.policy.Step;
import org.xinheng.policy.TierPolicy;

/** What is more urgent is never due later. */
final class DeadlineOrder implements Rule<TierPolicy> {

  private static final List<Occasion> MOST_URGENT_FIRST =
      List.of(Occasion.IMMEDIATE, Occasion.SAME_DAY, Occasion.TIER_3, Occasion.TIER_2);

  private static final List<Step> ORDERED = List.of(Step.CONTACT, Step.PLAN, Step.GUARDIAN);

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Step step : ORDERED) {
      for (int i = 1; i < MOST_URGENT_FIRST.size(); i++) {
        Occasion urgent = MOST_URGENT_FIRST.get(i - 1);
        Occasion less = MOST_URGENT_FIRST.get(i);
        Optional<Due> first = policy.deadlines().of(urgent, step);
        policy
            .deadlines()
            .of(less, step)
            .filter(due -> first.isPresent()
                && due.first().roughHours() < first.get().first().roughHours())
            .ifPresent(due -> found.add(error(
                    "policy.deadline-order",
                    places.of(first.orElseThrow()),
                    "'%s' is due after %s for '%s', and after %s for '%s', which is less urgent",
                    step.word(),
                    first.orElseThrow().first(),
                    urgent.word(),
                    due.first(),
                    less.word())
                .hint("let what is more urgent be due first")));
      }
    }
    return found;
  }
}
