package org.xinheng.scoring;

import java.util.List;
import org.xinheng.instrument.CriticalItem;

/** Critical items, each on its own answers, whatever else is in the row. */
final class CriticalStep {

  static final int MOST_ITEMS = 31;

  private final List<CompiledCondition> when;

  CriticalStep(List<CriticalItem> critical, Conditions conditions) {
    if (critical.size() > MOST_ITEMS) {
      throw new IllegalArgumentException(
          "more than " + MOST_ITEMS + " critical items: " + critical.size());
    }
    when = critical.stream().map(item -> conditions.compile(item.when())).toList();
  }

  void run(Block block, ResponseTable table, StoredScores scores) {
    for (int i = 0; i < when.size(); i++) {
      byte[] truths = when.get(i).truths(block, table, scores);
      for (int r = 0; r < truths.length; r++) {
        if (truths[r] == CompiledCondition.YES) {
          scores.setFired(block.firstRow + r, i);
        } else if (truths[r] == CompiledCondition.UNKNOWN) {
          scores.setNotKnown(block.firstRow + r, i);
        }
      }
    }
  }
}
