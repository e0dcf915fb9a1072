package org.xinheng.validation.norming;

import java.util.List;

/**
 * Norms of one score.
 *
 * @param score heading of the column
 * @param rows people in the data
 * @param withScore people with a score
 * @param leastPeople the fewest people that a group may rest on
 * @param by headings of the columns that part the groups
 * @param over heading of the age or grade over which norms change continuously; empty for none
 * @param groups one a combination of the columns that occurs
 * @param withoutGroup people with a score of whom some of the columns is not known
 */
public record NormingResult(
    String score,
    int rows,
    int withScore,
    int leastPeople,
    List<String> by,
    String over,
    List<Group> groups,
    int withoutGroup) {

  public NormingResult {
    by = List.copyOf(by);
    groups = List.copyOf(groups);
  }

  /**
   * One group.
   *
   * @param values what the columns say of it, in their order
   * @param n people with a score; 0 where they are too few to be told
   * @param isEnough whether they are at least as many as asked for; if not, nothing else is said
   * @param table what raw scores are worth; one or none
   * @param continuous how they change with age; one or none
   */
  public record Group(
      List<String> values,
      int n,
      boolean isEnough,
      List<NormTable> table,
      List<Continuous> continuous) {

    public Group {
      values = List.copyOf(values);
      table = List.copyOf(table);
      continuous = List.copyOf(continuous);
    }
  }

  /**
   * Norms that change with age.
   *
   * @param middle of the ages, which is taken off
   * @param halfSpan by which what is left is divided
   * @param constant of the polynomial
   * @param terms of the polynomial
   * @param chosen the model that was taken
   * @param candidates the best model of each size
   * @param ages groups that were ranked
   * @param leftOut ages with too few people
   * @param tables norms at ages
   * @param curves raw scores at locations from -2 to 2 over age
   */
  public record Continuous(
      double middle,
      double halfSpan,
      double constant,
      List<ContinuousNorms.Term> terms,
      ContinuousNorms.Candidate chosen,
      List<ContinuousNorms.Candidate> candidates,
      List<ContinuousNorms.Group> ages,
      List<ContinuousNorms.Group> leftOut,
      List<AtAge> tables,
      List<Curve> curves) {

    public Continuous {
      terms = List.copyOf(terms);
      candidates = List.copyOf(candidates);
      ages = List.copyOf(ages);
      leftOut = List.copyOf(leftOut);
      tables = List.copyOf(tables);
      curves = List.copyOf(curves);
    }
  }

  /** What raw scores are worth at an age; of exact years the middle of the year, {@code year} and a half. */
  public record AtAge(double age, List<ContinuousNorms.Row> rows) {

    public AtAge {
      rows = List.copyOf(rows);
    }
  }

  /** The raw scores at one location. */
  public record Curve(double location, List<Point> points) {

    public Curve {
      points = List.copyOf(points);
    }
  }

  public record Point(double age, double raw) {}
}
