package org.xinheng.instrument.irt;

/** What one thread writes on while it estimates one person after the other: the last estimate, and room for sums. */
public final class Worksheet {

  final double[] heights;
  final double[] information;
  private double theta = Double.NaN;
  private double standardError = Double.NaN;

  Worksheet(int heights, int information) {
    this.heights = new double[heights];
    this.information = new double[information];
  }

  /** The last estimate, in the unit of the item parameters. */
  public double theta() {
    return theta;
  }

  /** The standard error of the last estimate, above 0, in the same unit. */
  public double standardError() {
    return standardError;
  }

  void write(double level, double error) {
    theta = level;
    standardError = error;
  }
}
