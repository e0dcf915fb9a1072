/**
 * Signs that answers were given without reading the questions: too even, too uneven, or unlike anyone else's.
 *
 * <p>A row is one person's answers in the order of the items, as numbers, with {@code NaN} where an answer is missing; a
 * table is a list of such rows. None of these numbers proves carelessness: a calm person answers evenly. They are for a
 * second look, and the cut-offs are the reader's.
 *
 * @see "Meade and Craig (2012), Psychological Methods 17, 437-455"
 * @see "Curran (2016), Journal of Experimental Social Psychology 66, 4-19"
 */
@NullMarked
package org.xinheng.scoring.careless;

import org.jspecify.annotations.NullMarked;
