/**
 * Scores on the scale of item response theory, from item parameters that a questionnaire's publication declares. Nothing
 * is estimated about items here. It stands this low because the checker, too, asks which levels a scale can have.
 */
@NullMarked
package org.xinheng.instrument.irt;

import org.jspecify.annotations.NullMarked;
