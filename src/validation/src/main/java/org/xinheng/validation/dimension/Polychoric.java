package org.xinheng.validation.dimension;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.distribution.BivariateNormal;
import org.xinheng.validation.summary.Covariances;
import org.xinheng.validation.summary.PairedNumbers;

/**
 * The correlation of two normal variables of which only an ordered class is seen; of two classes each it is the tetrachoric one.
 *
 * @param n people in the table
 * @param rho the correlation; {@code NaN} if one of the variables has a single class
 * @param standardError from the curvature of the likelihood; infinite or {@code NaN} where it has none
 * @param logLikelihood of the table, without its constant
 * @param rowLimits what parts the classes of the first variable, one fewer than classes
 * @param columnLimits what parts those of the second
 * @see "Olsson (1979), Psychometrika 44, 443-460"
 */
public record Polychoric(
    long n,
    double rho,
    double standardError,
    double logLikelihood,
    List<Double> rowLimits,
    List<Double> columnLimits) {

  /** Correlations are looked for between this one and its opposite. */
  private static final double STRONGEST = 0.9999;

  private static final int GRID = 20;
  private static final double LEAST = 1e-300;

  public Polychoric {
    rowLimits = List.copyOf(rowLimits);
    columnLimits = List.copyOf(columnLimits);
  }

  /** A table of how often each pair of answers was given, answers in order; who lacks one of the two is left out. */
  public static long[][] table(double[] first, double[] second) {
    PairedNumbers pairs = PairedNumbers.of(first, second);
    double[] x = pairs.first();
    double[] y = pairs.second();
    double[] rows = Arrays.stream(x).sorted().distinct().toArray();
    double[] columns = Arrays.stream(y).sorted().distinct().toArray();
    long[][] table = new long[rows.length][columns.length];
    for (int i = 0; i < x.length; i++) {
      table[Arrays.binarySearch(rows, x[i])][Arrays.binarySearch(columns, y[i])]++;
    }
    return table;
  }

  /**
   * In two steps: limits from the margins, then the likeliest correlation.
   *
   * @param table {@code table[class of the first][class of the second]}, classes in order
   */
  public static Polychoric twoStep(long[][] table) {
    double[] rows = limits(margins(table, true));
    double[] columns = limits(margins(table, false));
    if (rows.length < 3 || columns.length < 3) {
      return undefined(table, rows, columns);
    }
    double rho = likeliest(table, rows, columns);
    double step = 1e-4 * (1 - Math.abs(rho));
    double curvature =
        (slope(table, rows, columns, rho - step) - slope(table, rows, columns, rho + step))
            / (2 * step);
    return new Polychoric(
        total(table),
        rho,
        1 / Math.sqrt(curvature),
        logLikelihood(table, rows, columns, rho),
        inner(rows),
        inner(columns));
  }

  /** Limits and correlation together by maximum likelihood; classes that nobody chose are left out. */
  public static Polychoric maximumLikelihood(long[][] table) {
    long[][] used = used(table);
    Polychoric start = twoStep(used);
    return Double.isNaN(start.rho) ? start : PolychoricLikelihood.maximum(used, start);
  }

  private static Polychoric undefined(long[][] table, double[] rows, double[] columns) {
    return new Polychoric(
        total(table), Double.NaN, Double.NaN, Double.NaN, inner(rows), inner(columns));
  }

  /** The correlations of all pairs of columns in two steps, each of the people who answered both. */
  public static double[][] correlations(double[][] table) {
    int k = table.length == 0 ? 0 : table[0].length;
    int[][] classes =
        Arrays.stream(Covariances.columns(table, k)).map(Polychoric::classes).toArray(int[][]::new);
    double[][] correlations = new double[k][k];
    for (int a = 0; a < k; a++) {
      correlations[a][a] = 1;
      for (int b = 0; b < a; b++) {
        correlations[a][b] = twoStep(table(classes[a], classes[b])).rho();
        correlations[b][a] = correlations[a][b];
      }
    }
    return correlations;
  }

  /** The place of each answer among those given, from 0; -1 for none. */
  private static int[] classes(double[] answers) {
    double[] kinds = Arrays.stream(answers)
        .filter(answer -> !Double.isNaN(answer))
        .distinct()
        .sorted()
        .toArray();
    return Arrays.stream(answers)
        .mapToInt(answer -> Double.isNaN(answer) ? -1 : Arrays.binarySearch(kinds, answer))
        .toArray();
  }

  private static long[][] table(int[] first, int[] second) {
    int rows = Arrays.stream(first).max().orElse(-1) + 1;
    int columns = Arrays.stream(second).max().orElse(-1) + 1;
    long[][] table = new long[rows][columns];
    for (int i = 0; i < first.length; i++) {
      if (first[i] >= 0 && second[i] >= 0) {
        table[first[i]][second[i]]++;
      }
    }
    return used(table);
  }

  /** The best point of a grid, narrowed down around it, then settled by Newton's steps. */
  private static double likeliest(long[][] table, double[] rows, double[] columns) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = -GRID + 1; i < GRID; i++) {
      double value = logLikelihood(table, rows, columns, i / (double) GRID);
      if (value > most) {
        most = value;
        best = i;
      }
    }
    double rho = new BrentOptimizer(1e-8, 1e-10)
        .optimize(
            new MaxEval(500),
            GoalType.MAXIMIZE,
            new UnivariateObjectiveFunction(r -> logLikelihood(table, rows, columns, r)),
            new SearchInterval(
                Math.max(-STRONGEST, (best - 1.0) / GRID),
                Math.min(STRONGEST, (best + 1.0) / GRID),
                best / (double) GRID))
        .getPoint();
    for (int step = 0; step < 4 && Math.abs(rho) < 0.999; step++) {
      double d = 1e-4 * (1 - Math.abs(rho));
      double curvature =
          (slope(table, rows, columns, rho - d) - slope(table, rows, columns, rho + d)) / (2 * d);
      double move = slope(table, rows, columns, rho) / curvature;
      if (curvature > 0 && Math.abs(move) < 1e-4) {
        rho += move;
      }
    }
    return rho;
  }

  private static double logLikelihood(long[][] table, double[] rows, double[] columns, double rho) {
    double[][] p = cells(rows, columns, (h, k) -> BivariateNormal.below(h, k, rho));
    double sum = 0;
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[i].length; j++) {
        sum += table[i][j] == 0 ? 0 : table[i][j] * Math.log(Math.max(p[i][j], LEAST));
      }
    }
    return sum;
  }

  private static double slope(long[][] table, double[] rows, double[] columns, double rho) {
    double[][] p = cells(rows, columns, (h, k) -> BivariateNormal.below(h, k, rho));
    double[][] d = cells(rows, columns, (h, k) -> BivariateNormal.density(h, k, rho));
    double sum = 0;
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[i].length; j++) {
        sum += table[i][j] == 0 ? 0 : table[i][j] * d[i][j] / Math.max(p[i][j], LEAST);
      }
    }
    return sum;
  }

  /** A function of two limits. */
  interface OfCorner {
    double at(double row, double column);
  }

  /** What a function of corners adds up to over each cell. */
  static double[][] cells(double[] rows, double[] columns, OfCorner function) {
    double[][] corners = new double[rows.length][columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        corners[i][j] = function.at(rows[i], columns[j]);
      }
    }
    double[][] cells = new double[rows.length - 1][columns.length - 1];
    for (int i = 0; i < cells.length; i++) {
      for (int j = 0; j < cells[i].length; j++) {
        cells[i][j] = corners[i + 1][j + 1] - corners[i][j + 1] - corners[i + 1][j] + corners[i][j];
      }
    }
    return cells;
  }

  /** From minus to plus infinity, with what parts the classes between. */
  private static double[] limits(long[] margins) {
    long all = Arrays.stream(margins).sum();
    double[] limits = new double[margins.length + 1];
    limits[0] = Double.NEGATIVE_INFINITY;
    long sum = 0;
    for (int i = 0; i < margins.length; i++) {
      sum += margins[i];
      limits[i + 1] = i == margins.length - 1 || all == 0
          ? Double.POSITIVE_INFINITY
          : Normal.quantile((double) sum / all);
    }
    return limits;
  }

  private static long[] margins(long[][] table, boolean ofRows) {
    long[] margins = new long[ofRows || table.length == 0 ? table.length : table[0].length];
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[i].length; j++) {
        margins[ofRows ? i : j] += table[i][j];
      }
    }
    return margins;
  }

  private static long[][] used(long[][] table) {
    long[] rows = margins(table, true);
    long[] columns = margins(table, false);
    return IntStream.range(0, rows.length)
        .filter(i -> rows[i] > 0)
        .mapToObj(i -> IntStream.range(0, columns.length)
            .filter(j -> columns[j] > 0)
            .mapToLong(j -> table[i][j])
            .toArray())
        .toArray(long[][]::new);
  }

  private static long total(long[][] table) {
    return Arrays.stream(margins(table, true)).sum();
  }

  private static List<Double> inner(double[] limits) {
    return Arrays.stream(limits, 1, Math.max(1, limits.length - 1)).boxed().toList();
  }
}
