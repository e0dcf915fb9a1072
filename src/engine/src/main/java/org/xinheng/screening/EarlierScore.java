package org.xinheng.screening;

/**
 * A student's score in the campaign that a campaign is compared with.
 *
 * @param student as the earlier roster has it
 * @param measurement on the primary scale of the student's battery of that time
 */
public record EarlierScore(Student student, Measurement measurement) {}
