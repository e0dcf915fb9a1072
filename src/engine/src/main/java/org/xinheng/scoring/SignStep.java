package org.xinheng.scoring;

import org.xinheng.instrument.Missing;

/** One sign of a plan. */
interface SignStep {

  /** Whether a sign is met in a row. */
  enum Met {
    YES,
    NO,
    /** Answers that it needs are missing. */
    NOT_KNOWN;

    static Met of(boolean met) {
      return met ? YES : NO;
    }

    /** No, unless answers that are missing could still meet it. */
    static Met noUnless(boolean open) {
      return open ? NOT_KNOWN : NO;
    }
  }

  /** Says of each row of the block whether the sign is met; {@code met} is at least as long as the block. */
  void run(Block block, ResponseTable table, Met[] met);

  /** A sign that is told from the codes that were answered to some items. */
  static SignStep ofItems(int[] columns, OfAnswers test) {
    return (block, table, met) -> {
      byte[][] answers = new byte[columns.length][];
      for (int i = 0; i < columns.length; i++) {
        answers[i] = table.cells(columns[i]);
      }
      for (int r = 0; r < block.rows; r++) {
        met[r] = test.in(block.firstRow + r, answers);
      }
    };
  }

  /** A sign that is told row by row. */
  static SignStep ofRows(OfRow test) {
    return (block, table, met) -> {
      for (int r = 0; r < block.rows; r++) {
        met[r] = test.in(table, block.firstRow + r);
      }
    };
  }

  /** Tells a sign from a row. */
  interface OfRow {
    Met in(ResponseTable table, int row);
  }

  /** Tells a sign from answers. */
  interface OfAnswers {

    /**
     * Whether the sign is met in a row.
     *
     * @param answers the cells as {@code answers[item][row]}, in the order in which the sign names its items
     */
    Met in(int row, byte[][] answers);
  }

  /** Whether a cell lacks an answer that could have been given. */
  static boolean isMissing(byte cell) {
    return !Cells.isAnswer(cell) && cell != Cells.of(Missing.NOT_APPLICABLE);
  }
}
