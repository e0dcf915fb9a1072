package org.xinheng.validation.dimension;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.xinheng.validation.RandomNumbers;
import org.xinheng.validation.Watch;
import org.xinheng.validation.summary.Covariances;
import org.xinheng.validation.summary.Moments;
import org.xinheng.validation.summary.QuantileType;

/**
 * Eigenvalues beside those of data in which items have nothing to do with one another.
 *
 * @param observed of the data, the largest first
 * @param mean of those at the same place in the random data
 * @param limit the percentile of those
 * @param components how many observed ones lie above the limit before the first that does not
 * @see "Horn (1965), Psychometrika 30, 179-185; Buja and Eyuboglu (1992), Multivariate Behavioral Research 27, 509-540"
 */
public record ParallelAnalysis(
    List<Double> observed, List<Double> mean, List<Double> limit, int components) {

  /** Where the random data come from. */
  public enum Source {
    /** Independent normal numbers. */
    NORMAL,
    /** The answers to each item in random order, which keeps how often each answer is given. */
    SHUFFLED
  }

  public ParallelAnalysis {
    observed = List.copyOf(observed);
    mean = List.copyOf(mean);
    limit = List.copyOf(limit);
  }

  /**
   * Draws random data of the same size.
   *
   * @param table {@code table[person][item]}; people with a missing answer are left out
   * @param share the percentile, such as 0.95
   * @param watch follows the drawing
   */
  public static ParallelAnalysis of(
      double[][] table, Source source, int times, double share, long seed, Watch watch) {
    if (times < 1) {
      throw new IllegalArgumentException("at least one drawing is needed: " + times);
    }
    double[][] complete = Covariances.completeRows(table);
    int k = complete.length == 0 ? 0 : complete[0].length;
    double[] observed = eigenvalues(complete);
    double[][] random = new double[k][times];
    RandomNumbers numbers = new RandomNumbers(seed);
    double[][] data = Arrays.stream(complete).map(double[]::clone).toArray(double[][]::new);
    for (int t = 0; t < times; t++) {
      redraw(data, source, numbers);
      double[] found = eigenvalues(data);
      for (int j = 0; j < k; j++) {
        random[j][t] = found[j];
      }
      watch.step(t + 1L, times);
    }
    double[] limits = Arrays.stream(random)
        .mapToDouble(values -> QuantileType.TYPE_7.of(Moments.sorted(values), share))
        .toArray();
    int components =
        (int) IntStream.range(0, k).takeWhile(j -> observed[j] > limits[j]).count();
    return new ParallelAnalysis(
        boxed(observed),
        Arrays.stream(random).map(values -> Moments.of(values).mean()).toList(),
        boxed(limits),
        components);
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static double[] eigenvalues(double[][] rows) {
    return Dimensionality.of(Covariances.complete(rows).correlations(), rows.length)
        .eigenvalues();
  }

  private static void redraw(double[][] data, Source source, RandomNumbers numbers) {
    int k = data[0].length;
    for (int j = 0; j < k; j++) {
      for (int i = data.length - 1; i >= 0; i--) {
        if (source == Source.NORMAL) {
          data[i][j] = numbers.normal();
        } else {
          int other = numbers.below(i + 1);
          double moved = data[i][j];
          data[i][j] = data[other][j];
          data[other][j] = moved;
        }
      }
    }
  }
}
