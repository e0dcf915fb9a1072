package org.xinheng.validation.norming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.summary.Moments;

/**
 * People of about the same age, ranked among each other. A person's location is the normal quantile of
 * {@code (rank - 1/2) / n}; equal scores share the mean of their ranks.
 */
final class AgeGroups {

  private static final int MOST_VALUES = 25;
  private static final int PEOPLE_A_BAND = 100;
  private static final int MOST_BANDS = 15;

  private final List<Group> used = new ArrayList<>();
  private final List<Group> tooSmall = new ArrayList<>();

  /**
   * One group.
   *
   * @param age the mean of its people
   * @param from the lowest age in it
   * @param to the highest
   * @param raw scores of its people, sorted
   * @param location of each, in the same order
   */
  record Group(double age, double from, double to, List<Double> raw, List<Double> location) {

    Group {
      raw = List.copyOf(raw);
      location = List.copyOf(location);
    }
  }

  /** Of people with both numbers; others are left out. */
  AgeGroups(double[] raw, double[] age, NormingOptions options) {
    double[] ages = Moments.sorted(age);
    long values = Arrays.stream(ages).distinct().count();
    boolean byValue = options.band() == 0 && values <= MOST_VALUES;
    double lowest = ages.length == 0 ? 0 : ages[0];
    double span = ages.length == 0 ? 1 : ages[ages.length - 1] - lowest;
    double width = options.band() > 0
        ? options.band()
        : span / Math.max(1, Math.min(MOST_BANDS, ages.length / PEOPLE_A_BAND));
    TreeMap<Double, List<Integer>> people = new TreeMap<>();
    for (int i = 0; i < raw.length; i++) {
      if (!Double.isNaN(raw[i]) && !Double.isNaN(age[i])) {
        double key = byValue || width == 0
            ? age[i]
            : Math.min(Math.floor((age[i] - lowest) / width), Math.ceil(span / width) - 1);
        people.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
      }
    }
    people.values().forEach(members -> {
      Group group = group(members, raw, age);
      (members.size() >= options.leastPeople() ? used : tooSmall).add(group);
    });
  }

  private static Group group(List<Integer> members, double[] raw, double[] age) {
    double[] scores = members.stream().mapToDouble(i -> raw[i]).sorted().toArray();
    double[] ages = members.stream().mapToDouble(i -> age[i]).toArray();
    List<Double> location = new ArrayList<>();
    for (int first = 0; first < scores.length; ) {
      int end = first;
      while (end < scores.length && scores[end] == scores[first]) {
        end++;
      }
      // The ranks first + 1 to end have the mean (first + 1 + end) / 2.
      double z = Normal.quantile((first + end) / 2.0 / scores.length);
      for (; first < end; first++) {
        location.add(z);
      }
    }
    return new Group(
        Moments.of(ages).mean(),
        Arrays.stream(ages).min().orElseThrow(),
        Arrays.stream(ages).max().orElseThrow(),
        Arrays.stream(scores).boxed().toList(),
        location);
  }

  /** From the youngest. */
  List<Group> used() {
    return used;
  }

  List<Group> tooSmall() {
    return tooSmall;
  }
}
