package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Condition;
import org.xinheng.policy.Input;
import org.xinheng.policy.State;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/** With answers at hand, the class teacher's rating raises the tier by one at most. */
final class TeacherRaisesOneTier implements Rule<TierPolicy> {

  private static final int RAISES_TWO = 0;

  private static final Condition NO_ANSWERS =
      new Condition.Comparison(Input.PRIMARY, Condition.Operator.EXACTLY, State.MISSING);

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    return PolicyDiagram.ofRules(policy, places)
        .map(decisions -> check(policy, decisions, places))
        .orElse(List.of());
  }

  private static List<Diagnostic> check(TierPolicy policy, PolicyDiagram decisions, Places places) {
    DecisionDiagram diagram = decisions.diagram();
    int answered = diagram.ifHolds(NO_ANSWERS, DecisionDiagram.NONE, decisions.rules());
    // From no rating to the highest; all that lies above the last value told apart is like it.
    int highest = diagram.space().values(Input.TEACHER).size() - 1;
    DiagramSearch search = DiagramSearch.ofStep(
        diagram,
        new DiagramSearch.Step(Input.TEACHER, Map.of(0, highest)),
        (unrated, rated) -> decisions.severity(rated) > decisions.severity(unrated) + 1
            ? OptionalInt.of(RAISES_TWO)
            : OptionalInt.empty());
    return search.shown(answered, answered).get(RAISES_TWO)
        ? List.of(fault(policy, search.first(answered, answered, RAISES_TWO), places))
        : List.of();
  }

  private static Diagnostic fault(TierPolicy policy, State state, Places places) {
    int unrated = policy.firstRule(state).map(TierRule::severity).orElse(0);
    TierRule rule =
        policy.firstRule(state.with(Input.TEACHER, Input.TEACHER.highest())).orElseThrow();
    return error(
            "policy.teacher-raises-two",
            places.of(rule),
            "rule '%s' raises from tier %d to tier %d on the class teacher's rating alone,"
                + " for: %s",
            rule.id(),
            unrated,
            rule.severity(),
            state)
        .hint("ask for other evidence as well");
  }
}
