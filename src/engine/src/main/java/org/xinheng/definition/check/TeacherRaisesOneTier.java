package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Input;
import org.xinheng.policy.State;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/** With answers at hand, the class teacher's rating raises the tier by one at most. */
final class TeacherRaisesOneTier implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    PolicyStates.of(policy, places)
        .ifPresent(space -> space.forEach(state -> {
          boolean unrated =
              state.value(Input.TEACHER) == 0 && state.value(Input.PRIMARY) != State.MISSING;
          if (found.isEmpty() && unrated) {
            check(policy, state, places, found);
          }
        }));
    return found;
  }

  private static void check(TierPolicy policy, State state, Places places, List<Diagnostic> found) {
    int unrated = policy.firstRule(state).map(TierRule::severity).orElse(0);
    State rated = state.with(Input.TEACHER, Input.TEACHER.highest());
    policy
        .firstRule(rated)
        .filter(rule -> rule.severity() > unrated + 1)
        .ifPresent(rule -> found.add(error(
                "policy.teacher-raises-two",
                places.of(rule),
                "rule '%s' raises from tier %d to tier %d on the class teacher's rating alone,"
                    + " for: %s",
                rule.id(),
                unrated,
                rule.severity(),
                state)
            .hint("ask for other evidence as well")));
  }
}
