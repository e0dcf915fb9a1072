package org.xinheng.scoring.power;

import org.xinheng.instrument.Instrument;

/**
 * A questionnaire with one mistake in it.
 *
 * @param part what the mistake is in, such as {@code scale 'total'}; mistakes of one kind in one part share a warning
 * @param mistake what is the case, to follow "no case would notice if"
 * @param instrument with the mistake, and the same form
 */
record Mutant(String part, String mistake, Instrument instrument) {}
