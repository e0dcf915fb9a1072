package org.xinheng.validation.summary;

import org.xinheng.scoring.Normal;
import org.xinheng.validation.distribution.StudentT;

/**
 * Whether one number is correlated with two others equally, all three measured on the same people.
 *
 * @param r12 of the first with the second
 * @param r13 of the first with the third
 * @param r23 of the second with the third
 * @param n people
 */
public record DependentCorrelations(double r12, double r13, double r23, int n) {

  /**
   * The statistic of Williams, referred to Student's t with {@code n - 3} degrees of freedom.
   *
   * @see "Williams (1959), Journal of the Royal Statistical Society B 21, 396-399; Steiger (1980), formula 7"
   */
  public double williamsT() {
    double determinant = 1 - r12 * r12 - r13 * r13 - r23 * r23 + 2 * r12 * r13 * r23;
    double average = (r12 + r13) / 2;
    double cube = Math.pow(1 - r23, 3);
    double below = 2 * (n - 1.0) / (n - 3.0) * determinant + average * average * cube;
    return (r12 - r13) * Math.sqrt((n - 1.0) * (1 + r23) / below);
  }

  public double williamsP() {
    return StudentT.beyond(williamsT(), n - 3.0);
  }

  /**
   * The statistic of Steiger on Fisher's z, with the correlations pooled in the covariance.
   *
   * @see "Steiger (1980), Psychological Bulletin 87, 245-251, formula 14"
   */
  public double steigerZ() {
    double average = (r12 + r13) / 2;
    double square = average * average;
    double psi = r23 * (1 - 2 * square) - 0.5 * square * (1 - 2 * square - r23 * r23);
    double covariance = psi / ((1 - square) * (1 - square));
    double difference =
        0.5 * Math.log((1 + r12) / (1 - r12)) - 0.5 * Math.log((1 + r13) / (1 - r13));
    return difference * Math.sqrt((n - 3.0) / (2 - 2 * covariance));
  }

  public double steigerP() {
    return Normal.beyond(steigerZ());
  }

  /** The correlation of the first two with the third held fixed. */
  public double partial() {
    return (r12 - r13 * r23) / Math.sqrt((1 - r13 * r13) * (1 - r23 * r23));
  }
}
