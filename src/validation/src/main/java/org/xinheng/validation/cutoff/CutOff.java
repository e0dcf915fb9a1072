package org.xinheng.validation.cutoff;

import org.xinheng.validation.accuracy.Confusion;

/**
 * A cut-off and what it does.
 *
 * @param score flagged are those at it or beyond it; infinite if no one is
 * @param midpoint halfway to the next observed score that is not flagged, infinite if there is none
 * @param counts who is flagged
 */
public record CutOff(double score, double midpoint, Confusion counts) {}
