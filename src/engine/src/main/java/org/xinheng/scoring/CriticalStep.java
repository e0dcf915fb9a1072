package org.xinheng.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;

/** Critical items, each on its own answer, whatever else is in the row. */
final class CriticalStep {

  static final int MOST_ITEMS = 31;

  private final int[] columns;
  private final int[] edges;

  CriticalStep(Instrument instrument) {
    List<CriticalItem> critical = instrument.critical();
    if (critical.size() > MOST_ITEMS) {
      throw new IllegalArgumentException(
          "more than " + MOST_ITEMS + " critical items: " + critical.size());
    }
    columns = critical.stream()
        .mapToInt(item -> instrument
            .items()
            .indexOf(instrument
                .item(item.item())
                .orElseThrow(() -> new IllegalArgumentException(
                    "critical item '" + item.item() + "' is not defined"))))
        .toArray();
    edges = critical.stream().mapToInt(CriticalItem::atOrAbove).toArray();
  }

  void run(Block block, ResponseTable table, ScoreTable scores) {
    for (int i = 0; i < columns.length; i++) {
      byte[] cells = table.cells(columns[i]);
      boolean wide = table.wide(columns[i]).length > 0;
      for (int row = block.firstRow; row < block.firstRow + block.rows; row++) {
        byte cell = cells[row];
        if (Cells.isAnswer(cell)) {
          if (wide ? isAtOrAbove(table.number(row, columns[i]), edges[i]) : cell >= edges[i]) {
            scores.setFired(row, i);
          }
        } else if (cell != Cells.of(Missing.NOT_APPLICABLE)) {
          scores.setNotKnown(row, i);
        }
      }
    }
  }

  private static boolean isAtOrAbove(BigDecimal number, int edge) {
    return number.compareTo(BigDecimal.valueOf(edge)) >= 0;
  }
}
