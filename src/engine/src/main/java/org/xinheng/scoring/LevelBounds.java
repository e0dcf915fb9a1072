package org.xinheng.scoring;

import java.util.IntSummaryStatistics;
import java.util.List;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Missing;

/**
 * The lowest and highest level that a scale or a classification could still reach if the answers that are missing were
 * given.
 *
 * <p>Every missing answer is filled in twice: with the one that makes the value lowest and with the one that makes it
 * highest, and both rows are scored by the same plan. That is exact where every answer moves the value in one direction
 * only, as in sums, means, counts, extremes, differences and models with positive discriminations, whatever monotone
 * follows them. Where an answer that is missing moves the value both ways, or in one that depends on the other answers (a
 * ratio, a product, a standard deviation, a table that goes up and down, an item that two parts count against each other),
 * the bounds are {@link #OPEN}. What skip logic left out stays left out; what it may yet leave out is taken as it moves the
 * value furthest, whatever that asks of the other answers, so that the bounds may be wide. Of a classification they are
 * those of the outcomes that are still possible.
 *
 * @param lowest level 0–3
 * @param highest level 0–3, not below {@code lowest}
 */
public record LevelBounds(int lowest, int highest) {

  /** Nothing is known. */
  public static final LevelBounds OPEN = new LevelBounds(0, 3);

  /**
   * The bounds for one scale or classification of one row.
   *
   * @param id of a scale or a classification
   * @return {@link #OPEN} also if even complete answers would have no band, as without norms
   */
  public static LevelBounds of(ScoringPlan plan, ResponseTable table, int row, String id) {
    return plan.instrument().classification(id).isPresent()
        ? ofClassification(plan, table.select(List.of(row)), id)
        : ScoreBounds.of(plan, table, row, id).levels();
  }

  private static LevelBounds ofClassification(ScoringPlan plan, ResponseTable row, String id) {
    IntSummaryStatistics levels = possible(plan, row, id).stream()
        .mapToInt(Classification.Outcome::level)
        .summaryStatistics();
    return new LevelBounds(levels.getMin(), levels.getMax());
  }

  /** An answer that skip logic may yet leave out is as good as missing. */
  private static List<Classification.Outcome> possible(
      ScoringPlan plan, ResponseTable row, String id) {
    plan.leaveOut(row).stream()
        .filter(column -> row.isAnswered(0, column))
        .forEach(column -> row.setMissing(0, column, Missing.SKIPPED));
    return plan.runReached(row).classification(0, id).possible();
  }

  /** The outcomes of a classification that are still possible in one row, as far as single answers decide them. */
  public static List<Classification.Outcome> possibleOutcomes(
      ScoringPlan plan, ResponseTable table, int row, String id) {
    return possible(plan, table.select(List.of(row)), id);
  }

  /** Whether nothing that is missing can change the level. */
  public boolean isDecided() {
    return lowest == highest;
  }
}
