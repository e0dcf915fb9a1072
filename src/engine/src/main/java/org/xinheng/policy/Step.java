package org.xinheng.policy;

import org.xinheng.instrument.Text;

/** Something that has to be done for a student by a time. */
public enum Step {
  CONTACT("contact", "first contact", "首次联系"),
  /** The interview and what follows from it: a risk assessment, a plan, a group, feedback to the class. */
  PLAN("plan", "interview and plan", "访谈与方案"),
  GUARDIAN("guardian", "guardian contacted", "联系监护人"),
  REVIEW("review", "review", "复核"),
  RE_SCREEN("re-screen", "screened again", "复测");

  private final String word;
  private final Text text;

  Step(String word, String en, String zhCn) {
    this.word = word;
    this.text = new Text(en, zhCn);
  }

  /** The key used in policies and tables. */
  public String word() {
    return word;
  }

  public Text text() {
    return text;
  }
}
