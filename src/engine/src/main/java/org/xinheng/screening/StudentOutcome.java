package org.xinheng.screening;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of a campaign's result.
 *
 * @param forms the student's forms by questionnaire id
 * @param complete whether the student's primary scale has a score
 */
public record StudentOutcome(
    Student student, Map<String, Form> forms, boolean complete, Outcome outcome) {

  public StudentOutcome {
    forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
  }

  /** Whether the student answered anything. */
  public boolean responded() {
    return forms.values().stream().anyMatch(form -> !form.isBlank());
  }
}
