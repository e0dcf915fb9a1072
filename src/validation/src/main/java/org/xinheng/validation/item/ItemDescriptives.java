package org.xinheng.validation.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinheng.validation.summary.Moments;
import org.xinheng.validation.summary.QuantileType;

/**
 * How one item was answered.
 *
 * @param moments of the answers given; skew and kurtosis are those of type 3
 * @param median of them; {@code NaN} if there is none
 * @param floor share of them at the lowest possible answer; {@code NaN} if there is none
 * @param ceiling share of them at the highest possible answer
 * @param missing share of people who gave none
 * @param answers how often each was given, the lowest first
 */
public record ItemDescriptives(
    Moments moments,
    double median,
    double floor,
    double ceiling,
    double missing,
    List<Endorsement> answers) {

  /**
   * How often an answer was given.
   *
   * @param share of the answers given
   */
  public record Endorsement(double answer, int count, double share) {}

  public ItemDescriptives {
    answers = List.copyOf(answers);
  }

  /**
   * Of the answers to one item.
   *
   * @param answers one a person; {@code NaN} for none
   * @param lowest the lowest answer that can be given, whether or not anybody has
   * @param highest the highest
   */
  public static ItemDescriptives of(double[] answers, double lowest, double highest) {
    double[] sorted = Moments.sorted(answers);
    Map<Double, Integer> counts = new TreeMap<>();
    for (double answer : sorted) {
      counts.merge(answer + 0.0, 1, Integer::sum);
    }
    double n = sorted.length;
    List<Endorsement> endorsed = new ArrayList<>();
    counts.forEach((answer, count) -> endorsed.add(new Endorsement(answer, count, count / n)));
    return new ItemDescriptives(
        Moments.of(answers),
        sorted.length == 0 ? Double.NaN : QuantileType.TYPE_7.of(sorted, 0.5),
        counts.getOrDefault(lowest + 0.0, 0) / n,
        counts.getOrDefault(highest + 0.0, 0) / n,
        (answers.length - n) / answers.length,
        endorsed);
  }
}
