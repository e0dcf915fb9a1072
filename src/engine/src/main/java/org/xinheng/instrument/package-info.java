/** The questionnaire as values: items, responses, scales, norms, bands, critical items, validity rules. */
@NullMarked
package org.xinheng.instrument;

import org.jspecify.annotations.NullMarked;
