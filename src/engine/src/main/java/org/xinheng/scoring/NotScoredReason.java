package org.xinheng.scoring;

import org.xinheng.instrument.Text;

/** Why a scale has no score for a person. */
public enum NotScoredReason {
  NOTHING_ANSWERED("nothing-answered", "nothing was answered", "没有作答"),
  TOO_MANY_MISSING("too-many-missing", "more answers are missing than the rule allows", "漏答超过规定"),
  UNDECLARED_ANSWER("undeclared-answer", "an answer is not among the declared codes", "有未定义的答案"),
  NOT_APPLICABLE_ITEM(
      "not-applicable-item",
      "an item was not applicable and the scale does not provide for it",
      "有不适用的题目"),
  NO_ESTIMATE("no-estimate", "the answers have no finite estimate", "这些答案没有有限的估计值"),
  PART_NOT_SCORED("part-not-scored", "a scale that it is made of has no score", "组成部分没有得分");

  private final String word;
  private final Text text;

  NotScoredReason(String word, String en, String zhCn) {
    this.word = word;
    this.text = new Text(en, zhCn);
  }

  /** The word used in tables and cases. */
  public String word() {
    return word;
  }

  /** The reason as people read it. */
  public Text text() {
    return text;
  }
}
