package org.xinheng.validation.study;

import java.util.List;

/**
 * What a study found.
 *
 * @param sample who was studied
 * @param level of confidence of all intervals
 * @param samples drawn to see what chance does
 * @param seed of the drawing
 * @param leastShown the fewest people a figure of a group rests on
 * @param leastSensitivity that the rule {@link CutRule#SENSITIVITY} asks for
 * @param leastSpecificity that the rule {@link CutRule#SPECIFICITY} asks for
 * @param scores one result a score, in the order of the data
 * @param comparisons of the areas of any two scores, of people who have all scores
 * @param overall whether all areas are equal; a degree of freedom of 0 if there is one score
 * @param warnings what to know before using any of it
 */
public record StudyResult(
    Sample sample,
    double level,
    int samples,
    long seed,
    int leastShown,
    double leastSensitivity,
    double leastSpecificity,
    List<ScoreResult> scores,
    List<Comparison> comparisons,
    Overall overall,
    List<Warning> warnings) {

  /**
   * The areas of two scores of the same people.
   *
   * @param first name of a score
   * @param second name of another
   * @param people who have all scores
   * @param difference area of the first less that of the second, by DeLong
   * @param z difference by its standard error
   * @param p two-sided
   */
  public record Comparison(
      String first, String second, int people, Figure difference, double z, double p) {}

  /** The test that all areas are equal. */
  public record Overall(double chiSquare, int df, double p) {}

  public StudyResult {
    scores = List.copyOf(scores);
    comparisons = List.copyOf(comparisons);
    warnings = List.copyOf(warnings);
  }

  /** The same with other warnings. */
  public StudyResult withWarnings(List<Warning> others) {
    return new StudyResult(
        sample,
        level,
        samples,
        seed,
        leastShown,
        leastSensitivity,
        leastSpecificity,
        scores,
        comparisons,
        overall,
        others);
  }
}
