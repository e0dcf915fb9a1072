package org.xinheng.policy;

/**
 * A scale of a questionnaire of a battery, written {@code phq-9.total}; or a classification, whose outcome has a level as
 * a band has.
 */
public record ScaleReference(String questionnaire, String scale)
    implements Comparable<ScaleReference> {

  @Override
  public int compareTo(ScaleReference other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return questionnaire + "." + scale;
  }
}
