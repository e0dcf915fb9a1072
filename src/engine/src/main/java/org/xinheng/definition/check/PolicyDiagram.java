package org.xinheng.definition.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.policy.Input;
import org.xinheng.policy.State;
import org.xinheng.policy.StateSpace;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/** What a policy decides for every state, for rules that look at all of them. */
final class PolicyDiagram {

  /** More comparisons than this, over all states, are too many even if no two states have anything in common. */
  private static final long MOST_COMPARISONS = 50_000_000;

  private final TierPolicy policy;
  private final DecisionDiagram diagram;

  private PolicyDiagram(TierPolicy policy, StateSpace space) {
    this.policy = policy;
    this.diagram =
        new DecisionDiagram(space, 2 + policy.rules().size() + policy.floors().size());
  }

  /** Of the states that the rules tell apart; empty for a policy that was not read soundly, or has too many states. */
  static Optional<PolicyDiagram> ofRules(TierPolicy policy, Places places) {
    return places.isSound(policy) && !isTooLarge(policy)
        ? Optional.of(new PolicyDiagram(policy, new StateSpace(policy)))
        : Optional.empty();
  }

  /** Of the states that the floors tell apart. */
  static PolicyDiagram ofFloors(TierPolicy policy) {
    return new PolicyDiagram(policy, StateSpace.ofFloors(policy));
  }

  /** Of the states that rules and floors together tell apart. */
  static PolicyDiagram ofAll(TierPolicy policy) {
    return new PolicyDiagram(policy, StateSpace.ofAll(policy));
  }

  static boolean isTooLarge(TierPolicy policy) {
    long rules = policy.rules().size()
        + policy.rules().stream()
            .mapToLong(rule -> rule.when().comparisons().count())
            .sum();
    return new StateSpace(policy).size() > MOST_COMPARISONS / Math.max(1, rules);
  }

  DecisionDiagram diagram() {
    return diagram;
  }

  /** The node of the first rule that holds. */
  int rules() {
    int node = DecisionDiagram.NONE;
    for (int rule = policy.rules().size() - 1; rule >= 0; rule--) {
      node = diagram.ifHolds(policy.rules().get(rule).when(), leafOfRule(rule), node);
    }
    return node;
  }

  /** The node of the highest floor that holds, of several the first. */
  int floors() {
    List<Integer> ascending = new ArrayList<>();
    for (int floor = policy.floors().size() - 1; floor >= 0; floor--) {
      ascending.add(floor);
    }
    ascending.sort(Comparator.comparingInt(floor -> policy.floors().get(floor).severity()));
    int node = DecisionDiagram.NONE;
    for (int floor : ascending) {
      TierRule of = policy.floors().get(floor);
      if (of.severity() > 0) {
        node = diagram.ifHolds(of.when(), leafOfFloor(floor), node);
      }
    }
    return node;
  }

  static int leafOfRule(int rule) {
    return 1 + rule;
  }

  int leafOfFloor(int floor) {
    return leafOfRule(policy.rules().size()) + floor;
  }

  /** How much a leaf gives; 0 if it decides nothing. */
  int severity(int leaf) {
    if (leaf == DecisionDiagram.NONE) {
      return 0;
    }
    TierRule decision = leaf < leafOfFloor(0)
        ? policy.rules().get(leaf - leafOfRule(0))
        : policy.floors().get(leaf - leafOfFloor(0));
    return decision.severity();
  }

  /**
   * The step from each value of an input to the next worse one; none of an input that is not ordered. A missing primary band
   * is not compared with a band that is there: not knowing is neither better nor worse.
   */
  DiagramSearch.Step worsening(Input input) {
    List<Integer> values = diagram.space().values(input);
    Map<Integer, Integer> next = new HashMap<>();
    for (int place = 0; place + 1 < values.size(); place++) {
      if (input.isOrdered() && values.get(place) != State.MISSING) {
        next.put(place, place + 1);
      }
    }
    return new DiagramSearch.Step(input, next);
  }

  /** The state of a step from which it starts, and where it leads. */
  record Worsening(State state, Input input, State worse) {

    /** In the order of states, then of inputs. */
    static final Comparator<Worsening> ORDER = Comparator.comparing(
            Worsening::state, PolicyDiagram::compare)
        .thenComparing(Worsening::input);
  }

  /** The first worsening that shows something. */
  Worsening first(DiagramSearch search, int node, DiagramSearch.Step step, int number) {
    State state = search.first(node, node, number);
    List<Integer> values = diagram.space().values(step.input());
    int place = values.indexOf(state.value(step.input()));
    int to = Optional.ofNullable(step.to().get(place)).orElseThrow();
    return new Worsening(state, step.input(), state.with(step.input(), values.get(to)));
  }

  private static int compare(State one, State other) {
    for (Input input : Input.values()) {
      int order = Integer.compare(one.value(input), other.value(input));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
