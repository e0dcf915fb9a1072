package org.xinheng.validation.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.xinheng.validation.Direction;
import org.xinheng.validation.accuracy.Confusion;
import org.xinheng.validation.accuracy.ProportionInterval;
import org.xinheng.validation.accuracy.Rate;
import org.xinheng.validation.fairness.GroupAccuracy;
import org.xinheng.validation.roc.Auc;

/**
 * Accuracy by group, with what rests on few people hidden. If cases, or controls, are hidden in one group only, they are
 * hidden in the group with the next fewest as well: else they could be worked out from the whole sample.
 */
final class GroupFigures {

  private final double[] scores;
  private final boolean[] isCase;
  private final String[] group;
  private final Direction direction;
  private final GroupAccuracy accuracy;
  private final StudyOptions options;
  private final Set<String> hiddenCases;
  private final Set<String> hiddenControls;
  private final String reference;

  GroupFigures(
      double[] scores,
      boolean[] isCase,
      String[] group,
      Direction direction,
      double cutOff,
      StudyOptions options) {
    this.scores = scores;
    this.isCase = isCase;
    this.group = group;
    this.direction = direction;
    this.options = options;
    boolean[] flagged = new boolean[scores.length];
    for (int i = 0; i < flagged.length; i++) {
      flagged[i] = direction.turned(scores[i]) >= direction.turned(cutOff);
    }
    this.accuracy = GroupAccuracy.of(flagged, isCase, group, options.leastShown());
    this.hiddenCases = hidden(Confusion::cases);
    this.hiddenControls = hidden(Confusion::controls);
    this.reference = accuracy.groups().stream()
        .max(Comparator.comparingLong(name -> accuracy.counts(name).n()))
        .orElse("");
  }

  private Set<String> hidden(ToLongFunction<Confusion> people) {
    Set<String> hidden = new HashSet<>();
    List<String> byPeople = new ArrayList<>(accuracy.groups());
    byPeople.sort(Comparator.comparingLong(name -> people.applyAsLong(accuracy.counts(name))));
    for (String name : byPeople) {
      if (people.applyAsLong(accuracy.counts(name)) < options.leastShown()) {
        hidden.add(name);
      }
    }
    if (hidden.size() == 1 && byPeople.size() > 1) {
      hidden.add(byPeople.get(1));
    }
    return hidden;
  }

  ScoreResult.Grouping grouping(String column) {
    return new ScoreResult.Grouping(
        column,
        reference,
        accuracy.groups().stream().map(this::figures).toList(),
        largestGap(Rate.SENSITIVITY, hiddenCases),
        largestGap(Rate.SPECIFICITY, hiddenControls),
        largestGap(Rate.FLAGGED, union(hiddenCases, hiddenControls)));
  }

  private static Set<String> union(Set<String> first, Set<String> second) {
    Set<String> union = new HashSet<>(first);
    union.addAll(second);
    return union;
  }

  private double largestGap(Rate rate, Set<String> hidden) {
    double[] shown = accuracy.groups().stream()
        .filter(name -> !hidden.contains(name))
        .mapToDouble(name -> accuracy.rate(name, rate))
        .filter(value -> !Double.isNaN(value))
        .sorted()
        .toArray();
    return shown.length < 2 ? Double.NaN : shown[shown.length - 1] - shown[0];
  }

  private ScoreResult.Group figures(String name) {
    Confusion counts = accuracy.counts(name);
    boolean isWholeShown = !hiddenCases.contains(name) && !hiddenControls.contains(name);
    GroupAccuracy.Gap sensitivityGap =
        accuracy.gap(name, reference, Rate.SENSITIVITY, options.level());
    GroupAccuracy.Gap specificityGap =
        accuracy.gap(name, reference, Rate.SPECIFICITY, options.level());
    GroupAccuracy.Gap flaggedGap = accuracy.gap(name, reference, Rate.FLAGGED, options.level());
    boolean hasSensitivityGap = isCompared(name, hiddenCases);
    boolean hasSpecificityGap = isCompared(name, hiddenControls);
    return new ScoreResult.Group(
        name,
        isWholeShown ? counts.n() : Double.NaN,
        isWholeShown ? counts.cases() : Double.NaN,
        isWholeShown ? area(name) : Figure.NONE,
        hiddenCases.contains(name) ? Figure.NONE : figure(name, Rate.SENSITIVITY),
        hiddenControls.contains(name) ? Figure.NONE : figure(name, Rate.SPECIFICITY),
        isWholeShown ? figure(name, Rate.PPV) : Figure.NONE,
        isWholeShown ? figure(name, Rate.NPV) : Figure.NONE,
        isWholeShown ? figure(name, Rate.FLAGGED) : Figure.NONE,
        isWholeShown ? figure(name, Rate.PREVALENCE) : Figure.NONE,
        hasSensitivityGap
            ? new Figure(sensitivityGap.difference(), sensitivityGap.differenceInterval())
            : Figure.NONE,
        hasSensitivityGap ? sensitivityGap.p() : Double.NaN,
        hasSpecificityGap
            ? new Figure(specificityGap.difference(), specificityGap.differenceInterval())
            : Figure.NONE,
        hasSpecificityGap ? specificityGap.p() : Double.NaN,
        hasSensitivityGap && hasSpecificityGap
            ? new Figure(flaggedGap.ratio(), flaggedGap.ratioInterval())
            : Figure.NONE,
        hasSensitivityGap && hasSpecificityGap
            ? accuracy.equalisedOddsGap(name, reference)
            : Double.NaN);
  }

  private boolean isCompared(String name, Set<String> hidden) {
    return !name.equals(reference) && !hidden.contains(name) && !hidden.contains(reference);
  }

  private Figure figure(String name, Rate rate) {
    return new Figure(
        accuracy.rate(name, rate),
        accuracy.interval(name, rate, ProportionInterval.WILSON, options.level()));
  }

  private Figure area(String name) {
    double[] own = scores.clone();
    for (int i = 0; i < own.length; i++) {
      own[i] = group[i].equals(name) ? own[i] : Double.NaN;
    }
    Auc auc = Auc.of(own, isCase, direction);
    return new Figure(auc.value(), auc.interval(options.level()));
  }
}
