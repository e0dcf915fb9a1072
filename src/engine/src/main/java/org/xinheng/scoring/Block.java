package org.xinheng.scoring;

/**
 * The rows a plan is working on, and what its steps leave for each other: the exact value of each scale as a fraction.
 * A denominator of 0 says that the scale has no score.
 */
final class Block {

  private final long[][] numerators;
  private final long[][] denominators;
  private final double[][] thetas;
  private final double[][] standardErrors;

  /** Sum of keyed answers, or numerator of the sum of parts. */
  final long[] sum;
  /** Denominator of {@link #sum}; 0 if the answers give no value. */
  final long[] scale;

  final int[] answered;
  final int[] notApplicable;
  final boolean[] undeclared;

  /** The truths of named conditions. */
  final byte[][] named;

  int firstRow;
  int rows;

  Block(int scales, int namedConditions, int capacity) {
    numerators = new long[scales][capacity];
    denominators = new long[scales][capacity];
    thetas = new double[scales][0];
    standardErrors = new double[scales][0];
    sum = new long[capacity];
    scale = new long[capacity];
    answered = new int[capacity];
    notApplicable = new int[capacity];
    undeclared = new boolean[capacity];
    named = new byte[namedConditions][];
  }

  void moveTo(int first, int count) {
    firstRow = first;
    rows = count;
  }

  long[] numerators(int scaleIndex) {
    return numerators[scaleIndex];
  }

  long[] denominators(int scaleIndex) {
    return denominators[scaleIndex];
  }

  /** The estimated levels of a scale with a model; room for them is made when it is first asked for. */
  double[] thetas(int scaleIndex) {
    return room(thetas, scaleIndex);
  }

  /** The standard errors of {@link #thetas}. */
  double[] standardErrors(int scaleIndex) {
    return room(standardErrors, scaleIndex);
  }

  private double[] room(double[][] columns, int scaleIndex) {
    if (columns[scaleIndex].length == 0) {
      columns[scaleIndex] = new double[sum.length];
    }
    return columns[scaleIndex];
  }
}
