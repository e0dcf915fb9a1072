package org.xinheng.validation.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The answers of everybody to one item.
 *
 * @param name of the item
 * @param values what answers may be, rising; each is a category
 * @param answers one a person, {@code NaN} for none; every other one is among the values
 */
public record ItemAnswers(String name, List<Double> values, List<Double> answers) {

  /** @throws IllegalArgumentException if the values do not rise or an answer is none of them */
  public ItemAnswers {
    values = List.copyOf(values);
    answers = List.copyOf(answers);
    for (int k = 1; k < values.size(); k++) {
      if (!(values.get(k) > values.get(k - 1))) {
        throw new IllegalArgumentException(
            "values must rise: %s after %s".formatted(values.get(k), values.get(k - 1)));
      }
    }
    for (double answer : answers) {
      if (!Double.isNaN(answer) && !values.contains(answer)) {
        throw new IllegalArgumentException(
            "'%s' has an answer that is none of %s".formatted(name, values));
      }
    }
  }

  /** With the values that somebody gave. */
  public static ItemAnswers of(String name, double... answers) {
    TreeSet<Double> values = new TreeSet<>();
    List<Double> boxed = new ArrayList<>();
    for (double answer : answers) {
      boxed.add(answer);
      if (!Double.isNaN(answer)) {
        values.add(answer);
      }
    }
    return new ItemAnswers(name, List.copyOf(values), boxed);
  }

  /** How many gave each value. */
  List<Integer> counts() {
    int[] counts = new int[values.size()];
    for (double answer : answers) {
      if (!Double.isNaN(answer)) {
        counts[values.indexOf(answer)]++;
      }
    }
    return Arrays.stream(counts).boxed().toList();
  }

  /** Values that somebody gave. */
  List<Double> given() {
    List<Integer> counts = counts();
    List<Double> given = new ArrayList<>();
    for (int k = 0; k < counts.size(); k++) {
      if (counts.get(k) > 0) {
        given.add(values.get(k));
      }
    }
    return given;
  }
}
