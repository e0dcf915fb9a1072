package org.xinheng.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinheng.screening.Summary.Level;
import org.xinheng.screening.SuppressedCounts.Line;

/** The hidden numbers of tables of counts and what is known of them: their lines, and what links one table to another. */
final class CountEquations {

  /** Stands for a cell that is shown. */
  static final int NONE = -1;

  private final Set<RowKey> keys;
  private final List<Integer> highest = new ArrayList<>();
  private final List<Map<Integer, Integer>> factors = new ArrayList<>();
  private final List<Integer> sums = new ArrayList<>();

  /** About some rows, whichever else the tables have. */
  CountEquations(Set<RowKey> keys) {
    this.keys = keys;
  }

  /** The numbers of the hidden cells of a table, {@link #NONE} where a cell is shown; what its lines say is added. */
  Map<RowKey, int[]> table(Map<RowKey, Line> lines) {
    Map<RowKey, int[]> numbers = new LinkedHashMap<>();
    lines.forEach((key, line) -> {
      if (keys.contains(key)) {
        numbers.put(key, numbers(line));
      }
    });
    numbers.forEach((key, of) -> {
      Line line = line(lines, key);
      if (line.isTotalKnown()) {
        Map<Integer, Integer> equation = new LinkedHashMap<>();
        int sum = line.total();
        for (int cell = 0; cell < line.cells(); cell++) {
          sum += term(equation, line, of, cell, 1);
        }
        add(equation, sum);
      }
      for (Level level : Level.values()) {
        column(key, level, lines, numbers);
      }
    });
    return numbers;
  }

  private int[] numbers(Line line) {
    int[] numbers = new int[line.cells()];
    Arrays.fill(numbers, NONE);
    for (int cell = 0; cell < line.cells(); cell++) {
      if (!line.isShown(cell)) {
        numbers[cell] = highest.size();
        highest.add(line.most(cell));
      }
    }
    return numbers;
  }

  private void column(
      RowKey whole, Level level, Map<RowKey, Line> lines, Map<RowKey, int[]> numbers) {
    List<RowKey> parts = numbers.keySet().stream()
        .filter(key -> key.level() == level && key.whole().equals(Optional.of(whole)))
        .toList();
    if (parts.isEmpty()) {
      return;
    }
    for (int cell = 0; cell < line(lines, whole).cells(); cell++) {
      Map<Integer, Integer> equation = new LinkedHashMap<>();
      int sum = term(equation, whole, lines, numbers, cell, -1);
      for (RowKey part : parts) {
        sum += term(equation, part, lines, numbers, cell, 1);
      }
      add(equation, sum);
    }
  }

  private int term(
      Map<Integer, Integer> equation,
      RowKey key,
      Map<RowKey, Line> lines,
      Map<RowKey, int[]> numbers,
      int cell,
      int sign) {
    return term(
        equation,
        line(lines, key),
        Optional.ofNullable(numbers.get(key)).orElseThrow(),
        cell,
        sign);
  }

  /** The line of a row. */
  static Line line(Map<RowKey, Line> lines, RowKey key) {
    return Optional.ofNullable(lines.get(key)).orElseThrow();
  }

  /** Adds a number to the left of an equation if it is hidden, else gives what to add to the right. */
  int term(Map<Integer, Integer> equation, Line line, int[] numbers, int cell, int sign) {
    if (numbers[cell] == NONE) {
      return -sign * line.count(cell);
    }
    equation.merge(numbers[cell], sign, Integer::sum);
    return 0;
  }

  /** Adds that some numbers, each with a factor, give a sum. */
  void add(Map<Integer, Integer> equation, int sum) {
    factors.add(equation);
    sums.add(sum);
  }

  /** A number of which only the most is known. */
  int number(int most) {
    highest.add(most);
    return highest.size() - 1;
  }

  Subtraction.Bounds bounds() {
    int most = highest.stream().mapToInt(Integer::intValue).max().orElse(0);
    Subtraction subtraction = new Subtraction(highest.size(), most);
    for (int number = 0; number < highest.size(); number++) {
      subtraction.atMost(number, highest.get(number));
    }
    for (int i = 0; i < factors.size(); i++) {
      double[] equation = new double[highest.size() + 1];
      factors.get(i).forEach((number, factor) -> equation[number] = factor);
      equation[highest.size()] = sums.get(i);
      subtraction.add(equation);
    }
    return subtraction.bounds();
  }
}
