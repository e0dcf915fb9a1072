package org.xinheng.validation.planning;

import org.xinheng.scoring.Normal;

/**
 * The two-sided test that an area under a ROC curve is one half, planned with the binormal variance.
 *
 * @param area that is expected, above 0.5 and below 1
 * @param level of significance, such as 0.05
 * @param controlsPerCase above 0
 * @see "Obuchowski and McClish (1997), Statistics in Medicine 16, 1529-1542"
 */
public record AreaPlan(double area, double level, double controlsPerCase) {

  public AreaPlan {
    if (!(area > 0.5 && area < 1)) {
      throw new IllegalArgumentException("the area must be in (0.5, 1): " + area);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1): " + level);
    }
    if (!(controlsPerCase > 0)) {
      throw new IllegalArgumentException("controls per case must be above 0: " + controlsPerCase);
    }
  }

  private double spreadOfChance() {
    return Math.sqrt(0.0792 * (1 + 1 / controlsPerCase));
  }

  private double spread() {
    double b = 1.414 * Normal.quantile(area);
    double square = b * b;
    double cases = 5 * square + 8;
    double controls = (square + 8) / controlsPerCase;
    return Math.sqrt(0.0099 * Math.exp(-square / 2) * (cases + controls));
  }

  private double critical() {
    return Normal.critical(1 - level);
  }

  /** Cases needed for the test to find the area with this chance; not rounded. */
  public double cases(double power) {
    if (!(power > 0 && power < 1)) {
      throw new IllegalArgumentException("power must be in (0, 1): " + power);
    }
    double both = critical() * spreadOfChance() + Normal.quantile(power) * spread();
    return both * both / ((area - 0.5) * (area - 0.5));
  }

  /** The chance that the test finds the area with so many cases. */
  public double power(double cases) {
    double shift = Math.sqrt(cases) * (area - 0.5) - critical() * spreadOfChance();
    return Normal.below(shift / spread());
  }
}
