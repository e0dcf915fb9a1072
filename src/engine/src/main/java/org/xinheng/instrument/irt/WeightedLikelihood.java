package org.xinheng.instrument.irt;

import java.util.Arrays;
import java.util.Optional;

/**
 * The peak of {@code log L + log(I) / 2}.
 *
 * <p>The information of a few items with far-apart thresholds has several peaks, and so can this sum: it is first looked
 * at on a grid, finer than the steepest item, and the best point then refined. The highest pattern of n items has its
 * peak at about {@code log(2 n) / a} above the highest threshold, the lowest as far below the lowest; the grid reaches
 * further.
 */
final class WeightedLikelihood implements LevelEstimator {

  private static final double POINTS_PER_SLOPE = 4;
  private static final double MARGIN = 6;

  private final IrtScale scale;
  private final Grid grid;
  private final double[][] information;

  WeightedLikelihood(IrtScale scale) {
    this.scale = scale;
    Reach reach = Reach.of(scale);
    grid = new Grid(scale.items(), reach.from(), reach.to(), (int) reach.steps());
    information = new double[scale.items().size()][grid.size()];
    for (int i = 0; i < information.length; i++) {
      for (int point = 0; point < grid.size(); point++) {
        information[i][point] = scale.items().get(i).information(grid.theta(point));
      }
    }
  }

  /** How many steps a grid has that misses no peak. */
  static double steps(IrtScale scale) {
    return Reach.of(scale).steps();
  }

  private record Reach(double from, double to, double steps) {

    static Reach of(IrtScale scale) {
      double lowest = Double.POSITIVE_INFINITY;
      double highest = Double.NEGATIVE_INFINITY;
      double flattest = Double.POSITIVE_INFINITY;
      double steepest = 0;
      for (ItemModel item : scale.items()) {
        for (int category = 1; category < item.categories(); category++) {
          lowest = Math.min(lowest, item.thresholdBelow(category));
          highest = Math.max(highest, item.thresholdBelow(category));
        }
        flattest = Math.min(flattest, item.slope());
        steepest = Math.max(steepest, LogCurve.steepest(item));
      }
      double margin = (StrictMath.log(2.0 * scale.items().size()) + MARGIN) / flattest;
      double from = lowest - margin;
      double to = highest + margin;
      return new Reach(from, to, Math.ceil((to - from) * steepest * POINTS_PER_SLOPE));
    }
  }

  @Override
  public IrtScale scale() {
    return scale;
  }

  @Override
  public Worksheet worksheet() {
    return new Worksheet(grid.size(), grid.size());
  }

  @Override
  public boolean estimate(int[] answers, Worksheet sheet) {
    scale.checked(answers);
    if (IrtScale.isBlank(answers)) {
      return false;
    }
    int best = highestPoint(answers, sheet);
    double theta = Peak.between(
        grid.theta(Math.max(best - 1, 0)),
        grid.theta(Math.min(best + 1, grid.size() - 1)),
        t -> derivatives(t, answers));
    sheet.write(theta, 1 / Math.sqrt(scale.information(theta, answers)));
    return true;
  }

  private int highestPoint(int[] answers, Worksheet sheet) {
    double[] heights = sheet.heights;
    double[] sums = sheet.information;
    Arrays.fill(heights, 0);
    Arrays.fill(sums, 0);
    grid.addLogLikelihood(answers, heights);
    for (int i = 0; i < answers.length; i++) {
      if (answers[i] != IrtScale.MISSING) {
        Grid.add(information[i], sums);
      }
    }
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int point = 0; point < heights.length; point++) {
      double height = heights[point] + StrictMath.log(sums[point]) / 2;
      if (height > highest) {
        highest = height;
        best = point;
      }
    }
    return best;
  }

  private Derivatives derivatives(double theta, int[] answers) {
    Information sum = scale.informationOf(theta, answers);
    return scale.ofLogLikelihood(theta, answers).plus(sum.firstOfLog() / 2, sum.secondOfLog() / 2);
  }

  /**
   * With all answered, those of the lowest and of the highest answers. Fewer items may give levels further out: the
   * range is then one outside of which none of them can have its peak.
   *
   * <p>There {@code (log L)' + (log I)' / 2} does not change its sign. For the lowest answers to any of the items the
   * first term is not below that of all items together, and the second, a weighted mean of those of the items, not below
   * the least of them.
   */
  @Override
  public Optional<LevelRange> range(boolean someMayBeMissing) {
    if (!someMayBeMissing) {
      return scale.rangeOfEnds(this);
    }
    int low = 0;
    while (low + 1 < grid.size() && slopeForLowest(grid.theta(low + 1)) > 0) {
      low++;
    }
    int high = grid.size() - 1;
    while (high > 0 && slopeForHighest(grid.theta(high - 1)) < 0) {
      high--;
    }
    return Optional.of(new LevelRange(grid.theta(low), grid.theta(high), false));
  }

  private double slopeForLowest(double theta) {
    double least = Double.POSITIVE_INFINITY;
    for (ItemModel item : scale.items()) {
      least = Math.min(least, Information.of(item, theta).firstOfLog());
    }
    return scale.ofLogLikelihood(theta, scale.lowest()).first() + least / 2;
  }

  private double slopeForHighest(double theta) {
    double most = Double.NEGATIVE_INFINITY;
    for (ItemModel item : scale.items()) {
      most = Math.max(most, Information.of(item, theta).firstOfLog());
    }
    return scale.ofLogLikelihood(theta, scale.highest()).first() + most / 2;
  }
}
