package org.xinheng.record;

import org.xinheng.instrument.Text;

/** What becomes of an event: a new state, or a refusal. */
public sealed interface CaseTransition {

  /** The event is possible. */
  record Accepted(CaseState state) implements CaseTransition {}

  /**
   * The event is not possible.
   *
   * @param code such as {@code case.second-person}; it never changes
   * @param reason what is wrong and what would be right
   */
  record Refused(String code, Text reason) implements CaseTransition {}
}
