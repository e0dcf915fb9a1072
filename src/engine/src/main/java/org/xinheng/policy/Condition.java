package org.xinheng.policy;

import java.util.List;
import java.util.stream.Stream;

/**
 * A condition on the inputs of a tier rule. (What is asked of the answers to one questionnaire is
 * {@link org.xinheng.instrument.Condition}.)
 */
public sealed interface Condition {

  boolean holds(State state);

  /** The comparisons it is made of, for explanations and for the enumeration of cases. */
  Stream<Comparison> comparisons();

  /** One input against one value. */
  record Comparison(Input input, Operator operator, int value) implements Condition {
    @Override
    public boolean holds(State state) {
      int actual = state.value(input);
      return switch (operator) {
        case EXACTLY -> actual == value;
        case AT_OR_ABOVE -> actual >= value;
      };
    }

    @Override
    public Stream<Comparison> comparisons() {
      return Stream.of(this);
    }
  }

  /** How an input is compared. */
  enum Operator {
    EXACTLY,
    AT_OR_ABOVE
  }

  /** All parts hold; with no parts it always holds. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(State state) {
      for (Condition part : parts) {
        if (!part.holds(state)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Stream<Comparison> comparisons() {
      return parts.stream().flatMap(Condition::comparisons);
    }
  }

  /** At least one part holds. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(State state) {
      for (Condition part : parts) {
        if (part.holds(state)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Stream<Comparison> comparisons() {
      return parts.stream().flatMap(Condition::comparisons);
    }
  }

  /** A condition that the policy names. */
  record Named(String name, Condition condition) implements Condition {
    @Override
    public boolean holds(State state) {
      return condition.holds(state);
    }

    @Override
    public Stream<Comparison> comparisons() {
      return condition.comparisons();
    }
  }
}
