package org.xinheng.scoring;

/**
 * One scale of a plan: gather its answers or parts, then finish the value.
 *
 * @param scale the position of the scale in the definition, which is also its column in the score table
 */
record ScaleStep(int scale, Gathering gathering, Finish finish) {

  void run(Block block, ResponseTable table, StoredScores scores) {
    gathering.gather(block, table);
    finish.run(scale, block, table, scores);
    gathering.report(scale, block, scores);
  }
}
