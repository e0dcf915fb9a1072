package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;

/**
 * One classification: the outcomes in order, of which an outcome is possible as long as none before it is certain and
 * its own condition is not out of the question. With one outcome possible, that is the result.
 */
final class ClassificationStep {

  private final int classification;
  private final List<CompiledCondition> outcomes;
  private final int[] columns;
  private final int[] scales;

  /**
   * @param classification its position in the definition, which is also its column in the score table
   * @throws IllegalArgumentException if there are more outcomes than a result has room for, or if the last does not
   *     hold for everybody
   */
  ClassificationStep(int classification, Instrument instrument, Conditions conditions) {
    Classification of = instrument.classifications().get(classification);
    List<Classification.Outcome> list = of.outcomes();
    if (list.size() > Classification.MOST_OUTCOMES) {
      throw new IllegalArgumentException("classification '" + of.id() + "' has more than "
          + Classification.MOST_OUTCOMES + " outcomes: " + list.size());
    }
    if (list.isEmpty() || !list.get(list.size() - 1).when().equals(Condition.always())) {
      throw new IllegalArgumentException(
          "the last outcome of classification '" + of.id() + "' does not hold for everybody");
    }
    this.classification = classification;
    outcomes = list.stream().map(outcome -> conditions.compile(outcome.when())).toList();
    List<Condition> asked = new ArrayList<>();
    list.forEach(outcome -> asked.addAll(instrument.comparisons(outcome.when())));
    columns = asked.stream()
        .flatMap(condition -> condition.askedItem().stream())
        .distinct()
        .mapToInt(instrument::column)
        .toArray();
    scales = asked.stream()
        .flatMap(condition -> condition.askedScale().stream())
        .distinct()
        .mapToInt(instrument::scaleNumber)
        .toArray();
  }

  void run(Block block, ResponseTable table, StoredScores scores) {
    int[] possible = new int[block.rows];
    boolean[] certain = new boolean[block.rows];
    for (int i = 0; i < outcomes.size(); i++) {
      byte[] truths = outcomes.get(i).truths(block, table, scores);
      for (int r = 0; r < truths.length; r++) {
        if (!certain[r] && truths[r] != CompiledCondition.NO) {
          possible[r] |= 1 << i;
          certain[r] = truths[r] == CompiledCondition.YES;
        }
      }
    }
    for (int r = 0; r < possible.length; r++) {
      int row = block.firstRow + r;
      scores.setPossible(classification, row, possible[r]);
      if (Integer.bitCount(possible[r]) > 1) {
        scores.setReason(classification, row, reason(table, scores, row));
      }
    }
  }

  private NotClassifiedReason reason(ResponseTable table, ScoreTable scores, int row) {
    boolean undeclared = false;
    boolean missing = false;
    for (int column : columns) {
      byte cell = table.cells(column)[row];
      undeclared |= cell == Cells.of(Missing.UNDECLARED);
      missing |= !Cells.isAnswer(cell) && cell != Cells.of(Missing.NOT_APPLICABLE);
    }
    for (int scale : scales) {
      if (scores.score(row, scale) instanceof ScaleScore.NotScored none) {
        undeclared |= none.reason() == NotScoredReason.UNDECLARED_ANSWER;
        missing |= none.reason() == NotScoredReason.TOO_MANY_MISSING
            || none.reason() == NotScoredReason.NOTHING_ANSWERED;
      }
    }
    if (undeclared) {
      return NotClassifiedReason.UNDECLARED_ANSWER;
    }
    if (table.answered(row) == 0) {
      return NotClassifiedReason.NOTHING_ANSWERED;
    }
    return missing ? NotClassifiedReason.ANSWER_MISSING : NotClassifiedReason.SCALE_NOT_SCORED;
  }
}
