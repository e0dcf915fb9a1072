package org.xinheng.instrument;

/**
 * A condition that a questionnaire declares once and uses by name.
 *
 * @param id its name, as in {@link Condition.Named}
 */
public record NamedCondition(String id, Condition condition) {}
