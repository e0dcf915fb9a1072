package org.xinheng.scoring;

import org.xinheng.instrument.Text;

/** Why a person is in none of the classes of a classification. */
public enum NotClassifiedReason {
  NOTHING_ANSWERED("nothing-answered", "nothing was answered", "没有作答"),
  UNDECLARED_ANSWER("undeclared-answer", "an answer is not among the declared codes", "有未定义的答案"),
  ANSWER_MISSING("answer-missing", "an answer that decides is missing", "缺少起决定作用的作答"),
  SCALE_NOT_SCORED("scale-not-scored", "a scale that decides has no score", "起决定作用的量表没有得分");

  private final String word;
  private final Text text;

  NotClassifiedReason(String word, String en, String zhCn) {
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
