package org.xinheng.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.exchange.DataColumns;
import org.xinheng.validation.Direction;
import org.xinheng.validation.study.StudyData;
import picocli.CommandLine.Option;

/** Scores and the criterion they are held against, by columns. */
final class CriterionColumns {

  @Option(names = "--score", arity = "1..*", paramLabel = "COL", description = "Columns of scores.")
  private List<String> scores = new ArrayList<>();

  @Option(
      names = "--lower",
      arity = "1..*",
      paramLabel = "COL",
      description = "Those of the scores that are low in cases; of all others cases score high.")
  private Set<String> lower = new LinkedHashSet<>();

  @Option(
      names = "--criterion",
      paramLabel = "COL",
      description = "The column that says who is a case.")
  private String criterion = "";

  @Option(
      names = "--positive",
      paramLabel = "VALUE",
      description =
          "What it says of cases; every other value is no case. May be given several times.")
  private List<String> positive = new ArrayList<>();

  boolean isGiven() {
    return !scores.isEmpty() && !criterion.isEmpty() && !positive.isEmpty();
  }

  String name() {
    return criterion;
  }

  List<String> positive() {
    return List.copyOf(positive);
  }

  /** Makes sure that enough is said. */
  void require() {
    if (!isGiven()) {
      throw new IllegalArgumentException("write --score, --criterion and --positive");
    }
    for (String column : lower) {
      if (!scores.contains(column)) {
        throw new IllegalArgumentException("--lower: '" + column + "' is none of the scores");
      }
    }
  }

  /** The columns that are read. */
  Set<String> headings() {
    Set<String> headings = new LinkedHashSet<>(scores);
    headings.add(criterion);
    return headings;
  }

  /** The people of a study. */
  StudyData data(DataColumns columns, Iterable<String> by) {
    List<String> said = columns.texts(criterion);
    if (said.stream().noneMatch(positive::contains)) {
      throw new IllegalArgumentException("--positive: no row of '" + criterion + "' says "
          + String.join(" or ", positive) + "; they say "
          + String.join(
              ", ", said.stream().filter(v -> !v.isEmpty()).distinct().limit(8).toList()));
    }
    StudyData data = StudyData.of(said.stream()
        .mapToDouble(v -> v.isEmpty() ? Double.NaN : positive.contains(v) ? 1 : 0)
        .toArray());
    for (String score : scores) {
      Direction direction =
          lower.contains(score) ? Direction.LOWER_IS_CASE : Direction.HIGHER_IS_CASE;
      data = data.withScore(score, direction, columns.numbers(score));
    }
    for (String column : by) {
      data = data.withGroups(column, columns.texts(column));
    }
    return data;
  }
}
