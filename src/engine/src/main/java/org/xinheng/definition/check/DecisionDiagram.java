package org.xinheng.definition.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.policy.Condition;
import org.xinheng.policy.Input;
import org.xinheng.policy.StateSpace;

/**
 * What rules decide for every state, without looking at every state: a decision diagram.
 *
 * <p>A node asks one input and has a child for each of its values that the rules tell apart; a leaf is a decision. Inputs are
 * asked in their own order, equal nodes are one node, and a node whose children are all the same is left out. So two
 * conditions that always hold together are the same node, and what ten thousands of states have in common is looked at once:
 * the default policy has 46,080 states and some hundred nodes. There are never more nodes than states.
 *
 * @see "Bryant (1986), Graph-based algorithms for Boolean function manipulation, IEEE Transactions on Computers C-35, 677-691"
 */
final class DecisionDiagram {

  /** Nothing is decided; a condition does not hold. */
  static final int NONE = 0;

  /** A condition holds. */
  private static final int HOLDS = 1;

  private final StateSpace space;
  private final int leaves;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Node, Integer> known = new HashMap<>();
  private final Map<Choice, Integer> chosen = new HashMap<>();

  /**
   * A diagram with leaves from 0.
   *
   * @param leaves how many there are, at least 2
   */
  DecisionDiagram(StateSpace space, int leaves) {
    this.space = space;
    this.leaves = leaves;
  }

  private record Node(Input input, List<Integer> children) {}

  private record Choice(int condition, int then, int otherwise) {}

  StateSpace space() {
    return space;
  }

  boolean isLeaf(int node) {
    return node < leaves;
  }

  /** What is left of a node once an input has a value, which is given by its place among those told apart. */
  int child(int node, Input input, int place) {
    return !isLeaf(node) && inner(node).input() == input
        ? inner(node).children().get(place)
        : node;
  }

  /** The input that is asked first in either of two nodes, of which one at least is no leaf. */
  Input firstAsked(int one, int other) {
    if (isLeaf(one)) {
      return inner(other).input();
    }
    Input input = inner(one).input();
    return isLeaf(other) || input.compareTo(inner(other).input()) <= 0
        ? input
        : inner(other).input();
  }

  /** The node that gives a leaf where the condition holds, and another node's decision elsewhere. */
  int ifHolds(Condition condition, int leaf, int otherwise) {
    return choose(of(condition), leaf, otherwise);
  }

  private int of(Condition condition) {
    if (condition instanceof Condition.Comparison comparison) {
      return ask(
          comparison.input(),
          space.values(comparison.input()).stream()
              .map(value -> holds(comparison, value) ? HOLDS : NONE)
              .toList());
    }
    if (condition instanceof Condition.All all) {
      int node = HOLDS;
      for (Condition part : all.parts()) {
        node = choose(node, of(part), NONE);
      }
      return node;
    }
    if (condition instanceof Condition.Any any) {
      int node = NONE;
      for (Condition part : any.parts()) {
        node = choose(node, HOLDS, of(part));
      }
      return node;
    }
    return of(((Condition.Named) condition).condition());
  }

  private static boolean holds(Condition.Comparison comparison, int value) {
    return switch (comparison.operator()) {
      case EXACTLY -> value == comparison.value();
      case AT_OR_ABOVE -> value >= comparison.value();
    };
  }

  private int choose(int condition, int then, int otherwise) {
    if (isLeaf(condition)) {
      return condition == HOLDS ? then : otherwise;
    }
    if (then == otherwise) {
      return then;
    }
    Choice choice = new Choice(condition, then, otherwise);
    Integer before = chosen.getOrDefault(choice, -1);
    if (before >= 0) {
      return before;
    }
    Input input = firstAsked(condition, then);
    input = firstAsked(condition, otherwise).compareTo(input) < 0
        ? firstAsked(condition, otherwise)
        : input;
    List<Integer> children = new ArrayList<>();
    for (int place = 0; place < space.values(input).size(); place++) {
      children.add(choose(
          child(condition, input, place),
          child(then, input, place),
          child(otherwise, input, place)));
    }
    int node = ask(input, children);
    chosen.put(choice, node);
    return node;
  }

  private int ask(Input input, List<Integer> children) {
    int first = children.get(0);
    if (children.stream().allMatch(child -> child == first)) {
      return first;
    }
    return known.computeIfAbsent(new Node(input, List.copyOf(children)), node -> {
      nodes.add(node);
      return leaves + nodes.size() - 1;
    });
  }

  private Node inner(int node) {
    return nodes.get(node - leaves);
  }
}
