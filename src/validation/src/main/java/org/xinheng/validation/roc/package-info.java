/** How well a score tells cases from others: the curve, the area under it and parts of it, and comparisons of areas. */
@NullMarked
package org.xinheng.validation.roc;

import org.jspecify.annotations.NullMarked;
