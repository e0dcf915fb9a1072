package org.xinheng.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * All states that the rules of a policy can tell apart.
 *
 * <p>A rule compares an input with a few values, so every possible value of that input behaves like one of: the lowest,
 * a compared value, or the one above a value that is compared for equality. Enumerating these stands for enumerating
 * everything. Inputs that no rule asks stay at their lowest value.
 */
public final class StateSpace {

    private final Map<Input, List<Integer>> values = new EnumMap<>(Input.class);

    public StateSpace(TierPolicy policy) {
        Map<Input, SortedSet<Integer>> told = new EnumMap<>(Input.class);
        for (Input input : Input.values()) {
            told.put(input, new TreeSet<>(List.of(0)));
        }
        told.get(Input.PRIMARY).addAll(List.of(State.MISSING, 1, 2, 3));
        policy.rules().stream().flatMap(rule -> rule.when().comparisons()).forEach(comparison -> {
            SortedSet<Integer> of = told.get(comparison.input());
            of.add(comparison.value());
            if (comparison.operator() == Condition.Operator.EXACTLY
                    && comparison.value() < comparison.input().highest()) {
                of.add(comparison.value() + 1);
            }
        });
        told.forEach((input, set) -> values.put(input, List.copyOf(set)));
    }

    /** The values of an input that the rules tell apart, ascending. */
    public List<Integer> values(Input input) {
        return values.get(input);
    }

    /** Visits every state. */
    public void forEach(Consumer<State> visitor) {
        visit(State.UNKNOWN, new ArrayList<>(List.of(Input.values())), visitor);
    }

    private void visit(State state, List<Input> open, Consumer<State> visitor) {
        if (open.isEmpty()) {
            visitor.accept(state);
            return;
        }
        Input input = open.get(0);
        for (int value : values(input)) {
            visit(state.with(input, value), open.subList(1, open.size()), visitor);
        }
    }
}
