package org.xinheng.screening;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a campaign's result.
 *
 * @param forms the student's forms by questionnaire id
 * @param evidence what is known beside the answers, expired or not
 * @param change of the primary score since the campaign that this one is compared with
 * @param complete whether the student's primary scale has a score
 */
public record StudentOutcome(
    Student student,
    Map<String, Form> forms,
    Evidence evidence,
    Optional<ScoreChange> change,
    boolean complete,
    Outcome outcome) {

  public StudentOutcome {
    forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
  }

  /** A student of whom nothing but the answers is known. */
  public StudentOutcome(
      Student student, Map<String, Form> forms, boolean complete, Outcome outcome) {
    this(student, forms, Evidence.NONE, Optional.empty(), complete, outcome);
  }

  /** Whether the student answered anything. */
  public boolean responded() {
    return forms.values().stream().anyMatch(form -> !form.isBlank());
  }
}
