package org.xinheng.validation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.xinheng.validation.Watch;
import org.xinheng.validation.dimension.Dimensionality;
import org.xinheng.validation.dimension.OneFactor;
import org.xinheng.validation.dimension.ParallelAnalysis;
import org.xinheng.validation.dimension.Polychoric;
import org.xinheng.validation.item.Discrimination;
import org.xinheng.validation.item.ItemDescriptives;
import org.xinheng.validation.reliability.InternalConsistency;
import org.xinheng.validation.summary.Covariances;

/** A study of the items of a scale. */
public final class ItemStudy {

  private static final double MOST_AT_ONE_END = 0.8;
  private static final double OFTEN = 0.05;
  private static final int MOST_ANSWERS = 10;
  private static final int MOST_DRAWN = 200;
  private static final double PERCENTILE = 0.95;

  private final ItemData data;
  private final StudyOptions options;
  private final List<Warning> warnings = new ArrayList<>();

  private ItemStudy(ItemData data, StudyOptions options) {
    this.data = data;
    this.options = options;
  }

  /**
   * Carries a study out. Of the samples that are asked for at most 200 are drawn for the parallel analysis.
   *
   * @param watch follows the drawing
   * @throws IllegalArgumentException if fewer than three people have all answers, or an item has no spread among them
   * @throws java.util.concurrent.CancellationException if the watch stops it
   */
  public static ItemResult run(ItemData data, StudyOptions options, Watch watch) {
    return new ItemStudy(data, options).result(watch);
  }

  private ItemResult result(Watch watch) {
    double[][] rows = data.complete();
    ReliabilityStudy.requireSpread(data, rows);
    Covariances covariances = Covariances.complete(rows);
    double[][] pearson = covariances.correlations();
    Dimensionality dimensions = Dimensionality.of(pearson, rows.length);
    boolean hasFactor = covariances.size() > 2;
    OneFactor factor = hasFactor ? OneFactor.ofCorrelations(covariances) : null;
    InternalConsistency consistency = InternalConsistency.ofComplete(rows);
    List<ItemResult.Item> items = new ArrayList<>();
    double[] shared = dimensions.squaredMultipleCorrelations();
    for (int i = 0; i < data.items().size(); i++) {
      InternalConsistency.Item among = consistency.items().get(i);
      items.add(new ItemResult.Item(
          data.items().get(i),
          ItemDescriptives.of(data.column(i), data.lowest(i), data.highest(i)),
          among.itemRest(),
          Discrimination.of(rows, i, Discrimination.KELLEY, data.highest(i) - data.lowest(i))
              .difference(),
          hasFactor ? among.without().raw() : Double.NaN,
          dimensions.adequacy().items().get(i),
          shared[i],
          factor == null ? Double.NaN : factor.loading(i)));
    }
    boolean arePolychoric = IntStream.range(0, data.items().size())
        .allMatch(i -> items.get(i).answers().answers().size() <= MOST_ANSWERS);
    double[][] correlations = arePolychoric ? Polychoric.correlations(rows) : pearson;
    warn(rows, items);
    List<DifResult> dif = DifStudy.run(data, options, warnings);
    return new ItemResult(
        data.scale(),
        data.people(),
        rows.length,
        options.level(),
        Math.min(MOST_DRAWN, options.samples()),
        options.seed(),
        options.leastShown(),
        items,
        consistency.total().raw(),
        ParallelAnalysis.of(
            rows,
            ParallelAnalysis.Source.SHUFFLED,
            Math.min(MOST_DRAWN, options.samples()),
            PERCENTILE,
            options.seed(),
            watch),
        boxed(dimensions.averagePartials(Math.min(8, covariances.size() - 1))),
        dimensions.componentsByAveragePartial(),
        dimensions.aboveOne(),
        dimensions.adequacy().overall(),
        dimensions.sphericity(),
        Arrays.stream(correlations).map(ItemStudy::boxed).toList(),
        arePolychoric,
        boxed(Dimensionality.of(correlations, rows.length).eigenvalues()),
        factor == null ? ReliabilityStudy.NO_FIT : factor.fitMeasures(),
        dif,
        warnings);
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private void warn(double[][] rows, List<ItemResult.Item> items) {
    int left = data.people() - rows.length;
    if (left > 0) {
      warnings.add(
          Warning.of(Warning.Kind.INCOMPLETE, data.scale(), left, (double) left / data.people()));
    }
    if (rows.length < 100) {
      warnings.add(Warning.of(Warning.Kind.FEW_PEOPLE, data.scale(), rows.length));
    }
    for (ItemResult.Item item : items) {
      ItemDescriptives answers = item.answers();
      if (answers.floor() > MOST_AT_ONE_END || answers.ceiling() > MOST_AT_ONE_END) {
        warnings.add(Warning.of(
            Warning.Kind.FLOOR_OR_CEILING, item.name(), answers.floor(), answers.ceiling()));
      }
      if (answers.missing() > OFTEN) {
        warnings.add(Warning.of(Warning.Kind.OFTEN_MISSING, item.name(), answers.missing()));
      }
      if (item.itemRest() < 0) {
        warnings.add(Warning.of(Warning.Kind.REVERSED_ITEM, item.name(), item.itemRest()));
      }
    }
  }
}
