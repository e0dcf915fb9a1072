package org.xinheng.administration;

import org.xinheng.instrument.Text;

/**
 * What is said to a student, in words for a ten-year-old, when something cannot be taken.
 *
 * @param code what is wrong, for the host; it never changes
 * @param text what the student reads
 */
public record Message(String code, Text text) {}
