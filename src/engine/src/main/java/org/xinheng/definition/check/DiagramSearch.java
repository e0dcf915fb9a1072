package org.xinheng.definition.check;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.xinheng.policy.Input;
import org.xinheng.policy.State;

/**
 * Looks in a diagram for states of which two decisions show something: two decisions of one state, or those of a state and of
 * one that differs from it in one input. What two nodes show is found once, however many states lead to them.
 */
final class DiagramSearch {

  private final DecisionDiagram diagram;
  private final Optional<Step> step;
  private final Sign sign;
  private final Map<Pair, BitSet> shown = new HashMap<>();

  private DiagramSearch(DecisionDiagram diagram, Optional<Step> step, Sign sign) {
    this.diagram = diagram;
    this.step = step;
    this.sign = sign;
  }

  /** What two decisions show, by a number from 0; nothing if they are the same. */
  interface Sign {
    OptionalInt of(int first, int second);
  }

  /**
   * From a state to one that differs in an input.
   *
   * @param to by the place of a value the place of the value that it becomes
   */
  record Step(Input input, Map<Integer, Integer> to) {
    Step {
      to = Map.copyOf(to);
    }
  }

  private record Pair(int first, int second) {}

  /** Compares two decisions of one state. */
  static DiagramSearch ofOneState(DecisionDiagram diagram, Sign sign) {
    return new DiagramSearch(diagram, Optional.empty(), sign);
  }

  /** Compares the decision of a state with that of the state a step away. */
  static DiagramSearch ofStep(DecisionDiagram diagram, Step step, Sign sign) {
    return new DiagramSearch(diagram, Optional.of(step), sign);
  }

  /** All that some state shows. */
  BitSet shown(int first, int second) {
    Pair pair = new Pair(first, second);
    BitSet found = shown.getOrDefault(pair, new BitSet());
    if (!shown.containsKey(pair)) {
      if (isDecided(pair)) {
        sign.of(first, second).ifPresent(found::set);
      } else if (!isPastStep(pair)) {
        Input input = diagram.firstAsked(first, second);
        for (int place = 0; place < diagram.space().values(input).size(); place++) {
          next(pair, input, place).ifPresent(then -> found.or(shown(then.first(), then.second())));
        }
      }
      shown.put(pair, found);
    }
    return found;
  }

  /** The first state, in the order of inputs and values, that shows something; it must be among what is shown. */
  State first(int first, int second, int number) {
    Pair pair = new Pair(first, second);
    State state = State.UNKNOWN;
    while (!isDecided(pair)) {
      Input input = diagram.firstAsked(pair.first(), pair.second());
      int place = 0;
      while (!next(pair, input, place).filter(then -> shows(then, number)).isPresent()) {
        place++;
      }
      state = state.with(input, diagram.space().values(input).get(place));
      pair = next(pair, input, place).orElseThrow();
    }
    return state;
  }

  private boolean shows(Pair pair, int number) {
    return shown(pair.first(), pair.second()).get(number);
  }

  private boolean isDecided(Pair pair) {
    return diagram.isLeaf(pair.first()) && diagram.isLeaf(pair.second());
  }

  /** Whether both are the same and nothing can set them apart any more. */
  private boolean isPastStep(Pair pair) {
    return step.isPresent()
        && pair.first() == pair.second()
        && step.get().input().compareTo(diagram.firstAsked(pair.first(), pair.second())) < 0;
  }

  /** Where a value of the input leads; nowhere if it is the input of the step and this value has none. */
  private Optional<Pair> next(Pair pair, Input input, int place) {
    if (step.isEmpty() || step.get().input() != input) {
      return Optional.of(new Pair(
          diagram.child(pair.first(), input, place), diagram.child(pair.second(), input, place)));
    }
    return Optional.ofNullable(step.get().to().get(place))
        .map(to -> new Pair(
            diagram.child(pair.first(), input, place), diagram.child(pair.second(), input, to)));
  }
}
