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
  PART_NOT_SCORED("part-not-scored", "a scale that it is made of has no score", "组成部分没有得分"),
  TOO_FEW_ANSWERS(
      "too-few-answers", "fewer than two answers have no standard deviation", "作答少于两题，无法计算标准差"),
  DIVIDED_BY_ZERO("divided-by-zero", "the scale that it is divided by is 0", "作除数的量表得分为 0"),
  NOT_IN_TABLE("not-in-table", "the conversion table does not hold the value", "换算表中没有该数值");

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
