package org.xinheng.validation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.xinheng.validation.dif.EtsClass;
import org.xinheng.validation.dif.LogisticDif;
import org.xinheng.validation.dif.Mantel;
import org.xinheng.validation.dif.MantelHaenszel;
import org.xinheng.validation.dif.MantelHaenszel.Correction;
import org.xinheng.validation.dif.Purification;
import org.xinheng.validation.summary.Covariances;

/**
 * The items of a scale compared between groups. Each group is compared with the largest; people lacking an answer are left out.
 *
 * <p>People are matched again and again without the items whose difference is more than negligible. Leaving out all that are
 * significant, as is customary, goes round in circles in large samples: what one item favours in a group the others seem to
 * disfavour, all are flagged, and nothing is left to match by. If matching does not come to rest even so, people are matched by
 * all items.
 */
public final class DifStudy {

  private static final int MOST_ROUNDS = 10;
  private static final Correction CORRECTION = Correction.HALF_UNLESS_CLOSER;
  private static final int ENOUGH = 100;

  private final ItemData data;
  private final StudyOptions options;
  private final List<Warning> warnings;

  private DifStudy(ItemData data, StudyOptions options, List<Warning> warnings) {
    this.data = data;
    this.options = options;
    this.warnings = warnings;
  }

  /**
   * Compares by each grouping.
   *
   * @param warnings to which those of the comparison are added
   * @return one for each group but the largest; none for groups of fewer people than may be shown
   */
  public static List<DifResult> run(ItemData data, StudyOptions options, List<Warning> warnings) {
    DifStudy study = new DifStudy(data, options, warnings);
    List<DifResult> results = new ArrayList<>();
    data.groups().forEach((column, names) -> results.addAll(study.by(column, names)));
    return results;
  }

  private List<DifResult> by(String column, List<String> names) {
    int[] complete = IntStream.range(0, data.people())
        .filter(i -> Arrays.stream(data.answers()[i]).noneMatch(Double::isNaN))
        .toArray();
    Map<String, Integer> sizes = new TreeMap<>();
    Arrays.stream(complete).forEach(i -> sizes.merge(names.get(i), 1, Integer::sum));
    sizes.remove("");
    String reference = sizes.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue()
            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
    List<DifResult> results = new ArrayList<>();
    for (String focal : sizes.keySet()) {
      if (!focal.equals(reference) && sizes.getOrDefault(focal, 0) >= options.leastShown()) {
        int[] people = Arrays.stream(complete)
            .filter(i -> names.get(i).equals(focal) || names.get(i).equals(reference))
            .toArray();
        results.add(between(column, names, reference, focal, people));
      }
    }
    return results;
  }

  private DifResult between(
      String column, List<String> names, String reference, String focal, int[] people) {
    double[][] rows =
        Arrays.stream(people).mapToObj(i -> data.answers()[i]).toArray(double[][]::new);
    boolean[] isFocal = new boolean[people.length];
    int focalPeople = 0;
    for (int i = 0; i < people.length; i++) {
      isFocal[i] = names.get(people[i]).equals(focal);
      focalPeople += isFocal[i] ? 1 : 0;
    }
    double[][] columns = Covariances.columns(rows, data.items().size());
    boolean isDichotomous = data.isDichotomous();
    for (int item = 0; isDichotomous && item < columns.length; item++) {
      double low = data.lowest(item);
      columns[item] =
          Arrays.stream(columns[item]).map(answer -> answer == low ? 0 : 1).toArray();
    }
    Purification pure = Purification.of(
        rows,
        MOST_ROUNDS,
        (item, score) -> size(columns[item], isFocal, score, isDichotomous) != EtsClass.A);
    BitSet left = pure.converged() ? pure.flagged() : new BitSet();
    List<DifResult.Item> items = new ArrayList<>();
    for (int item = 0; item < columns.length; item++) {
      double[] score = Purification.matching(rows, item, left);
      items.add(item(data.items().get(item), columns[item], isFocal, score, isDichotomous));
    }
    int referencePeople = people.length - focalPeople;
    warn(focal, items, focalPeople, referencePeople);
    return new DifResult(
        data.scale(),
        column,
        reference,
        focal,
        referencePeople,
        focalPeople,
        pure.rounds(),
        pure.converged(),
        items);
  }

  private static EtsClass size(
      double[] answers, boolean[] isFocal, double[] score, boolean isDichotomous) {
    return isDichotomous
        ? MantelHaenszel.of(answers, isFocal, score).etsClass(CORRECTION)
        : Mantel.of(answers, isFocal, score).sizeClass();
  }

  private DifResult.Item item(
      String name, double[] answers, boolean[] isFocal, double[] score, boolean isDichotomous) {
    Mantel mantel = Mantel.of(answers, isFocal, score);
    LogisticDif regression = LogisticDif.of(answers, isFocal, score);
    double chi = mantel.chiSquare();
    double p = mantel.p();
    Figure odds = Figure.NONE;
    double delta = Double.NaN;
    EtsClass size = mantel.sizeClass();
    int strata = mantel.strata();
    if (isDichotomous) {
      MantelHaenszel haenszel = MantelHaenszel.of(answers, isFocal, score);
      chi = haenszel.chiSquare(CORRECTION);
      p = haenszel.p(CORRECTION);
      odds = new Figure(haenszel.oddsRatio(), haenszel.oddsRatioInterval(options.level()));
      delta = haenszel.delta();
      size = haenszel.etsClass(CORRECTION);
      strata = haenszel.strata();
    }
    return new DifResult.Item(
        name,
        strata,
        chi,
        p,
        odds,
        delta,
        mantel.difference(),
        mantel.differenceBySd(),
        size,
        regression.uniform(),
        regression.nonUniform(),
        regression.explainedByGroup(),
        regression.sizeByJodoinGierl(),
        size != EtsClass.A);
  }

  private void warn(String focal, List<DifResult.Item> items, int focalPeople, int others) {
    if (Math.min(focalPeople, others) < ENOUGH) {
      warnings.add(Warning.of(Warning.Kind.FEW_IN_GROUP, focal, focalPeople, others));
    }
    for (DifResult.Item item : items) {
      if (item.size() == EtsClass.C) {
        warnings.add(Warning.of(
            Warning.Kind.LARGE_DIF,
            item.name(),
            Double.isNaN(item.delta()) ? item.differenceBySd() : item.delta()));
      }
    }
  }
}
