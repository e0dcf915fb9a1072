package org.xinheng.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;

/**
 * The lowest and highest level that a scale or a classification could still reach if the answers that are missing were
 * given.
 *
 * <p>Every missing answer is filled in twice: with the one that makes the value lowest and with the one that makes it
 * highest, and both rows are scored by the same plan. That is exact for the sums and means of the language and
 * for its models with positive discriminations, in which every answer moves a value in one direction only. What skip logic left out stays left out; what it may yet leave out is
 * taken as it moves the value furthest, whatever that asks of the other answers, so that the bounds may be wide. Of a classification they are
 * those of the outcomes that are still possible.
 *
 * @param lowest level 0–3
 * @param highest level 0–3, not below {@code lowest}
 */
public record LevelBounds(int lowest, int highest) {

  /** Nothing is known. */
  public static final LevelBounds OPEN = new LevelBounds(0, 3);

  private static final int LOW = 0;
  private static final int HIGH = 1;

  /**
   * The bounds for one scale or classification of one row.
   *
   * @param id of a scale or a classification
   * @return {@link #OPEN} if even complete answers would have no band, as without norms
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
    Ends ends = new Ends(plan, table.select(List.of(row, row)));
    if (!ends.fill(scale, 1)) {
      return OPEN;
    }
    ScoreTable scores = plan.runReached(ends.table);
    Optional<Integer> low = scores.band(LOW, scaleId).map(Band::level);
    Optional<Integer> high = scores.band(HIGH, scaleId).map(Band::level);
    if (low.isEmpty() || high.isEmpty()) {
      return OPEN;
    }
    return new LevelBounds(Math.min(low.get(), high.get()), Math.max(low.get(), high.get()));
  }

  /** Two copies of a row, of which one is filled in low and the other high. */
  private static final class Ends {

    private final Instrument instrument;
    private final ResponseTable table;

    /** The columns that skip logic may yet leave out. */
    private final Set<Integer> open;

    Ends(ScoringPlan plan, ResponseTable table) {
      this.instrument = plan.instrument();
      this.table = table;
      this.open = plan.leaveOut(table);
    }

    /** Fills in what a scale uses; false if its ends are not known. */
    boolean fill(Scale scale, int sign) {
      int direction = sign * scale.multiplier().signum();
      if (mayShrink(scale)) {
        return false;
      }
      scale.keying().keys().forEach(key -> fill(scale, key, direction));
      if (scale.keying() instanceof Keying.OfScales composite) {
        Set<String> parts = new TreeSet<>();
        composite.parts().forEach(part -> parts.add(part.scale()));
        for (String part : parts) {
          if (!fill(instrument.scale(part).orElseThrow(), direction)) {
            return false;
          }
        }
      }
      return true;
    }

    /** Whether it is open how many items a mean or an extreme has. */
    private boolean mayShrink(Scale scale) {
      boolean dependsOnNumber = scale.method() != Method.SUM && scale.method() != Method.COUNT;
      return dependsOnNumber
          && scale.missing().notApplicable() == MissingRule.NotApplicable.IGNORE
          && scale.keying().keys().stream()
              .anyMatch(key -> open.contains(table.column(key.item())));
    }

    private void fill(Scale scale, Key key, int sign) {
      int column = table.column(key.item());
      ResponseSet.Scorable responses = Contribution.responses(key, instrument);
      List<BigDecimal> answers = scale.telling(key, responses).stream()
          .sorted(Comparator.comparing(answer -> scale.contribution(key, responses, answer)))
          .toList();
      for (int row : List.of(LOW, HIGH)) {
        boolean up = (row == HIGH) == (sign >= 0);
        boolean answered = table.isAnswered(row, column);
        if (!answered && table.missing(row, column) != Missing.NOT_APPLICABLE) {
          table.setCounting(row, column, answers.get(up ? answers.size() - 1 : 0));
        }
        if (open.contains(column) && table.isAnswered(row, column)) {
          BigDecimal adds = scale.contribution(key, responses, table.number(row, column));
          leaveOut(scale, row, column, up ? -adds.signum() : adds.signum());
        }
      }
    }

    /**
     * Leaves an answer out that may not be reached, if nothing is further towards the end of the row.
     *
     * @param gain above 0 if nothing is
     */
    private void leaveOut(Scale scale, int row, int column, int gain) {
      boolean scored = scale.missing().notApplicable() != MissingRule.NotApplicable.NO_SCORE;
      if (scored && gain > 0) {
        table.setMissing(row, column, Missing.NOT_APPLICABLE);
      }
    }
  }
}
