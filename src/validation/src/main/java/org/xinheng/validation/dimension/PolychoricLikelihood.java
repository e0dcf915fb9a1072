package org.xinheng.validation.dimension;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.distribution.BivariateNormal;
import org.xinheng.validation.summary.Covariances;

/** Fisher's scoring for the correlation and all limits at once, with steps halved until the likelihood rises. */
final class PolychoricLikelihood {

  private static final int MOST_STEPS = 200;
  private static final double LEAST = 1e-300;

  private final long[][] table;
  private final long n;
  private final int rowLimits;
  private double[] gradient = {};
  private double[][] information = {};

  private PolychoricLikelihood(long[][] table, long n) {
    this.table = table;
    this.n = n;
    this.rowLimits = table.length - 1;
  }

  static Polychoric maximum(long[][] table, Polychoric start) {
    PolychoricLikelihood likelihood = new PolychoricLikelihood(table, start.n());
    double[] at = IntStream.range(
            0, 1 + start.rowLimits().size() + start.columnLimits().size())
        .mapToDouble(i -> i == 0
            ? start.rho()
            : i <= start.rowLimits().size()
                ? start.rowLimits().get(i - 1)
                : start.columnLimits().get(i - 1 - start.rowLimits().size()))
        .toArray();
    return likelihood.climb(at);
  }

  private Polychoric climb(double[] start) {
    double[] at = start;
    double value = value(at);
    double[][] covariance = new double[0][];
    for (int step = 0; step < MOST_STEPS; step++) {
      look(at);
      covariance = Covariances.inverse(information);
      if (covariance.length == 0) {
        break;
      }
      double[] move = times(covariance, gradient);
      double scale = 1;
      double[] next = moved(at, move, scale);
      while (!(value(next) >= value - 1e-12) && scale > 1e-8) {
        scale /= 2;
        next = moved(at, move, scale);
      }
      double farthest = Arrays.stream(move).map(Math::abs).max().orElse(0) * scale;
      at = next;
      value = value(at);
      if (farthest < 1e-10) {
        break;
      }
    }
    return new Polychoric(
        n,
        at[0],
        covariance.length == 0 ? Double.NaN : Math.sqrt(covariance[0][0]),
        value,
        Arrays.stream(at, 1, 1 + rowLimits).boxed().toList(),
        Arrays.stream(at, 1 + rowLimits, at.length).boxed().toList());
  }

  private static double[] moved(double[] at, double[] move, double scale) {
    return IntStream.range(0, at.length)
        .mapToDouble(i -> at[i] + scale * move[i])
        .toArray();
  }

  private static double[] times(double[][] matrix, double[] vector) {
    return Arrays.stream(matrix)
        .mapToDouble(row ->
            IntStream.range(0, row.length).mapToDouble(j -> row[j] * vector[j]).sum())
        .toArray();
  }

  private double[] rows(double[] at) {
    return bounded(Arrays.copyOfRange(at, 1, 1 + rowLimits));
  }

  private double[] columns(double[] at) {
    return bounded(Arrays.copyOfRange(at, 1 + rowLimits, at.length));
  }

  private static double[] bounded(double[] inner) {
    double[] limits = new double[inner.length + 2];
    limits[0] = Double.NEGATIVE_INFINITY;
    System.arraycopy(inner, 0, limits, 1, inner.length);
    limits[limits.length - 1] = Double.POSITIVE_INFINITY;
    return limits;
  }

  /** The log-likelihood; {@code NaN} where limits are out of order. */
  private double value(double[] at) {
    if (!(Math.abs(at[0]) < 1) || isOutOfOrder(rows(at)) || isOutOfOrder(columns(at))) {
      return Double.NaN;
    }
    double[][] p = cells(at);
    double sum = 0;
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[i].length; j++) {
        sum += table[i][j] == 0 ? 0 : table[i][j] * Math.log(Math.max(p[i][j], LEAST));
      }
    }
    return sum;
  }

  private static boolean isOutOfOrder(double[] limits) {
    for (int i = 1; i < limits.length; i++) {
      if (!(limits[i] > limits[i - 1])) {
        return true;
      }
    }
    return false;
  }

  private double[][] cells(double[] at) {
    return Polychoric.cells(rows(at), columns(at), (h, k) -> BivariateNormal.below(h, k, at[0]));
  }

  /** Gradient and expected information. */
  private void look(double[] at) {
    double[][] p = cells(at);
    double[][][] slopes =
        IntStream.range(0, at.length).mapToObj(m -> slopes(at, m)).toArray(double[][][]::new);
    gradient = new double[at.length];
    information = new double[at.length][at.length];
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[i].length; j++) {
        double cell = Math.max(p[i][j], LEAST);
        for (int a = 0; a < at.length && p[i][j] > 1e-14; a++) {
          gradient[a] += table[i][j] * slopes[a][i][j] / cell;
          for (int b = 0; b < at.length; b++) {
            information[a][b] += n * slopes[a][i][j] * slopes[b][i][j] / cell;
          }
        }
      }
    }
  }

  /** How each cell grows with one of the parameters. */
  private double[][] slopes(double[] at, int parameter) {
    double[] rows = rows(at);
    double[] columns = columns(at);
    double rho = at[0];
    if (parameter == 0) {
      return Polychoric.cells(rows, columns, (h, k) -> BivariateNormal.density(h, k, rho));
    }
    double own = at[parameter];
    boolean isRow = parameter <= rowLimits;
    double spread = Math.sqrt((1 - rho) * (1 + rho));
    return Polychoric.cells(rows, columns, (h, k) -> {
      double here = isRow ? h : k;
      double other = isRow ? k : h;
      return here == own ? Normal.density(own) * Normal.below((other - rho * own) / spread) : 0;
    });
  }
}
