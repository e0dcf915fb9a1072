package org.xinheng.validation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.Interval;
import org.xinheng.validation.RandomNumbers;
import org.xinheng.validation.Watch;
import org.xinheng.validation.agreement.Retest;
import org.xinheng.validation.bootstrap.Bootstrap;
import org.xinheng.validation.dimension.OneFactor;
import org.xinheng.validation.reliability.Alpha;
import org.xinheng.validation.reliability.InternalConsistency;
import org.xinheng.validation.reliability.SplitHalf;
import org.xinheng.validation.reliability.TrueScore;
import org.xinheng.validation.summary.Covariances;
import org.xinheng.validation.summary.Moments;

/** A study of how reliable the sum of a scale's items is. */
public final class ReliabilityStudy {

  private static final double BAND = 0.9;
  private static final int MOST_BANDS = 200;
  private static final double WEAK = 0.2;
  private static final double BETTER = 0.005;

  /** Products of two answers that the drawing of samples may take; fewer samples are drawn of very many people. */
  private static final double MOST_WORK = 2e10;

  private static final int FEWEST_SAMPLES = 200;
  static final OneFactor.Fit NO_FIT = new OneFactor.Fit(
      Double.NaN,
      0,
      Double.NaN,
      Double.NaN,
      Double.NaN,
      Double.NaN,
      Interval.UNDEFINED,
      Double.NaN);

  private final ItemData data;
  private final StudyOptions options;
  private final List<Warning> warnings = new ArrayList<>();

  private ReliabilityStudy(ItemData data, StudyOptions options) {
    this.data = data;
    this.options = options;
  }

  /**
   * Carries a study out.
   *
   * @param watch follows the drawing of samples
   * @throws IllegalArgumentException if fewer than three people have all answers, or an item has no spread among them
   * @throws java.util.concurrent.CancellationException if the watch stops it
   */
  public static ReliabilityResult run(ItemData data, StudyOptions options, Watch watch) {
    return new ReliabilityStudy(data, options).result(watch);
  }

  private ReliabilityResult result(Watch watch) {
    double[][] rows = data.complete();
    requireSpread(data, rows);
    Covariances covariances = Covariances.complete(rows);
    InternalConsistency found = InternalConsistency.ofComplete(rows);
    Alpha alpha = found.total();
    Moments sums = sums(rows);
    boolean hasFactor = covariances.size() > 2;
    OneFactor raw = hasFactor ? OneFactor.ofCovariances(covariances) : null;
    OneFactor standard = hasFactor ? OneFactor.ofCorrelations(covariances) : null;
    double reliability = Math.max(0, Math.min(1, alpha.raw()));
    TrueScore score = new TrueScore(sums.mean(), sums.sd(), reliability);
    Alpha pairwise = InternalConsistency.ofPairwise(data.answers()).total();
    List<ReliabilityResult.Item> items = items(found, standard);
    OneFactor.Fit fit = raw == null ? NO_FIT : raw.fitMeasures();
    boolean isDichotomous = data.isDichotomous();
    warn(rows, alpha, items, raw, fit);
    return new ReliabilityResult(
        data.scale(),
        data.people(),
        rows.length,
        options.level(),
        samples(rows),
        options.seed(),
        options.leastShown(),
        new Figure(alpha.raw(), alpha.feldtInterval(options.level())),
        alpha.duhachekInterval(Normal.critical(options.level())),
        new Figure(pairwise.raw(), pairwise.feldtInterval(options.level())),
        alpha.standardised(),
        alpha.averageR(),
        SplitHalf.lambda2(covariances),
        alpha.g6(),
        raw == null
            ? Figure.NONE
            : new Figure(raw.omega(), omegas(rows, raw.omega(), watch).percentile(options.level())),
        standard == null ? Double.NaN : standard.omega(),
        fit,
        raw != null && raw.isImproper(),
        isDichotomous,
        isDichotomous
            ? Alpha.kuderRichardson21(
                covariances.size(), sums.mean() - data.lowestSum(), sums.variance())
            : Double.NaN,
        SplitHalf.oddEven(covariances),
        SplitHalf.all(covariances),
        sums.mean(),
        sums.sd(),
        score.standardErrorOfMeasurement(),
        Retest.CUSTOMARY * Math.sqrt(2) * score.standardErrorOfMeasurement(),
        bands(score),
        items,
        groups(),
        warnings);
  }

  static void requireSpread(ItemData data, double[][] rows) {
    if (rows.length < 3) {
      throw new IllegalArgumentException("'" + data.scale()
          + "' needs at least 3 people with all answers, and has " + rows.length);
    }
    for (int item = 0; item < data.items().size(); item++) {
      double first = rows[0][item];
      int column = item;
      if (Arrays.stream(rows).allMatch(row -> row[column] == first)) {
        throw new IllegalArgumentException("item '" + data.items().get(item) + "' of '"
            + data.scale() + "' has the same answer from everybody; leave it out");
      }
    }
  }

  private static Moments sums(double[][] rows) {
    return Moments.of(
        Arrays.stream(rows).mapToDouble(row -> Arrays.stream(row).sum()).toArray());
  }

  private List<ReliabilityResult.Item> items(
      InternalConsistency found, @Nullable OneFactor factor) {
    List<ReliabilityResult.Item> items = new ArrayList<>();
    for (int i = 0; i < data.items().size(); i++) {
      InternalConsistency.Item item = found.items().get(i);
      items.add(new ReliabilityResult.Item(
          data.items().get(i),
          item.mean(),
          item.sd(),
          item.itemRest(),
          item.corrected(),
          data.items().size() > 2 ? item.without().raw() : Double.NaN,
          factor == null ? Double.NaN : factor.loading(i)));
    }
    return items;
  }

  private int samples(double[][] rows) {
    double work = (double) rows.length * rows[0].length * rows[0].length;
    int affordable = (int) Math.max(FEWEST_SAMPLES, MOST_WORK / work);
    return Math.min(options.samples(), affordable);
  }

  /** Omega of people drawn again; a sample in which an item has no spread has none. */
  private Bootstrap omegas(double[][] rows, double omega, Watch watch) {
    RandomNumbers random = new RandomNumbers(options.seed());
    double[] drawn = new double[samples(rows)];
    double[][] sample = new double[rows.length][];
    for (int b = 0; b < drawn.length; b++) {
      for (int i = 0; i < rows.length; i++) {
        sample[i] = rows[random.below(rows.length)];
      }
      Covariances covariances = Covariances.complete(sample);
      boolean hasSpread = true;
      for (int i = 0; i < covariances.size(); i++) {
        hasSpread &= covariances.value(i, i) > 0;
      }
      drawn[b] = hasSpread ? OneFactor.ofCovariances(covariances).omega() : Double.NaN;
      watch.step(b + 1L, drawn.length);
    }
    return Bootstrap.of(omega, drawn);
  }

  private List<ReliabilityResult.Band> bands(TrueScore score) {
    double low = data.lowestSum();
    double high = data.highestSum();
    List<ReliabilityResult.Band> bands = new ArrayList<>();
    if (high - low <= MOST_BANDS) {
      for (double x = low; x <= high; x++) {
        bands.add(new ReliabilityResult.Band(
            x, score.band(x, BAND), score.estimate(x), score.trueBand(x, BAND)));
      }
    }
    return bands;
  }

  private List<ReliabilityResult.Group> groups() {
    List<ReliabilityResult.Group> groups = new ArrayList<>();
    data.groups().forEach((column, names) -> {
      Map<String, boolean[]> members = new TreeMap<>();
      for (int i = 0; i < names.size(); i++) {
        members.computeIfAbsent(names.get(i), name -> new boolean[names.size()])[i] = true;
      }
      members.forEach(
          (name, kept) -> groups.add(group(column, name, data.where(kept).complete())));
    });
    return groups;
  }

  private ReliabilityResult.Group group(String column, String name, double[][] rows) {
    if (rows.length < Math.max(3, options.leastShown())) {
      return new ReliabilityResult.Group(column, name, Double.NaN, Figure.NONE, Double.NaN);
    }
    Alpha alpha = Alpha.of(Covariances.complete(rows));
    return new ReliabilityResult.Group(
        column,
        name,
        rows.length,
        new Figure(alpha.raw(), alpha.feldtInterval(options.level())),
        sums(rows).sd() * Math.sqrt(1 - Math.max(0, Math.min(1, alpha.raw()))));
  }

  private void warn(
      double[][] rows,
      Alpha alpha,
      List<ReliabilityResult.Item> items,
      @Nullable OneFactor factor,
      OneFactor.Fit fit) {
    int left = data.people() - rows.length;
    if (left > 0) {
      warnings.add(
          Warning.of(Warning.Kind.INCOMPLETE, data.scale(), left, (double) left / data.people()));
    }
    if (rows.length < 100) {
      warnings.add(Warning.of(Warning.Kind.FEW_PEOPLE, data.scale(), rows.length));
    }
    for (ReliabilityResult.Item item : items) {
      if (item.itemRest() < 0) {
        warnings.add(Warning.of(Warning.Kind.REVERSED_ITEM, item.name(), item.itemRest()));
      } else if (item.itemRest() < WEAK) {
        warnings.add(Warning.of(Warning.Kind.WEAK_ITEM, item.name(), item.itemRest()));
      }
      if (item.alphaWithout() > alpha.raw() + BETTER) {
        warnings.add(Warning.of(Warning.Kind.BETTER_WITHOUT, item.name(), item.alphaWithout()));
      }
    }
    if (factor != null && factor.isImproper()) {
      warnings.add(Warning.of(Warning.Kind.IMPROPER_FACTOR, data.scale()));
    }
    if (fit.df() > 0 && (fit.cfi() < 0.9 || fit.rmsea() > 0.1)) {
      warnings.add(Warning.of(Warning.Kind.NOT_ONE_FACTOR, data.scale(), fit.cfi(), fit.rmsea()));
    }
  }
}
