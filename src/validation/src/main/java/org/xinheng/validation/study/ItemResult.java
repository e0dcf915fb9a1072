package org.xinheng.validation.study;

import java.util.List;
import org.xinheng.validation.dimension.Dimensionality;
import org.xinheng.validation.dimension.OneFactor;
import org.xinheng.validation.dimension.ParallelAnalysis;
import org.xinheng.validation.item.ItemDescriptives;

/**
 * The items of a scale, one by one and together.
 *
 * @param scale its name
 * @param people in the data
 * @param complete of them with all answers
 * @param level of confidence
 * @param samples random data drawn for the parallel analysis
 * @param seed of the drawing
 * @param leastShown the fewest people of a group that is compared
 * @param items in order
 * @param alpha of the scale
 * @param parallel eigenvalues of correlations beside those of shuffled answers
 * @param averagePartials Velicer's, one component taken out, two …
 * @param componentsByAveragePartial how many leave the least
 * @param aboveOne eigenvalues above 1
 * @param adequacy of all items, Kaiser, Meyer and Olkin
 * @param sphericity Bartlett's test
 * @param correlations polychoric if {@code arePolychoric}, else Pearson's, row by row
 * @param arePolychoric whether they are; they are not where an item has more than ten different answers
 * @param eigenvalues of these correlations
 * @param factor how well one factor fits Pearson's correlations
 * @param dif items compared between groups
 * @param warnings what to know before using any of it
 */
public record ItemResult(
    String scale,
    int people,
    int complete,
    double level,
    int samples,
    long seed,
    int leastShown,
    List<Item> items,
    double alpha,
    ParallelAnalysis parallel,
    List<Double> averagePartials,
    int componentsByAveragePartial,
    int aboveOne,
    double adequacy,
    Dimensionality.Test sphericity,
    List<List<Double>> correlations,
    boolean arePolychoric,
    List<Double> eigenvalues,
    OneFactor.Fit factor,
    List<DifResult> dif,
    List<Warning> warnings) {

  /**
   * An item.
   *
   * @param answers how it was answered
   * @param itemRest correlation with the sum of the others
   * @param discrimination mean of the best 27% less that of the lowest, as a share of the range
   * @param alphaWithout alpha of the others
   * @param adequacy sampling adequacy
   * @param shared squared multiple correlation with the others
   * @param loading on one factor, standardised
   */
  public record Item(
      String name,
      ItemDescriptives answers,
      double itemRest,
      double discrimination,
      double alphaWithout,
      double adequacy,
      double shared,
      double loading) {}

  public ItemResult {
    items = List.copyOf(items);
    averagePartials = List.copyOf(averagePartials);
    correlations = List.copyOf(correlations);
    eigenvalues = List.copyOf(eigenvalues);
    dif = List.copyOf(dif);
    warnings = List.copyOf(warnings);
  }
}
