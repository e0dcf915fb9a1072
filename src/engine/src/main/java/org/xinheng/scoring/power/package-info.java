/**
 * What the worked cases of a questionnaire are worth: the definition is changed in one place, as an author might get
 * it wrong, and a case should fail.
 */
@NullMarked
package org.xinheng.scoring.power;

import org.jspecify.annotations.NullMarked;
