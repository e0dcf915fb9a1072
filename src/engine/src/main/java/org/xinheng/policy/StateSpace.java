package org.xinheng.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All states that the rules of a policy can tell apart.
 *
 * <p>A rule compares an input with a few values, so every possible value of that input behaves like one of: the lowest,
 * a compared value, or the one above a value that is compared for equality. Enumerating these stands for enumerating
 * everything. Inputs that no rule asks stay at their lowest value.
 */
public final class StateSpace {

  private final List<List<Integer>> values;

  /** The states that the rules of a policy tell apart; see {@link #ofFloors} for its floors. */
  public StateSpace(TierPolicy policy) {
    this(policy.rules());
  }

  private StateSpace(List<TierRule> rules) {
    List<SortedSet<Integer>> told = new ArrayList<>();
    for (Input input : Input.values()) {
      told.add(
          new TreeSet<>(input == Input.PRIMARY ? List.of(State.MISSING, 0, 1, 2, 3) : List.of(0)));
    }
    rules.stream()
        .flatMap(rule -> rule.when().comparisons())
        .forEach(comparison -> tell(comparison, told.get(comparison.input().ordinal())));
    values = told.stream().map(List::copyOf).toList();
  }

  /** The states that the floors of a policy tell apart. */
  public static StateSpace ofFloors(TierPolicy policy) {
    return new StateSpace(policy.floors());
  }

  /** The states that rules and floors together tell apart: many. */
  public static StateSpace ofAll(TierPolicy policy) {
    return new StateSpace(policy.all().toList());
  }

  private static void tell(Condition.Comparison comparison, SortedSet<Integer> told) {
    told.add(comparison.value());
    boolean hasAbove = comparison.value() < comparison.input().highest();
    if (comparison.operator() == Condition.Operator.EXACTLY && hasAbove) {
      told.add(comparison.value() + 1);
    }
  }

  /** The values of an input that the rules tell apart, ascending. */
  public List<Integer> values(Input input) {
    return values.get(input.ordinal());
  }

  /** How many states there are. */
  public long size() {
    return values.stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
  }
}
