package org.xinheng.scoring.irt;

/**
 * The peak of {@code log L + log(I) / 2}.
 *
 * <p>The information of a few items with far-apart thresholds has several peaks, and so can this sum: it is first looked
 * at on a grid, finer than the steepest item, and the best point then refined. The highest pattern of n items has its
 * peak at about {@code log(2 n) / a} above the highest threshold, the lowest as far below the lowest; the grid reaches
 * further.
 */
final class WeightedLikelihood {

  private static final double POINTS_PER_SLOPE = 4;
  private static final double MARGIN = 6;
  private static final int MOST_STEPS = 4096;

  private final IrtScale scale;
  private final Grid grid;
  private final double[][] information;

  WeightedLikelihood(IrtScale scale) {
    this.scale = scale;
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    double flattest = Double.POSITIVE_INFINITY;
    double steepest = 0;
    for (ItemModel item : scale.items()) {
      lowest = Math.min(lowest, item.thresholdBelow(1));
      highest = Math.max(highest, item.thresholdBelow(item.categories() - 1));
      flattest = Math.min(flattest, item.slope());
      steepest = Math.max(steepest, item.slope());
    }
    double margin = (StrictMath.log(2.0 * scale.items().size()) + MARGIN) / flattest;
    double from = lowest - margin;
    double to = highest + margin;
    int steps = (int) Math.min(MOST_STEPS, Math.ceil((to - from) * steepest * POINTS_PER_SLOPE));
    grid = new Grid(scale.items(), from, to, steps);
    information = new double[scale.items().size()][grid.size()];
    for (int i = 0; i < information.length; i++) {
      for (int point = 0; point < grid.size(); point++) {
        information[i][point] = scale.items().get(i).information(grid.theta(point));
      }
    }
  }

  /** The peak for these answers, of which there is at least one. */
  double peak(int[] answers) {
    double[] heights = heights(answers);
    int best = 0;
    for (int point = 1; point < heights.length; point++) {
      if (heights[point] > heights[best]) {
        best = point;
      }
    }
    return Peak.between(
        grid.theta(Math.max(best - 1, 0)),
        grid.theta(Math.min(best + 1, grid.size() - 1)),
        theta -> first(theta, answers),
        theta -> second(theta, answers));
  }

  private double[] heights(int[] answers) {
    double[] sums = new double[grid.size()];
    for (int i = 0; i < answers.length; i++) {
      if (answers[i] != IrtScale.MISSING) {
        Grid.add(information[i], sums);
      }
    }
    double[] heights = grid.logLikelihood(answers);
    for (int point = 0; point < heights.length; point++) {
      heights[point] += StrictMath.log(sums[point]) / 2;
    }
    return heights;
  }

  private double first(double theta, int[] answers) {
    return scale.firstOfLogLikelihood(theta, answers)
        + scale.informationOf(theta, answers).firstOfLog() / 2;
  }

  private double second(double theta, int[] answers) {
    return scale.secondOfLogLikelihood(theta, answers)
        + scale.informationOf(theta, answers).secondOfLog() / 2;
  }
}
