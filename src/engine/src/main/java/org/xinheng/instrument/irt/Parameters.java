package org.xinheng.instrument.irt;

/** What the numbers that a caller hands over must be. */
final class Parameters {

  private Parameters() {}

  static void requireSlope(double slope) {
    if (!(slope > 0 && Double.isFinite(slope))) {
      throw new IllegalArgumentException("slope must be above 0 and finite: " + slope);
    }
  }

  static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite: " + value);
    }
  }
}
