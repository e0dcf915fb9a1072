package org.xinheng.policy;

import org.xinheng.instrument.Text;

/** A time of the school year at which some students are looked after more closely. */
public enum Node {
  /** Some days from the first day of a term on. */
  TERM_START("term-start", "start of term", "开学"),
  /** Some days before the first day of an exam. */
  EXAM("exam", "before an exam", "考前"),
  /** Some days before a long holiday. */
  BEFORE_HOLIDAY("before-holiday", "before a long holiday", "长假前"),
  /** Every so many days while a long holiday lasts. */
  IN_HOLIDAY("in-holiday", "in a long holiday", "长假中"),
  /** Some days after the student came to a school or class. */
  SCHOOL_CHANGE("school-change", "after a change of school or class", "转学、转班后");

  private final String word;
  private final Text text;

  Node(String word, String en, String zhCn) {
    this.word = word;
    this.text = new Text(en, zhCn);
  }

  /** The key used in policies. */
  public String word() {
    return word;
  }

  public Text text() {
    return text;
  }
}
