/** All cut-offs of a score side by side, the best ones by a stated criterion, one or several at once, and score bands. */
@NullMarked
package org.xinheng.validation.cutoff;

import org.jspecify.annotations.NullMarked;
