package org.xinheng.validation.irt;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/** Symmetric systems of equations. */
final class Matrices {

  private static final double ASYMMETRY = 1e-8;
  private static final double LEAST_PIVOT = 1e-12;

  private Matrices() {}

  private static Optional<DecompositionSolver> solver(double[][] matrix) {
    for (double[] row : matrix) {
      for (double value : row) {
        if (!Double.isFinite(value)) {
          return Optional.empty();
        }
      }
    }
    try {
      return Optional.of(
          new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), ASYMMETRY, LEAST_PIVOT)
              .getSolver());
    } catch (NonPositiveDefiniteMatrixException e) {
      return Optional.empty();
    }
  }

  /** The x with {@code matrix x = right}; empty unless the matrix is positive definite. */
  static Optional<double[]> solve(double[][] matrix, double[] right) {
    return solver(matrix).map(s -> s.solve(new ArrayRealVector(right, false)).toArray());
  }

  /** The same for each column of a matrix on the right. */
  static Optional<double[][]> solveAll(double[][] matrix, double[][] right) {
    return solver(matrix)
        .map(s -> s.solve(new Array2DRowRealMatrix(right, false)).getData());
  }

  /** The inverse; empty unless the matrix is positive definite. */
  static Optional<double[][]> inverse(double[][] matrix) {
    return solver(matrix).map(s -> s.getInverse().getData());
  }
}
