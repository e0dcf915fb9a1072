package org.xinheng.scoring;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Scale;

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
        : ofScale(plan, table, row, id);
  }

  /** An answer that skip logic may yet leave out is as good as missing. */
  private static LevelBounds ofClassification(ScoringPlan plan, ResponseTable row, String id) {
    plan.leaveOut(row).stream()
        .filter(column -> row.isAnswered(0, column))
        .forEach(column -> row.setMissing(0, column, Missing.SKIPPED));
    IntSummaryStatistics levels = plan.runReached(row).classification(0, id).possible().stream()
        .mapToInt(Classification.Outcome::level)
        .summaryStatistics();
    return new LevelBounds(levels.getMin(), levels.getMax());
  }

  private static LevelBounds ofScale(
      ScoringPlan plan, ResponseTable table, int row, String scaleId) {
    Instrument instrument = plan.instrument();
    Scale scale = instrument
        .scale(scaleId)
        .orElseThrow(() -> new IllegalArgumentException("no scale '" + scaleId + "'"));
    ResponseTable ends = table.select(List.of(row, row));
    if (!new ExtremeAnswers(plan, ends).fill(scale)) {
      return OPEN;
    }
    ScoreTable scores = plan.runReached(ends);
    Optional<Integer> low = scores.band(ExtremeAnswers.LOW, scaleId).map(Band::level);
    Optional<Integer> high = scores.band(ExtremeAnswers.HIGH, scaleId).map(Band::level);
    if (low.isEmpty() || high.isEmpty()) {
      return OPEN;
    }
    return new LevelBounds(Math.min(low.get(), high.get()), Math.max(low.get(), high.get()));
  }
}
