package org.xinheng.app.demo;

/** How a student meets the questionnaires. */
enum Sitting {
  ATTENTIVE,
  /** The same column from top to bottom. */
  STRAIGHT_LINE,
  /** Any column. */
  RANDOM,
  /** Up and down the columns: 0 1 2 3 2 1 0. */
  ZIG_ZAG,
  STOPS_HALF_WAY,
  SKIPS_A_QUESTIONNAIRE,
  /** In the roster, not in the answers. */
  ABSENT
}
