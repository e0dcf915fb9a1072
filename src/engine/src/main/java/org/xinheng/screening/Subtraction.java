package org.xinheng.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a reader of tables can work out of the numbers that are not shown.
 *
 * <p>The tables say that certain hidden numbers, added and subtracted, give a number that is known; and nobody is
 * counted less than zero times. From the equations as they stand, and from the same equations solved as far as they can
 * be (Gauss-Jordan elimination), each hidden number gets a lowest and a highest value, again and again until no bound
 * moves. A number whose bounds meet can be worked out. Looking at one line of a table at a time would not do: several
 * lines together can give away what each of them hides.
 *
 * @see "Cox (1980), Suppression methodology and statistical disclosure control, JASA 75, 377-385"
 */
final class Subtraction {

  private static final double NEGLIGIBLE = 1e-9;
  private static final int ROUNDS = 50;

  private final int unknowns;
  private final double[] lowest;
  private final double[] highest;
  private final List<double[]> equations = new ArrayList<>();

  /**
   * Nothing is known yet of so many hidden numbers, save that none is above {@code most}.
   */
  Subtraction(int unknowns, int most) {
    this.unknowns = unknowns;
    this.lowest = new double[unknowns];
    this.highest = new double[unknowns];
    Arrays.fill(highest, most);
  }

  /** Says that a hidden number is known not to be above another. */
  void atMost(int number, int most) {
    highest[number] = Math.min(highest[number], most);
  }

  /**
   * Adds what a table says.
   *
   * @param equation a factor for each hidden number, then the sum that they give
   */
  void add(double[] equation) {
    equations.add(equation.clone());
  }

  /** The lowest and highest value of each hidden number that everything said so far leaves possible. */
  Bounds bounds() {
    List<Sum> known =
        Stream.concat(equations.stream(), solved().stream()).map(Sum::new).toList();
    double[] low = lowest.clone();
    double[] high = highest.clone();
    boolean moved = true;
    for (int round = 0; moved && round < ROUNDS; round++) {
      moved = false;
      for (Sum sum : known) {
        moved |= sum.narrow(low, high);
      }
    }
    return new Bounds(low, high);
  }

  /** A hidden number that can be worked out. */
  OptionalInt pinned() {
    Bounds bounds = bounds();
    return IntStream.range(0, unknowns).filter(bounds::isPinned).findFirst();
  }

  /** What is left possible. */
  static final class Bounds {

    private final double[] lowest;
    private final double[] highest;

    private Bounds(double[] lowest, double[] highest) {
      this.lowest = lowest;
      this.highest = highest;
    }

    double lowest(int number) {
      return lowest[number];
    }

    double highest(int number) {
      return highest[number];
    }

    boolean isPinned(int number) {
      return lowest[number] >= highest[number];
    }
  }

  private List<double[]> solved() {
    List<double[]> rows = new ArrayList<>();
    equations.forEach(equation -> rows.add(equation.clone()));
    int rank = 0;
    for (int column = 0; column < unknowns && rank < rows.size(); column++) {
      int pivot = largest(rows, rank, column);
      if (isZero(rows.get(pivot)[column])) {
        continue;
      }
      Collections.swap(rows, rank, pivot);
      double[] solved = rows.get(rank);
      scale(solved, 1 / solved[column]);
      for (double[] row : rows) {
        if (row != solved && !isZero(row[column])) {
          subtract(row, solved, row[column]);
        }
      }
      rank++;
    }
    return rows.subList(0, rank);
  }

  private static int largest(List<double[]> rows, int from, int column) {
    int largest = from;
    for (int row = from + 1; row < rows.size(); row++) {
      if (Math.abs(rows.get(row)[column]) > Math.abs(rows.get(largest)[column])) {
        largest = row;
      }
    }
    return largest;
  }

  private static void scale(double[] row, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] *= factor;
    }
  }

  private static void subtract(double[] row, double[] other, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] -= factor * other[i];
    }
  }

  /** The numbers of an equation, their factors, and what they add up to. */
  private static final class Sum {

    private final int[] numbers;
    private final double[] factors;
    private final double value;

    Sum(double[] equation) {
      int last = equation.length - 1;
      numbers = IntStream.range(0, last).filter(i -> !isZero(equation[i])).toArray();
      factors = IntStream.of(numbers).mapToDouble(i -> equation[i]).toArray();
      value = equation[last];
    }

    /** Moves the bounds of each number as far as the bounds of the others allow. */
    boolean narrow(double[] lowest, double[] highest) {
      double least = 0;
      double most = 0;
      for (int i = 0; i < numbers.length; i++) {
        least += smallest(i, lowest, highest);
        most += greatest(i, lowest, highest);
      }
      boolean moved = false;
      for (int i = 0; i < numbers.length; i++) {
        double fromMost = (value - most + greatest(i, lowest, highest)) / factors[i];
        double fromLeast = (value - least + smallest(i, lowest, highest)) / factors[i];
        double low = Math.ceil(Math.min(fromMost, fromLeast) - NEGLIGIBLE);
        double high = Math.floor(Math.max(fromMost, fromLeast) + NEGLIGIBLE);
        if (low > lowest[numbers[i]] || high < highest[numbers[i]]) {
          least -= smallest(i, lowest, highest);
          most -= greatest(i, lowest, highest);
          lowest[numbers[i]] = Math.max(low, lowest[numbers[i]]);
          highest[numbers[i]] = Math.min(high, highest[numbers[i]]);
          least += smallest(i, lowest, highest);
          most += greatest(i, lowest, highest);
          moved = true;
        }
      }
      return moved;
    }

    private double smallest(int i, double[] lowest, double[] highest) {
      return factors[i] * (factors[i] > 0 ? lowest : highest)[numbers[i]];
    }

    private double greatest(int i, double[] lowest, double[] highest) {
      return factors[i] * (factors[i] > 0 ? highest : lowest)[numbers[i]];
    }
  }

  private static boolean isZero(double factor) {
    return Math.abs(factor) < NEGLIGIBLE;
  }
}
