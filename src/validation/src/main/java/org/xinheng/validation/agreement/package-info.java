/** Whether raters agree, and whether a second measurement repeats the first: ICC, kappa, alpha, change. */
@NullMarked
package org.xinheng.validation.agreement;

import org.jspecify.annotations.NullMarked;
