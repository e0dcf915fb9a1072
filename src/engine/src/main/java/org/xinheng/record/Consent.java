package org.xinheng.record;

/**
 * Why something is lowered, and who agrees.
 *
 * @param reason a code of the policy's workflow
 * @param second a second person, who did not decide
 */
public record Consent(String reason, Person second) {}
