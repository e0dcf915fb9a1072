package org.xinheng.policy;

/**
 * A scale of a questionnaire of a battery, written {@code phq-9.total}; or a classification, whose outcome has a level as
 * a band has.
 */
public record ScaleReference(String questionnaire, String scale)
    implements Comparable<ScaleReference> {

  /** As it would be generated; but that is linked when it is first asked, which takes long in a run of a second. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ScaleReference reference
        && questionnaire.equals(reference.questionnaire)
        && scale.equals(reference.scale);
  }

  @Override
  public int hashCode() {
    return 31 * questionnaire.hashCode() + scale.hashCode();
  }

  @Override
  public int compareTo(ScaleReference other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return questionnaire + "." + scale;
  }
}
