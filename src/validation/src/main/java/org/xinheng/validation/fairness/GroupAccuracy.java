package org.xinheng.validation.fairness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xinheng.validation.Interval;
import org.xinheng.validation.accuracy.Confusion;
import org.xinheng.validation.accuracy.ProportionInterval;
import org.xinheng.validation.accuracy.Rate;
import org.xinheng.validation.accuracy.TwoProportions;

/**
 * What a cut-off does in each group. A rate that rests on fewer people than may be shown is {@linkplain #isHidden hidden},
 * and so is every comparison with it.
 */
public final class GroupAccuracy {

  private static final Interval HIDDEN = Interval.UNDEFINED;

  private final SortedMap<String, Confusion> groups;
  private final int leastShown;

  private GroupAccuracy(SortedMap<String, Confusion> groups, int leastShown) {
    this.groups = groups;
    this.leastShown = leastShown;
  }

  /**
   * Counts people by group.
   *
   * @param flagged by the cut-off
   * @param isCase the criterion
   * @param group of each person
   * @param leastShown the fewest people a shown rate may rest on; 1 shows all
   */
  public static GroupAccuracy of(
      boolean[] flagged, boolean[] isCase, String[] group, int leastShown) {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < group.length; i++) {
      rows.computeIfAbsent(group[i], name -> new ArrayList<>()).add(i);
    }
    SortedMap<String, Confusion> groups = new TreeMap<>();
    rows.forEach((name, indices) -> groups.put(name, counted(flagged, isCase, indices)));
    return new GroupAccuracy(groups, leastShown);
  }

  private static Confusion counted(boolean[] flagged, boolean[] isCase, List<Integer> rows) {
    boolean[] f = new boolean[rows.size()];
    boolean[] y = new boolean[rows.size()];
    for (int i = 0; i < f.length; i++) {
      f[i] = flagged[rows.get(i)];
      y[i] = isCase[rows.get(i)];
    }
    return Confusion.of(f, y);
  }

  /** The names of the groups, in order. */
  public List<String> groups() {
    return List.copyOf(groups.keySet());
  }

  /** The counts of a group, hidden or not; those of nobody for a group that is not there. */
  public Confusion counts(String group) {
    return groups.getOrDefault(group, new Confusion(0, 0, 0, 0));
  }

  /** Whether a rate rests on too few people to be shown. */
  public boolean isHidden(String group, Rate rate) {
    return rate.of(counts(group)) < leastShown;
  }

  /** A rate of a group; {@code NaN} if hidden. */
  public double rate(String group, Rate rate) {
    return isHidden(group, rate) ? Double.NaN : rate.value(counts(group));
  }

  /** The interval of a rate of a group; undefined if hidden. */
  public Interval interval(String group, Rate rate, ProportionInterval method, double level) {
    return isHidden(group, rate) ? HIDDEN : rate.interval(counts(group), method, level);
  }

  /**
   * A rate of one group beside that of another.
   *
   * @param difference first less second
   * @param differenceInterval by Newcombe
   * @param ratio first by second
   * @param ratioInterval by Donner and Zou
   * @param p by Fisher's exact test
   */
  public record Gap(
      double difference,
      Interval differenceInterval,
      double ratio,
      Interval ratioInterval,
      double p) {}

  /** Compares a rate of two groups; everything is undefined if it is hidden or nobody is counted in one of them. */
  public Gap gap(String first, String second, Rate rate, double level) {
    Confusion a = counts(first);
    Confusion b = counts(second);
    if (isHidden(first, rate) || isHidden(second, rate) || rate.of(a) == 0 || rate.of(b) == 0) {
      return new Gap(Double.NaN, HIDDEN, Double.NaN, HIDDEN, Double.NaN);
    }
    TwoProportions two = new TwoProportions(rate.count(a), rate.of(a), rate.count(b), rate.of(b));
    return new Gap(
        two.difference(),
        two.differenceInterval(level),
        two.ratio(),
        two.ratioInterval(level),
        two.fisherP());
  }

  /** The larger of the gaps in sensitivity and in specificity: 0 for equalised odds. {@code NaN} if one is hidden. */
  public double equalisedOddsGap(String first, String second) {
    double sensitivity = rate(first, Rate.SENSITIVITY) - rate(second, Rate.SENSITIVITY);
    double specificity = rate(first, Rate.SPECIFICITY) - rate(second, Rate.SPECIFICITY);
    return Math.max(Math.abs(sensitivity), Math.abs(specificity));
  }

  /** The largest gap of a rate between any two groups that show it; 0 if fewer than two do. */
  public double largestGap(Rate rate) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (String group : groups.keySet()) {
      double value = rate(group, rate);
      if (!Double.isNaN(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    return most > least ? most - least : 0;
  }
}
