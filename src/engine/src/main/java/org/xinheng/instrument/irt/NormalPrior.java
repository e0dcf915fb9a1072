package org.xinheng.instrument.irt;

/**
 * What is known about a person's level before the answers: a normal distribution.
 *
 * @param mean the mean level, finite
 * @param sd the standard deviation, above 0
 */
public record NormalPrior(double mean, double sd) {

  /** The usual one: mean 0, standard deviation 1. */
  public static final NormalPrior STANDARD = new NormalPrior(0, 1);

  /** @throws IllegalArgumentException if the mean is not finite or sd is not above 0 and finite */
  public NormalPrior {
    Parameters.requireFinite("mean", mean);
    if (!(sd > 0 && Double.isFinite(sd))) {
      throw new IllegalArgumentException("sd must be above 0 and finite: " + sd);
    }
  }

  /** The logarithm of the density, up to a constant. */
  double log(double theta) {
    double z = (theta - mean) / sd;
    return -z * z / 2;
  }

  /** The first derivative of {@link #log}. */
  double firstOfLog(double theta) {
    return (mean - theta) / (sd * sd);
  }

  /** {@code 1 / sd^2}, minus the second derivative of {@link #log}. */
  double precision() {
    return 1 / (sd * sd);
  }
}
