package org.xinheng.administration;

import org.xinheng.instrument.Text;

/**
 * Why a student should not be asked now. Staff may allow it with a reason, which is recorded.
 *
 * @param kind what stands in the way
 * @param text what it is, for staff
 */
public record Obstacle(Kind kind, Text text) {

  /** What can stand in the way. */
  public enum Kind {
    GRADE("grade"),
    AGE("age"),
    INFORMANT("informant"),
    LANGUAGE("language"),
    /** What the rule of consent asks for is not there. */
    CONSENT("consent"),
    /** The last full screen was too short a time ago. */
    GAP("gap"),
    /** It is not the time of the campaign. */
    WINDOW("window");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word in stored sessions and options. */
    public String word() {
      return word;
    }

    /** Whether a questionnaire was not made, or tried, for such students. */
    public boolean isOfRange() {
      return compareTo(LANGUAGE) <= 0;
    }
  }
}
