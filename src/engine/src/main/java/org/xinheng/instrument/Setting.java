package org.xinheng.instrument;

/** Where a questionnaire is given. */
public enum Setting {
  SCHOOL("school"),
  PRIMARY_CARE("primary-care"),
  /** A psychiatric, psychological or paediatric service, or a hospital. */
  CLINIC("clinic"),
  /** Surveys of the population. */
  COMMUNITY("community");

  private final String word;

  Setting(String word) {
    this.word = word;
  }

  /** The word used in definitions. */
  public String word() {
    return word;
  }
}
