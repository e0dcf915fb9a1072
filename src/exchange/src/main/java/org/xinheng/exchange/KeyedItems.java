package org.xinheng.exchange;

import java.util.Arrays;
import java.util.List;

/** The items of a scale as everybody answered them, reversed, recoded and weighted as the scale adds them up. */
public final class KeyedItems {

  private final String scale;
  private final List<String> items;
  private final List<Double> lowest;
  private final List<Double> highest;
  private final double[][] answers;

  KeyedItems(
      String scale,
      List<String> items,
      List<Double> lowest,
      List<Double> highest,
      double[][] answers) {
    this.scale = scale;
    this.items = List.copyOf(items);
    this.lowest = List.copyOf(lowest);
    this.highest = List.copyOf(highest);
    this.answers = answers;
  }

  /** The scale, such as {@code phq-9.total}. */
  public String scale() {
    return scale;
  }

  /** The items, such as {@code phq-9.1}. */
  public List<String> items() {
    return items;
  }

  /** The least that each item can add. */
  public List<Double> lowest() {
    return lowest;
  }

  /** The most that each item can add. */
  public List<Double> highest() {
    return highest;
  }

  /** A copy of {@code answers[row][item]}; {@code NaN} for no answer. */
  public double[][] answers() {
    return Arrays.stream(answers).map(double[]::clone).toArray(double[][]::new);
  }
}
