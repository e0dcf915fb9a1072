package org.xinheng.policy;

import org.xinheng.instrument.Text;

/** Somebody who has to do with screening, by what they do there. */
public enum Role {
  PUPIL("pupil", "pupil", "学生"),
  GUARDIAN("guardian", "guardian", "监护人"),
  CLASS_TEACHER("class-teacher", "class teacher", "班主任"),
  /** A subject teacher, or staff of the dormitory. */
  SUBJECT_TEACHER("subject-teacher", "subject teacher or dormitory staff", "任课教师、生管"),
  PSYCHOLOGY_MONITOR("psychology-monitor", "class psychology monitor", "心理委员"),
  GRADE_LEAD("grade-lead", "grade lead", "年段长"),
  PSYCHOLOGY_TEACHER("psychology-teacher", "psychology teacher", "心理教师"),
  PRINCIPAL("principal", "principal or crisis lead", "校长、危机干预负责人"),
  DISTRICT_OFFICE("district-office", "district office", "教育局"),
  CLINICIAN("clinician", "outside clinician", "校外专业人员"),
  RESEARCHER("researcher", "researcher", "研究人员"),
  ADMINISTRATOR("administrator", "system administrator", "系统管理员"),
  AUDITOR("auditor", "auditor", "审计人员");

  private final String word;
  private final Text text;

  Role(String word, String en, String zhCn) {
    this.word = word;
    this.text = new Text(en, zhCn);
  }

  /** The word used in policies and on the command line. */
  public String word() {
    return word;
  }

  public Text text() {
    return text;
  }
}
