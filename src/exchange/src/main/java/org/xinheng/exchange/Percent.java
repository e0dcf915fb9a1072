package org.xinheng.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A part of a whole in percent, as tables show it. */
final class Percent {

  private Percent() {}

  /** With one decimal; empty of nobody. */
  static SheetCell of(int count, int whole) {
    return whole == 0
        ? SheetCell.EMPTY
        : SheetCell.decimal(BigDecimal.valueOf(100L * count)
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
            .doubleValue());
  }
}
