/** One student over the years: what is due, who decided what, how scores changed, and the file that holds it. */
@NullMarked
package org.xinheng.record;

import org.jspecify.annotations.NullMarked;
