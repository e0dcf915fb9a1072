/** What one cut-off does: counts, rates with intervals, predictive values elsewhere, net benefit, paired comparison. */
@NullMarked
package org.xinheng.validation.accuracy;

import org.jspecify.annotations.NullMarked;
