package org.xinheng.form;

/** Who reads a form. */
public enum FormReader {
  STUDENT("student"),
  GUARDIAN("guardian"),
  CLASS_TEACHER("class-teacher"),
  SCHOOL_STAFF("school-staff"),
  CLINICIAN("clinician");

  private final String word;

  FormReader(String word) {
    this.word = word;
  }

  /** The word used in definitions. */
  public String word() {
    return word;
  }

  /** Whether what they read must name no disorder and no tier. */
  public boolean isSparedLabels() {
    return this == STUDENT || this == GUARDIAN;
  }
}
