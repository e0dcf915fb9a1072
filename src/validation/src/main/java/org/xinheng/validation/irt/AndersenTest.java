package org.xinheng.validation.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xinheng.validation.Watch;
import org.xinheng.validation.distribution.ChiSquared;

/**
 * Andersen's likelihood ratio test: whether the difficulties are the same in groups of people.
 *
 * @param chiSquare twice the gain in log-likelihood
 * @param df one a group and item beyond the first of each
 * @param p the chance of so large a gain if they are the same
 * @param groups how many groups there were
 * @param leftOut items that some group had all right or all wrong or cannot compare, and that do not take part
 * @see "Andersen (1973), Psychometrika 38, 123-140"
 */
public record AndersenTest(double chiSquare, int df, double p, int groups, List<Integer> leftOut) {

  public AndersenTest {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Compares people whose sum is below the mean sum of all who answered the same items with all others.
   *
   * @return empty where some group is empty or fewer than two items can be compared
   */
  public static Optional<AndersenTest> byMean(int[][] rows, Watch watch) {
    Map<List<Boolean>, Double> means = Arrays.stream(rows)
        .collect(Collectors.groupingBy(
            AndersenTest::answered, Collectors.averagingInt(AndersenTest::sum)));
    return of(
        rows,
        Arrays.stream(rows)
            .mapToInt(row -> sum(row) < means.getOrDefault(answered(row), 0.0) ? 0 : 1)
            .toArray(),
        watch);
  }

  private static List<Boolean> answered(int[] row) {
    return Arrays.stream(row).mapToObj(x -> x != AnswerPatterns.MISSING).toList();
  }

  private static int sum(int[] row) {
    return Arrays.stream(row).filter(x -> x > 0).sum();
  }

  /**
   * Compares groups.
   *
   * @param rows {@code rows[person][item]}, 0, 1 or {@link AnswerPatterns#MISSING}
   * @param groups the group of each person, from 0; below 0 for none
   * @return empty where some group is empty or fewer than two items can be compared
   */
  public static Optional<AndersenTest> of(int[][] rows, int[] groups, Watch watch) {
    int count = Arrays.stream(groups).max().orElse(-1) + 1;
    List<int[][]> parts = new ArrayList<>();
    for (int g = 0; g < count; g++) {
      int group = g;
      parts.add(IntStream.range(0, rows.length)
          .filter(i -> groups[i] == group)
          .mapToObj(i -> rows[i])
          .toArray(int[][]::new));
    }
    if (rows.length == 0 || count < 2) {
      return Optional.empty();
    }
    List<Integer> leftOut = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    for (int j = 0; j < rows[0].length; j++) {
      int item = j;
      boolean varies = parts.stream().allMatch(part -> varies(part, item));
      (varies ? kept : leftOut).add(j);
    }
    if (kept.size() < 2) {
      return Optional.empty();
    }
    double gain = 0;
    for (int[][] part : parts) {
      Optional<ConditionalRasch> own = ConditionalRasch.estimate(of(part, kept), watch);
      if (own.isEmpty()) {
        return Optional.empty();
      }
      gain += own.get().logLikelihood();
    }
    int[][] all = parts.stream().flatMap(Arrays::stream).toArray(int[][]::new);
    Optional<ConditionalRasch> together = ConditionalRasch.estimate(of(all, kept), watch);
    if (together.isEmpty()) {
      return Optional.empty();
    }
    double chiSquare = 2 * (gain - together.get().logLikelihood());
    int df = (count - 1) * (kept.size() - 1);
    return Optional.of(new AndersenTest(
        chiSquare, df, ChiSquared.above(Math.max(chiSquare, 0), df), count, leftOut));
  }

  private static boolean varies(int[][] rows, int item) {
    return Arrays.stream(rows).anyMatch(row -> row[item] == 0)
        && Arrays.stream(rows).anyMatch(row -> row[item] == 1);
  }

  private static AnswerPatterns of(int[][] rows, List<Integer> items) {
    int[] two = new int[items.size()];
    Arrays.fill(two, 2);
    return AnswerPatterns.of(
        Arrays.stream(rows)
            .map(row -> items.stream().mapToInt(j -> row[j]).toArray())
            .toArray(int[][]::new),
        two);
  }
}
