package org.xinheng.validation.irt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What a reader of a study must know. */
final class IrtWarnings {

  private static final int FEW_ANSWERS = 10;
  private static final double STEEP = 4;
  private static final double FLAT = 0.3;
  private static final double LEVEL = 0.05;

  private final List<ItemAnswers> items;
  private final List<ItemAnswers> used;
  private final AnswerPatterns answers;
  private final List<IrtWarning> found = new ArrayList<>();

  IrtWarnings(List<ItemAnswers> items, List<ItemAnswers> used, AnswerPatterns answers) {
    this.items = items;
    this.used = used;
    this.answers = answers;
  }

  List<IrtWarning> of(
      Calibration calibration,
      List<IrtResult.Item> described,
      List<IrtResult.Pair> pairs,
      double q3Mean,
      List<IrtResult.Conditional> conditional) {
    IrtModel model = calibration.model();
    int wanted = model.isRasch() ? 200 : 500;
    if (answers.people() < wanted) {
      add(IrtWarning.Kind.FEW_PEOPLE, List.of(), (double) answers.people(), (double) wanted);
    }
    if (!calibration.converged()) {
      add(IrtWarning.Kind.NOT_CONVERGED, List.of(), (double) calibration.steps());
    }
    if (!calibration.errorsKnown()) {
      add(IrtWarning.Kind.NO_STANDARD_ERRORS, List.of());
    }
    about(
        IrtWarning.Kind.LEFT_OUT,
        items.stream()
            .filter(item -> !used.contains(item))
            .map(ItemAnswers::name)
            .toList());
    about(
        IrtWarning.Kind.UNUSED_VALUE,
        used.stream()
            .filter(item -> item.given().size() < item.values().size())
            .map(ItemAnswers::name)
            .toList());
    about(
        IrtWarning.Kind.RARE_VALUE,
        named(described, item -> item.counts().stream().anyMatch(n -> n < FEW_ANSWERS)));
    if (!model.isRasch()) {
      about(IrtWarning.Kind.NEGATIVE_SLOPE, named(described, item -> slope(item) < 0));
      about(IrtWarning.Kind.STEEP_SLOPE, named(described, item -> slope(item) > STEEP));
      about(IrtWarning.Kind.FLAT_SLOPE, named(described, item -> Math.abs(slope(item)) < FLAT));
    }
    if (model == IrtModel.PARTIAL_CREDIT) {
      about(IrtWarning.Kind.STEPS_NOT_IN_ORDER, named(described, IrtWarnings::falls));
    }
    about(IrtWarning.Kind.MISFIT, misfitting(described));
    if (!pairs.isEmpty()) {
      add(
          IrtWarning.Kind.LOCAL_DEPENDENCE,
          List.of(pairs.get(0).first(), pairs.get(0).second()),
          (double) pairs.size(),
          pairs.get(0).q3(),
          q3Mean);
    }
    if (model.isRasch()) {
      about(conditional);
    }
    return found;
  }

  private void about(List<IrtResult.Conditional> conditional) {
    if (conditional.isEmpty()) {
      add(
          IrtWarning.Kind.NO_CONDITIONAL,
          ConditionalRasch.unboundItems(answers).stream()
              .map(j -> used.get(j).name())
              .toList());
      return;
    }
    conditional.get(0).andersen().stream()
        .filter(test -> test.p() < LEVEL)
        .forEach(test -> add(IrtWarning.Kind.ANDERSEN, List.of(), test.p()));
  }

  private static double slope(IrtResult.Item item) {
    return item.parameters().slope();
  }

  private static boolean falls(IrtResult.Item item) {
    List<Double> steps = item.parameters().difficulties();
    for (int k = 1; k < steps.size(); k++) {
      if (steps.get(k) < steps.get(k - 1)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> named(
      List<IrtResult.Item> described, Predicate<IrtResult.Item> condition) {
    return described.stream().filter(condition).map(IrtResult.Item::name).toList();
  }

  /** Benjamini and Hochberg (1995): the most items of which one in twenty is expected to fit after all. */
  private static List<String> misfitting(List<IrtResult.Item> described) {
    List<IrtResult.Item> sorted = described.stream()
        .filter(item -> !Double.isNaN(item.fit().p()))
        .sorted(Comparator.comparingDouble(item -> item.fit().p()))
        .toList();
    int most = 0;
    for (int i = 0; i < sorted.size(); i++) {
      most = sorted.get(i).fit().p() <= LEVEL * (i + 1) / sorted.size() ? i + 1 : most;
    }
    return sorted.subList(0, most).stream().map(IrtResult.Item::name).toList();
  }

  private void about(IrtWarning.Kind kind, List<String> names) {
    if (!names.isEmpty()) {
      add(kind, names);
    }
  }

  private void add(IrtWarning.Kind kind, List<String> names, Double... numbers) {
    found.add(new IrtWarning(kind, names, List.of(numbers)));
  }
}
