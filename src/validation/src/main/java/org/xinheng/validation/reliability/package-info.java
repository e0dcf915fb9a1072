/** How much of a score is the same score asked otherwise: internal consistency, halves, true scores. */
@NullMarked
package org.xinheng.validation.reliability;

import org.jspecify.annotations.NullMarked;
