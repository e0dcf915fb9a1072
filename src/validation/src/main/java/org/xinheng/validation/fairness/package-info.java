/** Whether a cut-off is as accurate in one group as in another. */
@NullMarked
package org.xinheng.validation.fairness;

import org.jspecify.annotations.NullMarked;
