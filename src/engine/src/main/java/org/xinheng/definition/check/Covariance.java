package org.xinheng.definition.check;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.xinheng.instrument.Sign;

/** The covariances of a reference sample. */
final class Covariance {

  /** The part of an item's variance that the items before it must leave unexplained; scoring asks for less. */
  private static final double LEAST_OWN_VARIANCE = 1e-9;

  private Covariance() {}

  /** The lines, if there are a mean and a line of as many covariances for each item; none if not. */
  static List<List<BigDecimal>> of(Sign.Mahalanobis sign) {
    int items = sign.items().size();
    boolean fits = sign.means().size() == items
        && sign.covariance().size() == items
        && sign.covariance().stream().allMatch(line -> line.size() == items);
    return fits ? sign.covariance() : List.of();
  }

  /** Whether there is a line for each item and the lower triangle mirrors the upper one. */
  static boolean isSymmetric(Sign.Mahalanobis sign) {
    List<List<BigDecimal>> lines = of(sign);
    for (int i = 0; i < lines.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (lines.get(i).get(j).compareTo(lines.get(j).get(i)) != 0) {
          return false;
        }
      }
    }
    return !lines.isEmpty();
  }

  /** Whether a symmetric covariance has an inverse; its correlations are looked at, which have no unit. */
  static boolean isPositiveDefinite(Sign.Mahalanobis sign) {
    int items = sign.items().size();
    RealMatrix correlations = new Array2DRowRealMatrix(items, items);
    for (int i = 0; i < items; i++) {
      if (variance(sign, i) <= 0) {
        return false;
      }
      for (int j = 0; j < items; j++) {
        double deviations =
            Math.sqrt(variance(sign, i)) * Math.sqrt(Math.max(0, variance(sign, j)));
        double covariance = sign.covariance().get(i).get(j).doubleValue();
        correlations.setEntry(i, j, i == j ? 1 : covariance / deviations);
      }
    }
    try {
      new CholeskyDecomposition(
          correlations,
          CholeskyDecomposition.DEFAULT_RELATIVE_SYMMETRY_THRESHOLD,
          LEAST_OWN_VARIANCE);
      return true;
    } catch (NonPositiveDefiniteMatrixException e) {
      return false;
    }
  }

  private static double variance(Sign.Mahalanobis sign, int item) {
    return sign.covariance().get(item).get(item).doubleValue();
  }
}
