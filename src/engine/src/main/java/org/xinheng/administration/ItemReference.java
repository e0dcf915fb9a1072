package org.xinheng.administration;

/** An item of a questionnaire of a session, written {@code phq-9.1}. */
public record ItemReference(String questionnaire, String item) {

  @Override
  public String toString() {
    return questionnaire + "." + item;
  }
}
