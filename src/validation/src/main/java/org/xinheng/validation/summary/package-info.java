/** Means, spreads, quantiles, correlations and matrices of them. */
@NullMarked
package org.xinheng.validation.summary;

import org.jspecify.annotations.NullMarked;
