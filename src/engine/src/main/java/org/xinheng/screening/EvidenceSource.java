package org.xinheng.screening;

import java.util.Optional;
import org.xinheng.instrument.Text;

/** Who or what says something about a student. */
public enum EvidenceSource {
  SELF("self", "the student", "学生本人"),
  CLASS_TEACHER("class-teacher", "class teacher", "班主任"),
  SUBJECT_TEACHER("subject-teacher", "subject teacher", "任课教师"),
  DORMITORY("dormitory", "dormitory staff", "生管"),
  GUARDIAN("guardian", "guardian", "监护人"),
  /** A fellow student, who learns nothing of what becomes of it. */
  PEER("peer", "fellow student", "同学"),
  PSYCHOLOGY_TEACHER("psychology-teacher", "psychology teacher", "心理教师"),
  /** The registry of special groups and risk factors. */
  REGISTER("register", "registry", "登记表"),
  /** What the student's own file holds of the past. */
  CASE_FILE("case-file", "case file", "学生档案"),
  /** A table that does not say. */
  TABLE("table", "table", "数据表");

  private final String word;
  private final Text text;

  EvidenceSource(String word, String en, String zhCn) {
    this.word = word;
    this.text = new Text(en, zhCn);
  }

  /** The word used in tables. */
  public String word() {
    return word;
  }

  public Text text() {
    return text;
  }

  /** The source with this word. */
  public static Optional<EvidenceSource> of(String word) {
    for (EvidenceSource source : values()) {
      if (source.word.equals(word)) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }
}
