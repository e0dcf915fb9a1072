package org.xinheng.screening;

import java.util.Optional;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Status;

/** How far a student of the roster took part. Every student is in exactly one of these, so that they add up to the roster. */
public enum Participation {
  /** Answered nothing, because the student or a guardian refused. */
  REFUSED("refused", "refused", "拒绝参加"),
  /** Answered nothing, and nobody has consented yet. */
  NOT_CONSENTED("not-consented", "no consent yet", "尚未同意"),
  /** Answered nothing, for whatever other reason. */
  ABSENT("absent", "absent", "缺席"),
  /** Answered, but the primary scale has no score. */
  STARTED("started", "not finished", "未完成"),
  /** Answered in a way that a validity rule calls invalid. */
  INVALID("invalid", "invalid", "作答无效"),
  /** The primary scale has a score. */
  COMPLETE("complete", "complete", "完成");

  private final String word;
  private final Text text;

  Participation(String word, String en, String zhCn) {
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

  /** Whether the student is left alone as long as nobody consents. */
  public boolean lacksConsent() {
    return this == REFUSED || this == NOT_CONSENTED;
  }

  /** Whether there is a usable form. */
  public boolean isComplete() {
    return this == COMPLETE;
  }

  /** Whether another sitting is due. */
  public boolean needsMakeUp() {
    return this == ABSENT || this == STARTED || this == INVALID;
  }

  /** How far a student took part. */
  public static Participation of(StudentOutcome student) {
    if (student.outcome().status() == Status.INVALID) {
      return INVALID;
    }
    if (student.complete()) {
      return COMPLETE;
    }
    return student.responded() ? STARTED : silent(student.student().consent());
  }

  private static Participation silent(Optional<ConsentState> consent) {
    return consent
        .map(state -> switch (state) {
          case CONSENTED -> ABSENT;
          case REFUSED -> REFUSED;
          case NONE -> NOT_CONSENTED;
        })
        .orElse(ABSENT);
  }
}
