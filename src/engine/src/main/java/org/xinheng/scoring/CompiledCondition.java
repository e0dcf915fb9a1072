package org.xinheng.scoring;

import org.xinheng.instrument.Truth;

/** A condition compiled to integer columns, for a block of rows at a time. */
interface CompiledCondition {

  byte NO = (byte) Truth.NO.ordinal();
  byte UNKNOWN = (byte) Truth.UNKNOWN.ordinal();
  byte YES = (byte) Truth.YES.ordinal();

  /**
   * The truth for each row of the block, as the position of a {@link Truth}. It may be shared, so nobody writes to it.
   */
  byte[] truths(Block block, ResponseTable table, ScoreTable scores);
}
