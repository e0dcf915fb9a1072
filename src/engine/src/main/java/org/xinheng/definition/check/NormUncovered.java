package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Sex;

/**
 * Every student for whom a questionnaire and a norm set are made has a norm group: girls and boys of each grade, of each
 * age that students of these grades have, and each informant. Language, region and year are what a norm set is chosen by,
 * and are not compared.
 */
final class NormUncovered implements NormRule {

  private static final int YOUNGEST_IN_GRADE = 5;
  private static final int OLDEST_IN_GRADE = 6;

  @Override
  public List<Diagnostic> check(NormSet norms, Instrument instrument, Places places) {
    if (!places.isSound(norms)) {
      return List.of();
    }
    Map<String, List<String>> scalesByGap = new LinkedHashMap<>();
    for (String scale : scales(norms)) {
      String gap = gap(norms.audience(), audiences(norms, scale), instrument);
      if (!gap.isEmpty()) {
        scalesByGap.computeIfAbsent(gap, any -> new ArrayList<>()).add(scale);
      }
    }
    List<Diagnostic> found = new ArrayList<>();
    scalesByGap.forEach((gap, scales) -> found.add(warning(
            "norm.uncovered",
            places.of(norms, "groups"),
            "not every student of questionnaire '%s' has a norm group of %s '%s': %s",
            instrument.id(),
            scales.size() == 1 ? "scale" : "scales",
            String.join("', '", scales),
            gap)
        .hint("add groups if the source has them, or say under 'for' whom these norms are for")));
    return found;
  }

  private static SortedSet<String> scales(NormSet norms) {
    return norms.groups().stream()
        .flatMap(group -> group.scales().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Audience> audiences(NormSet norms, String scale) {
    return norms.groups().stream()
        .filter(group -> group.scales().containsKey(scale))
        .map(NormSet.Group::audience)
        .toList();
  }

  /** Who has no group, in words; empty if everybody has one. */
  private static String gap(Audience all, List<Audience> groups, Instrument instrument) {
    List<String> gaps = new ArrayList<>();
    List<Informant> informants = instrument.about().informants().stream()
        .filter(informant -> isOf(informant, all))
        .sorted()
        .toList();
    List<Informant> without = informants.stream()
        .filter(informant -> groups.stream().noneMatch(group -> isOf(informant, group)))
        .toList();
    if (!without.isEmpty()) {
      gaps.add(
          "informant " + without.stream().map(Informant::word).collect(Collectors.joining(", ")));
    }
    for (Informant informant : informants) {
      if (!without.contains(informant)) {
        List<Audience> of =
            groups.stream().filter(group -> isOf(informant, group)).toList();
        add("grades", grades(all, of, instrument), gaps);
        add("ages", ages(all, of, instrument), gaps);
      }
    }
    return gaps.stream().distinct().collect(Collectors.joining("; "));
  }

  private static boolean isOf(Informant informant, Audience group) {
    return group.informant().map(informant::equals).orElse(true);
  }

  private static List<Integer> grades(Audience all, List<Audience> groups, Instrument instrument) {
    return uncovered(
        instrument.about().grades(),
        grade -> contains(all.grades(), grade),
        sexes(all),
        groups,
        (group, grade) -> contains(group.grades(), grade));
  }

  private static List<Integer> ages(Audience all, List<Audience> groups, Instrument instrument) {
    Interval grades = instrument.about().grades();
    return uncovered(
        instrument.about().ages(),
        age -> grades.first() + YOUNGEST_IN_GRADE <= age
            && age <= grades.last() + OLDEST_IN_GRADE
            && contains(all.ages(), age),
        sexes(all),
        groups,
        (group, age) -> contains(group.ages(), age));
  }

  private static List<Sex> sexes(Audience all) {
    return all.sex().map(List::of).orElse(List.of(Sex.values()));
  }

  private static List<Integer> uncovered(
      Interval declared,
      IntPredicate isMeant,
      List<Sex> sexes,
      List<Audience> groups,
      BiPredicate<Audience, Integer> holds) {
    List<Integer> uncovered = new ArrayList<>();
    for (int value = declared.first(); value <= declared.last(); value++) {
      if (isMeant.test(value) && !isCovered(value, sexes, groups, holds)) {
        uncovered.add(value);
      }
    }
    return uncovered;
  }

  private static boolean isCovered(
      int value, List<Sex> sexes, List<Audience> groups, BiPredicate<Audience, Integer> holds) {
    for (Sex sex : sexes) {
      boolean covered = groups.stream()
          .anyMatch(
              group -> holds.test(group, value) && group.sex().map(sex::equals).orElse(true));
      if (!covered) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(Optional<Interval> condition, int value) {
    return condition.map(interval -> interval.contains(value)).orElse(true);
  }

  /** Adds {@code grades 7..9, 12}. */
  private static void add(String what, List<Integer> values, List<String> to) {
    List<String> runs = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < values.size(); i++) {
      if (i + 1 == values.size() || values.get(i + 1) != values.get(i) + 1) {
        runs.add(new Interval(values.get(first), values.get(i)).toString());
        first = i + 1;
      }
    }
    if (!runs.isEmpty()) {
      to.add(what + " " + String.join(", ", runs));
    }
  }
}
