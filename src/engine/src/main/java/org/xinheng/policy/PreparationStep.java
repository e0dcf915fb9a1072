package org.xinheng.policy;

import org.xinheng.instrument.Text;

/** Something that is done before a campaign is launched: gate 0. */
public enum PreparationStep {
  /** What the screening does to those whose data it takes, and what is done against it. */
  IMPACT_ASSESSMENT("impact-assessment", "an impact assessment", "个人信息保护影响评估"),
  /** How consent is asked for, and by which text. */
  CONSENT("consent", "the mode and text of consent", "知情同意的方式与文本"),
  ROSTER("roster", "the roster", "学生名册"),
  /** Whether those who help can follow up as many as are likely to be found. */
  CAPACITY("capacity", "an estimate of capacity", "承接能力测算"),
  /** Who acts on an alert while answers come in. */
  RESPONDERS("responders", "responders on duty", "预警值守安排"),
  /** What pupils and guardians are told. */
  WORDING("wording", "the wording to pupils and guardians", "告知学生和监护人的文本");

  private final String word;
  private final Text text;

  PreparationStep(String word, String en, String zhCn) {
    this.word = word;
    this.text = new Text(en, zhCn);
  }

  /** The key used in policies and campaigns. */
  public String word() {
    return word;
  }

  public Text text() {
    return text;
  }
}
