package org.xinheng.policy;

import java.util.Arrays;
import java.util.StringJoiner;

/** The value of every input for one student. Inputs that nobody set are 0; the primary band starts as missing. */
public final class State {

  /** The primary band of a student whose primary scale has no score. */
  public static final int MISSING = -1;

  /** Nothing known. */
  public static final State UNKNOWN =
      new State(new int[Input.values().length]).with(Input.PRIMARY, MISSING);

  private final int[] values;

  private State(int[] values) {
    this.values = values;
  }

  public int value(Input input) {
    return values[input.ordinal()];
  }

  /**
   * The same with one input changed.
   *
   * @throws IllegalArgumentException if the value is not one of the input's
   */
  public State with(Input input, int value) {
    int lowest = input == Input.PRIMARY ? MISSING : 0;
    if (!(lowest <= value && value <= input.highest())) {
      throw new IllegalArgumentException(
          input.word() + " must be in [" + lowest + ", " + input.highest() + "]: " + value);
    }
    int[] changed = values.clone();
    changed[input.ordinal()] = value;
    return new State(changed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof State state && Arrays.equals(values, state.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** The inputs that are not 0: {@code primary 2, teacher 3}. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ");
    for (Input input : Input.values()) {
      if (input == Input.PRIMARY || value(input) != 0) {
        text.add(input.word() + " " + shown(input));
      }
    }
    return text.toString();
  }

  /** One value as a policy writes it. */
  public String shown(Input input) {
    int value = value(input);
    if (value == MISSING) {
      return "missing";
    }
    return input.words().isEmpty() ? Integer.toString(value) : input.words().get(value);
  }
}
