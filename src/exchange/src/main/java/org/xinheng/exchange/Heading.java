package org.xinheng.exchange;

import org.xinheng.diagnostic.Place;

/**
 * The heading of a column.
 *
 * @param text as it is spelled in the file, without blanks at its ends
 * @param place where it begins
 */
public record Heading(String text, Place place) {}
