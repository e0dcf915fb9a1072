package org.xinheng.validation.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.validation.summary.Covariances;

/** What people answered to the items of one scale, reversed items already reversed, and what groups they belong to. */
public final class ItemData {

  private final String scale;
  private final List<String> items;
  private final List<Double> lowest;
  private final List<Double> highest;
  private final double[][] answers;
  private final Map<String, List<String>> groups = new LinkedHashMap<>();

  /**
   * Answers to a scale.
   *
   * @param scale its name
   * @param items at least two
   * @param lowest the least that each item can be
   * @param highest the most that each item can be
   * @param answers {@code answers[person][item]}, {@code NaN} for none
   */
  public ItemData(
      String scale,
      List<String> items,
      List<Double> lowest,
      List<Double> highest,
      double[][] answers) {
    if (items.size() < 2) {
      throw new IllegalArgumentException(
          "'" + scale + "' needs at least two items, and has " + items.size());
    }
    if (lowest.size() != items.size() || highest.size() != items.size()) {
      throw new IllegalArgumentException("'" + scale
          + "' needs a lowest and a highest answer for each of " + items.size() + " items");
    }
    for (double[] row : answers) {
      if (row.length != items.size()) {
        throw new IllegalArgumentException(
            "'" + scale + "' has rows of " + row.length + " answers to " + items.size() + " items");
      }
    }
    this.scale = scale;
    this.items = List.copyOf(items);
    this.lowest = List.copyOf(lowest);
    this.highest = List.copyOf(highest);
    this.answers = answers;
  }

  /** Adds a grouping of the people by which they are compared; a blank name is a group too. */
  public ItemData withGroups(String name, List<String> groupOfRow) {
    if (groupOfRow.size() != answers.length) {
      throw new IllegalArgumentException("'" + name + "' needs as many rows as there are people: "
          + groupOfRow.size() + " and " + answers.length);
    }
    ItemData more = new ItemData(scale, items, lowest, highest, answers);
    more.groups.putAll(groups);
    more.groups.put(name, List.copyOf(groupOfRow));
    return more;
  }

  /** The people for whom a condition on their row holds. */
  ItemData where(boolean[] kept) {
    double[][] rows = new double[answers.length][];
    int n = 0;
    for (int i = 0; i < answers.length; i++) {
      if (kept[i]) {
        rows[n++] = answers[i];
      }
    }
    return new ItemData(scale, items, lowest, highest, Arrays.copyOf(rows, n));
  }

  public String scale() {
    return scale;
  }

  public List<String> items() {
    return items;
  }

  double lowest(int item) {
    return lowest.get(item);
  }

  double highest(int item) {
    return highest.get(item);
  }

  double lowestSum() {
    return lowest.stream().mapToDouble(Double::doubleValue).sum();
  }

  double highestSum() {
    return highest.stream().mapToDouble(Double::doubleValue).sum();
  }

  int people() {
    return answers.length;
  }

  double[][] answers() {
    return answers;
  }

  double[][] complete() {
    return Covariances.completeRows(answers);
  }

  /** The answers to one item. */
  double[] column(int item) {
    return Arrays.stream(answers).mapToDouble(row -> row[item]).toArray();
  }

  Map<String, List<String>> groups() {
    return groups;
  }

  /** Whether every item is answered in two ways only. */
  boolean isDichotomous() {
    for (int item = 0; item < items.size(); item++) {
      double low = lowest(item);
      double high = highest(item);
      if (Arrays.stream(column(item))
          .anyMatch(answer -> answer != low && answer != high && !Double.isNaN(answer))) {
        return false;
      }
    }
    return true;
  }
}
