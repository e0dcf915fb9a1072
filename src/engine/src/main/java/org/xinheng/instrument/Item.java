package org.xinheng.instrument;

/**
 * One question.
 *
 * @param id its number or name in the form
 * @param topic what it is about, in our own words; never its wording
 * @param responses the id of its response set
 */
public record Item(String id, Text topic, String responses) {}
