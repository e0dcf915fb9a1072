package org.xinheng.scoring;

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
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;

/**
 * The lowest and highest level that a scale or a classification could still reach if the answers that are missing were
 * given.
 *
 * <p>Every missing answer is filled in twice: with the one that makes the value lowest and with the one that makes it
 * highest, and both rows are scored by the same plan. That is exact for the sums and means of the language and for its
 * models with positive discriminations, in which every answer moves a value in one direction only. What skip logic left
 * out stays left out. Of a classification they are those of the outcomes that are still possible.
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
        ? ofClassification(plan.run(table.select(List.of(row))), id)
        : ofScale(plan, table, row, id);
  }

  private static LevelBounds ofClassification(ScoreTable scores, String id) {
    IntSummaryStatistics levels = scores.classification(0, id).possible().stream()
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
    fill(scale, 1, instrument, ends);
    ScoreTable scores = plan.run(ends);
    Optional<Integer> low = scores.band(LOW, scaleId).map(Band::level);
    Optional<Integer> high = scores.band(HIGH, scaleId).map(Band::level);
    if (low.isEmpty() || high.isEmpty()) {
      return OPEN;
    }
    return new LevelBounds(Math.min(low.get(), high.get()), Math.max(low.get(), high.get()));
  }

  private static void fill(Scale scale, int sign, Instrument instrument, ResponseTable ends) {
    int direction = sign * scale.multiplier().signum();
    for (Key key : scale.keying().keys()) {
      fill(scale, key, direction, instrument, ends);
    }
    if (scale.keying() instanceof Keying.OfScales composite) {
      Set<String> parts = new TreeSet<>();
      composite.parts().forEach(part -> parts.add(part.scale()));
      for (String part : parts) {
        fill(instrument.scale(part).orElseThrow(), direction, instrument, ends);
      }
    }
  }

  private static void fill(
      Scale scale, Key key, int sign, Instrument instrument, ResponseTable ends) {
    int column = ends.column(key.item());
    ResponseSet responses =
        instrument.responsesOf(instrument.item(key.item()).orElseThrow()).orElseThrow();
    List<Integer> codes = responses.options().stream()
        .map(Option::code)
        .sorted(Comparator.comparing(code -> scale.contribution(key, responses, code)))
        .toList();
    int smallest = codes.get(0);
    int largest = codes.get(codes.size() - 1);
    for (int row : List.of(LOW, HIGH)) {
      boolean open =
          !ends.isAnswered(row, column) && ends.missing(row, column) != Missing.NOT_APPLICABLE;
      if (open) {
        ends.set(row, column, (row == HIGH) == (sign >= 0) ? largest : smallest);
      }
    }
  }
}
