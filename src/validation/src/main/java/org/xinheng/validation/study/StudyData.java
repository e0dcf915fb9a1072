package org.xinheng.validation.study;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.validation.Direction;

/**
 * The people of a study, row by row: their scores, what the criterion says of them, and what groups they belong to. The
 * arrays are read and never changed.
 */
public final class StudyData {

  private record Score(String name, Direction direction, DoubleBuffer values) {}

  private final double[] criterion;
  private final List<Score> scores;
  private final Map<String, List<String>> groups;
  private final Optional<List<String>> clusters;

  private StudyData(
      double[] criterion,
      List<Score> scores,
      Map<String, List<String>> groups,
      Optional<List<String>> clusters) {
    this.criterion = criterion;
    this.scores = scores;
    this.groups = groups;
    this.clusters = clusters;
  }

  /**
   * People of whom only the criterion is known so far.
   *
   * @param criterion 1 for a case, 0 for a control, {@code NaN} for somebody it was not asked of
   */
  public static StudyData of(double... criterion) {
    for (double value : criterion) {
      if (!(value == 0 || value == 1 || Double.isNaN(value))) {
        throw new IllegalArgumentException("a criterion must be 0, 1 or NaN: " + value);
      }
    }
    return new StudyData(criterion, List.of(), Map.of(), Optional.empty());
  }

  /**
   * The same with one score more.
   *
   * @param values one a row, {@code NaN} for none
   */
  public StudyData withScore(String name, Direction direction, double... values) {
    requireRows(name, values.length);
    List<Score> all = new ArrayList<>(scores);
    all.add(new Score(name, direction, DoubleBuffer.wrap(values)));
    return new StudyData(criterion, List.copyOf(all), groups, clusters);
  }

  /** The same with a grouping by which accuracy is compared; a blank name is a group too. */
  public StudyData withGroups(String name, List<String> groupOfRow) {
    requireRows(name, groupOfRow.size());
    Map<String, List<String>> all = new LinkedHashMap<>(groups);
    all.put(name, List.copyOf(groupOfRow));
    return new StudyData(criterion, scores, all, clusters);
  }

  /** The same with the school, or another unit, of each row; samples are then drawn by unit. */
  public StudyData withClusters(List<String> clusterOfRow) {
    requireRows("clusters", clusterOfRow.size());
    return new StudyData(criterion, scores, groups, Optional.of(List.copyOf(clusterOfRow)));
  }

  private void requireRows(String name, int rows) {
    if (rows != criterion.length) {
      throw new IllegalArgumentException("'" + name + "' needs as many rows as the criterion: "
          + rows + " and " + criterion.length);
    }
  }

  int rows() {
    return criterion.length;
  }

  double criterion(int row) {
    return criterion[row];
  }

  int scoreCount() {
    return scores.size();
  }

  String name(int score) {
    return scores.get(score).name();
  }

  Direction direction(int score) {
    return scores.get(score).direction();
  }

  double score(int score, int row) {
    return scores.get(score).values().get(row);
  }

  Map<String, List<String>> groups() {
    return groups;
  }

  Optional<List<String>> clusters() {
    return clusters;
  }
}
