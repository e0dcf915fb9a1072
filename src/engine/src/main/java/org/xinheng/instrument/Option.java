package org.xinheng.instrument;

/**
 * One answer that can be given.
 *
 * @param code the number that is stored and scored
 * @param label our own short label
 */
public record Option(int code, Text label) {}
