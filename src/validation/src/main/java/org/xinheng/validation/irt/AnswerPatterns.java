package org.xinheng.validation.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers of people to items, each different pattern once with the number of people who gave it. Categories count
 * from 0; {@link #MISSING} stands for no answer.
 */
public final class AnswerPatterns {

  /** No answer. */
  public static final int MISSING = -1;

  private final int[] categories;
  private final List<int[]> patterns;
  private final int[] people;
  private final int[] patternOfRow;

  private AnswerPatterns(int[] categories, List<int[]> patterns, int[] people, int[] patternOfRow) {
    this.categories = categories;
    this.patterns = patterns;
    this.people = people;
    this.patternOfRow = patternOfRow;
  }

  /**
   * Takes in answers.
   *
   * @param rows {@code rows[person][item]}; a person who answered nothing counts for nothing
   * @param categories how many categories each item has, at least 2; each must have been chosen by somebody
   * @throws IllegalArgumentException if rows and categories do not fit, or nobody chose a category
   */
  public static AnswerPatterns of(int[][] rows, int... categories) {
    Map<List<Integer>, Integer> numbers = new LinkedHashMap<>();
    List<int[]> patterns = new ArrayList<>();
    int[] patternOfRow = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int[] row = rows[i].clone();
      checkRow(row, categories);
      patternOfRow[i] = numbers.computeIfAbsent(Arrays.stream(row).boxed().toList(), key -> {
        patterns.add(row);
        return patterns.size() - 1;
      });
    }
    int[] people = new int[patterns.size()];
    for (int number : patternOfRow) {
      people[number]++;
    }
    AnswerPatterns all = new AnswerPatterns(categories.clone(), patterns, people, patternOfRow);
    all.checkShares();
    return all;
  }

  private static void checkRow(int[] row, int[] categories) {
    if (row.length != categories.length) {
      throw new IllegalArgumentException(
          "%d answers for %d items".formatted(row.length, categories.length));
    }
    for (int j = 0; j < row.length; j++) {
      if (row[j] < MISSING || row[j] >= categories[j]) {
        throw new IllegalArgumentException("the answer to item %d must be %d or in [0, %d]: %d"
            .formatted(j, MISSING, categories[j] - 1, row[j]));
      }
    }
  }

  private void checkShares() {
    for (int j = 0; j < items(); j++) {
      if (categories[j] < 2) {
        throw new IllegalArgumentException(
            "an item needs at least 2 categories: item " + j + " has " + categories[j]);
      }
      double[] shares = shares(j);
      for (int k = 0; k < shares.length; k++) {
        if (!(shares[k] > 0)) {
          throw new IllegalArgumentException(
              "nobody chose category %d of item %d; leave the category or the item out"
                  .formatted(k, j));
        }
      }
    }
  }

  /** The share of each category among the answers to an item. */
  double[] shares(int item) {
    double[] shares = new double[categories[item]];
    double answered = 0;
    for (int p = 0; p < size(); p++) {
      int answer = answer(p, item);
      if (answer != MISSING) {
        shares[answer] += people[p];
        answered += people[p];
      }
    }
    for (int k = 0; k < shares.length; k++) {
      shares[k] /= answered;
    }
    return shares;
  }

  /** How many items there are. */
  public int items() {
    return categories.length;
  }

  /** How many categories an item has. */
  public int categories(int item) {
    return categories[item];
  }

  /** How many rows were given. */
  public int rows() {
    return patternOfRow.length;
  }

  /** How many people answered something. */
  public int people() {
    int sum = 0;
    for (int p = 0; p < size(); p++) {
      sum += isBlank(p) ? 0 : people[p];
    }
    return sum;
  }

  /** How many different patterns there are. */
  public int size() {
    return patterns.size();
  }

  /** How many people gave a pattern. */
  public int people(int pattern) {
    return people[pattern];
  }

  /** The pattern that a row gave. */
  public int patternOf(int row) {
    return patternOfRow[row];
  }

  /** A copy of a pattern. */
  public int[] pattern(int pattern) {
    return patterns.get(pattern).clone();
  }

  int answer(int pattern, int item) {
    return patterns.get(pattern)[item];
  }

  /** Whether a pattern has no answer. */
  boolean isBlank(int pattern) {
    return Arrays.stream(patterns.get(pattern)).allMatch(answer -> answer == MISSING);
  }

  /** Whether a pattern lacks no answer. */
  boolean isComplete(int pattern) {
    return Arrays.stream(patterns.get(pattern)).noneMatch(answer -> answer == MISSING);
  }

  /** The sum of the answers of a pattern. */
  int sum(int pattern) {
    return Arrays.stream(patterns.get(pattern))
        .filter(answer -> answer != MISSING)
        .sum();
  }

  /** The highest possible sum. */
  int highestSum() {
    return Arrays.stream(categories).map(count -> count - 1).sum();
  }
}
