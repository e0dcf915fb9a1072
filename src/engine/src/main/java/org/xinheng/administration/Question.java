package org.xinheng.administration;

import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.ResponseSet;

/**
 * An item to show.
 *
 * @param item which one
 * @param number its place among the questions of the form, from 1
 * @param wording what the student reads; empty without a wording pack, where the number stands beside the printed form
 * @param responses what it takes; empty for text that takes no answer
 * @param choices the options with their labels, in the order of the definition; none if there is nothing to choose from
 * @param ends the labels of the two ends of a slider, low and high; none else
 * @param required whether it may be left blank; even then the student may prefer not to answer
 * @param state what was done with it before
 * @param answer what it was answered with
 */
public record Question(
    ItemReference item,
    int number,
    Optional<String> wording,
    Optional<ResponseSet> responses,
    List<Choice> choices,
    List<String> ends,
    boolean required,
    ItemState state,
    Optional<Answer> answer) {

  public Question {
    choices = List.copyOf(choices);
    ends = List.copyOf(ends);
  }

  /** An option. */
  public record Choice(int code, String label) {}

  /** Whether it takes no answer. */
  public boolean isInformation() {
    return responses.isEmpty();
  }

  /** Whether the student may prefer not to answer: always, where there is something to answer. */
  public boolean mayRefuse() {
    return !isInformation();
  }
}
