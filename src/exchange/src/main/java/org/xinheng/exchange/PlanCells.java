package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.StandardScore;
import org.xinheng.profile.ResultColumns;
import org.xinheng.scoring.ClassificationResult;
import org.xinheng.scoring.NotNormedReason;
import org.xinheng.scoring.Numbers;
import org.xinheng.scoring.ScaleScore;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/** The results of one questionnaire as they stand in tables, in the order of {@link ResultColumns}. */
final class PlanCells {

  private static final String NOT_NORMED = "not-normed";

  private final List<ScaleColumns> scales;
  private final int classifications;
  private final int columns;

  /** Before the group of norms. */
  private final String norm;

  /**
   * What differs between the columns of scales.
   *
   * @param isModelled whether values have a standard error
   * @param standard the standard scores by norms
   */
  private record ScaleColumns(boolean isModelled, List<StandardScore> standard) {}

  PlanCells(ScoringPlan plan) {
    List<Scale> of = plan.instrument().scales();
    scales = of.stream()
        .map(scale ->
            new ScaleColumns(scale.keying() instanceof Keying.OfModel, plan.standardScores(scale)))
        .toList();
    classifications = plan.instrument().classifications().size();
    columns = ResultColumns.of(plan.instrument(), plan::standardScores).size();
    norm = plan.norms().map(norms -> norms.id() + "/" + norms.version() + "/").orElse("");
  }

  /** How many columns there are, those of all scales first. */
  int columns() {
    return columns;
  }

  int scales() {
    return scales.size();
  }

  /** How many columns a scale has. */
  int columns(int scale) {
    ScaleColumns of = scales.get(scale);
    int normed = of.standard().isEmpty() ? 0 : of.standard().size() + 2;
    return 5 + (of.isModelled() ? 1 : 0) + normed;
  }

  /** All cells of a row. */
  List<String> of(ScoreTable scores, int row) {
    List<String> cells = new ArrayList<>();
    for (int scale = 0; scale < scales.size(); scale++) {
      cells.addAll(ofScale(scores, row, scale));
    }
    cells.addAll(ofRemainder(scores, row));
    return cells;
  }

  /** The cells of a scale. */
  List<String> ofScale(ScoreTable scores, int row, int scale) {
    List<String> cells = new ArrayList<>();
    ScaleScore score = scores.score(row, scale);
    String band = scores.band(row, scale).map(Band::id).orElse("");
    if (score instanceof ScaleScore.Scored scored) {
      cells.add(Numbers.plain(scored.value()));
      cells.add(band);
      cells.add(Integer.toString(scored.answered()));
      cells.add(scored.prorated() ? "prorated" : "scored");
      cells.add("");
    } else if (score instanceof ScaleScore.NotScored notScored) {
      cells.add("");
      cells.add(band);
      cells.add(Integer.toString(notScored.answered()));
      cells.add("not-scored");
      cells.add(notScored.reason().word());
    }
    if (scales.get(scale).isModelled()) {
      cells.add(plain(scores.standardError(row, scale)));
    }
    if (!scales.get(scale).standard().isEmpty()) {
      addNorms(cells, scores, row, scale);
    }
    return cells;
  }

  private void addNorms(List<String> cells, ScoreTable scores, int row, int scale) {
    for (StandardScore score : scales.get(scale).standard()) {
      cells.add(plain(scores.standard(row, scale, score)));
    }
    cells.add(
        scores.normGroup(row, scale).map(NormSet.Group::id).map(norm::concat).orElse(NOT_NORMED));
    cells.add(scores.notNormed(row, scale).map(NotNormedReason::word).orElse(""));
  }

  /** The cells of classifications, critical items, alert and validity. */
  List<String> ofRemainder(ScoreTable scores, int row) {
    List<String> cells = new ArrayList<>();
    for (int index = 0; index < classifications; index++) {
      ClassificationResult result = scores.classification(row, index);
      if (result instanceof ClassificationResult.Classified classified) {
        cells.add(classified.outcome().id());
        cells.add(Integer.toString(classified.outcome().level()));
        cells.add("");
      } else if (result instanceof ClassificationResult.NotClassified none) {
        cells.add("");
        cells.add("");
        cells.add(none.reason().word());
      }
    }
    cells.add(scores.fired(row).stream().map(CriticalItem::id).collect(Collectors.joining(" ")));
    cells.add(scores.alert(row).word());
    cells.add(scores.validity(row).word());
    return cells;
  }

  private static String plain(OptionalDouble value) {
    return value.isPresent() ? Numbers.plain(value.getAsDouble()) : "";
  }
}
