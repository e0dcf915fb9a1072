/** Item response theory: parameters of items estimated from answers, with what says whether they fit. */
@NullMarked
package org.xinheng.validation.irt;

import org.jspecify.annotations.NullMarked;
