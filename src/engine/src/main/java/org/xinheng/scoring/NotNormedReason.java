package org.xinheng.scoring;

import org.xinheng.instrument.Text;

/** Why a score has no standard score although there are norms. */
public enum NotNormedReason {
  NOT_SCORED("not-scored", "there is no score", "没有得分"),
  NO_GROUP("no-group", "no norm group fits", "没有适用的常模组"),
  NOT_KNOWN(
      "not-known", "the age, sex or grade that the norm asks for is not known", "常模所需的年龄、性别或年级不详"),
  OUTSIDE_TABLE("outside-table", "the score is outside the norm table", "得分超出常模表"),
  NOT_LISTED("not-listed", "the norm table does not list the score", "常模表未列出该得分");

  private final String word;
  private final Text text;

  NotNormedReason(String word, String en, String zhCn) {
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
