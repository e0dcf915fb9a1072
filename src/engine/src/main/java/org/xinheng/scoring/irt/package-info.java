/**
 * Scores on the scale of item response theory, from item parameters that the questionnaire's publication declares.
 * Nothing is estimated about items here.
 */
@NullMarked
package org.xinheng.scoring.irt;

import org.jspecify.annotations.NullMarked;
