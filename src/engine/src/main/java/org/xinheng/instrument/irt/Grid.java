package org.xinheng.instrument.irt;

import java.util.List;

/** Levels at equal steps, and the log-probability of every answer there: the likelihood of a person by additions. */
final class Grid {

  private final double[] thetas;
  private final double[][][] logProbability;

  /** From one level to another; the number of steps is at least 1. */
  Grid(List<ItemModel> items, double from, double to, int steps) {
    thetas = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      thetas[i] = from + (to - from) * i / steps;
    }
    logProbability = new double[items.size()][][];
    for (int i = 0; i < logProbability.length; i++) {
      logProbability[i] = new double[items.get(i).categories()][];
      for (int category = 0; category < logProbability[i].length; category++) {
        logProbability[i][category] = column(items.get(i), category);
      }
    }
  }

  private double[] column(ItemModel item, int category) {
    double[] column = new double[thetas.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = item.logProbability(category, thetas[i]);
    }
    return column;
  }

  int size() {
    return thetas.length;
  }

  double theta(int point) {
    return thetas[point];
  }

  /** Adds the log-likelihood of answers at each level. */
  void addLogLikelihood(int[] answers, double[] sums) {
    for (int i = 0; i < answers.length; i++) {
      if (answers[i] != IrtScale.MISSING) {
        add(logProbability[i][answers[i]], sums);
      }
    }
  }

  static void add(double[] column, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += column[i];
    }
  }
}
