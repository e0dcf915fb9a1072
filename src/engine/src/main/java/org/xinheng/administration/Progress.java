package org.xinheng.administration;

/**
 * How far a session is, as far as it can be known: what has not been reached yet may lengthen or shorten it.
 *
 * @param done items that were answered, skipped or refused
 * @param left items that are still to be shown
 * @param minutesLeft what the questionnaires say they take, by the share of items that is left, rounded up
 */
public record Progress(int done, int left, int minutesLeft) {}
